package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Served.Answer;

/** 大屏 over the town. */
class WallTest {
    private static final Pattern BAR = Pattern.compile("class=\"tally\" role=\"img\"\\s+aria-label=\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("data-next=\"([^\"]*)\"");

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void itsNumbersAreThoseOfTheOverview() {
        String wall = Served.get("/e/town/wall").body();
        String overview = Served.get("/e/town").body();
        String total = found(BAR, wall).get(0);
        assertThat(total).contains("达标 8").contains("待复测 1").contains("不达标 3");
        assertThat(found(BAR, overview)).startsWith(total).containsAll(found(BAR, wall));
    }

    @Test
    void itSaysWhatTheDataAre() {
        assertThat(Served.get("/e/town/wall").body())
                .contains("模拟数据")
                .contains("平台试评")
                .contains("示意图");
    }

    @Test
    void itGoesRoundTheRegionsAndComesBack() {
        String first =
                found(NEXT, Served.get("/e/town/wall?rotate=20").body()).get(0).replace("&amp;", "&");
        assertThat(first).contains("region=").contains("rotate=20");
        String second = found(NEXT, Served.get(first).body()).get(0).replace("&amp;", "&");
        assertThat(second).isEqualTo("/e/town/wall?rotate=20");
    }

    @Test
    void itGoesRoundTheEvaluationsAndComesBack() {
        String at = "/e/town/wall?over=evaluations&rotate=20";
        for (int i = 0; i < 3; i++) {
            Answer answer = Served.get(at);
            assertThat(answer.status()).isEqualTo(200);
            at = found(NEXT, answer.body()).get(0).replace("&amp;", "&");
        }
        assertThat(at).isEqualTo("/e/town/wall?over=evaluations&rotate=20");
    }

    @Test
    void itStandsStillUnlessAsked() {
        assertThat(found(NEXT, Served.get("/e/town/wall").body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall?rotate=1", "wall?rotate=99999", "wall?rotate=fast", "wall?region=%00"})
    void aHostileRequestIsAnsweredInWords(String path) {
        Answer answer = Served.get("/e/town/" + path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void aRegionWithNothingListedIsShownEmpty() {
        assertThat(Served.get("/e/town/wall?region=110000").status()).isEqualTo(200);
    }
}
