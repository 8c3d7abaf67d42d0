package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.web.Served.Answer;

/** What the server answers, without a browser. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

    @Test
    void theStartListsTheEvaluations() {
        Answer start = Served.get("/");
        assertThat(start.status()).isEqualTo(200);
        assertThat(start.body()).contains("/e/town-2024").contains("/e/town\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town", "/e/town?lang=en", "/e/town?operator=CMCC&scenario=GOV"})
    void pagesAnswer(String path) {
        assertThat(Served.get(path).status()).as(path).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/e/town", "/e/town?lang=en", "/e/nowhere"})
    void everyLinkOfAPageLeadsSomewhere(String path) {
        List<String> links = LINK.matcher(Served.get(path).body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Served.get(link).status())
                        .as(link)
                        .isEqualTo(path.equals("/e/nowhere") && link.startsWith(path) ? 404 : 200));
    }

    @Test
    void simulatedDataAreLabelledOnEveryPage() {
        assertThat(Served.get("/e/town").body()).contains("模拟数据");
        assertThat(Served.get("/e/town?lang=en").body()).contains("Simulated data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/e/nowhere",
                "/e/..%2f..%2fetc",
                "/nothing",
                "/e/town/nothing",
            })
    void whatIsNotThereIsSaidInWords(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/town?verdict=GOOD", "/e/town?rat=6G", "/e/town?evidence=%27%3B--", "/e/town?q=%00"})
    void aFilterNobodyKnowsIsABadRequest(String path) {
        Answer answer = Served.get(path);
        assertThat(answer.status()).as(path).isEqualTo(400);
        assertThat(answer.body()).contains("应为");
    }
}
