package org.signalup.intake.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadingPatternTest {
    private static final Random RANDOM = new Random(7);

    private static String text(String letters, int most) {
        return IntStream.range(0, RANDOM.nextInt(most + 1))
                .mapToObj(
                        i -> letters.substring(RANDOM.nextInt(letters.length())).substring(0, 1))
                .collect(Collectors.joining());
    }

    @Test
    void aStarStandsForAnyTextAsARegularExpressionWouldSay() {
        for (int i = 0; i < 20_000; i++) {
            String pattern = text("ab*", 6);
            String heading = text("ab", 8);
            String regex = pattern.chars()
                    .mapToObj(c -> c == '*' ? ".*" : Character.toString(c))
                    .collect(Collectors.joining());
            assertThat(HeadingPattern.of(pattern).matches(Heading.of(heading)))
                    .as("%s in %s", pattern, heading)
                    .isEqualTo(Pattern.matches(regex, heading));
        }
    }

    @Test
    void headingsOfAFileAreFoundAsOneByOne() {
        for (int i = 0; i < 5_000; i++) {
            List<String> raw =
                    IntStream.range(0, 6).mapToObj(cell -> text("aB_1 （）", 3)).toList();
            HeadingPattern pattern = HeadingPattern.of(text("ab_1*|", 4));
            List<Integer> expected = IntStream.range(0, 6)
                    .filter(cell -> pattern.matches(Heading.of(raw.get(cell))))
                    .boxed()
                    .toList();
            assertThat(Headings.of(raw).matching(pattern))
                    .as("%s in %s", pattern, raw)
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatMustNotBeIsNoMatchWhateverElseHolds() {
        HeadingPattern serving = HeadingPattern.of("*SS-RSRP*|Level|!*Neighbor*|! level");

        assertThat(Headings.of(List.of("NR Neighbor SS-RSRP[1]", "NR Serving SS-RSRP", "Level"))
                        .matching(serving))
                .containsExactly(1);
        assertThat(Headings.of(List.of("Level", "Level(1)")).matching(HeadingPattern.of("Level|!Level")))
                .isEmpty();
    }

    @Test
    void fullWidthCaseAndSpacesDoNotMatter() {
        assertThat(Heading.of("ＲＳＲＰ （dBm）").key()).isEqualTo("rsrp(dbm)");
        assertThat(Heading.of("rsrp_dbm").key()).isEqualTo("rsrp_dbm");
        assertThat(Heading.of(" RSRP  [dBm] ").key()).isEqualTo("rsrp[dbm]");
    }
}
