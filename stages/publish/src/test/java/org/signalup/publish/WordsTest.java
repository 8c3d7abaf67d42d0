package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.domain.Direction;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.intake.RejectCode;
import org.signalup.standards.Standard.Part;

/** Every code a reader may meet has words in both languages. */
class WordsTest {
    @ParameterizedTest
    @EnumSource(RejectCode.class)
    void rejects(RejectCode code) {
        assertSaid(code.name(), Words.reject(code.name()));
    }

    @Test
    void starsThatLackAPart() {
        Stream.concat(Stream.of(Part.values()), Stream.of(Direction.values()))
                .map(part -> "NO_" + part)
                .forEach(code -> assertSaid(code, Words.starReason(code, WordsTest::name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVIDENCE_B",
                "EVIDENCE_C",
                "RATE_SHARE",
                "HELD",
                "NO_RATE:MAX3",
                "LEAST:CMCC",
                "KPI_LIVE.STALL_RATIO:MAX4"
            })
    void stars(String code) {
        assertSaid(code, Words.starReason(code, WordsTest::name));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void starsWithoutAPass(Verdict verdict) {
        assertThat(Words.starReason("NOT_PASS:" + verdict.code(), WordsTest::name)
                        .zh())
                .endsWith(Words.verdict(verdict).zh());
    }

    @Test
    void theOperatorThatSetsTheStarsOfAllIsNamed() {
        assertThat(Words.starReason("LEAST:CMCC", WordsTest::name).en())
                .isEqualTo("as the operator with fewest stars: operator M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DL", "WEB.SUCCESS", "LIVE.STALL_RATIO:POOR", "VOICE.MOS:FAIR"})
    void whatKeptAScoreDown(String code) {
        assertSaid(code, Words.lost(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_MEASURED", "TOO_FEW", "RETEST", "SELF_ONLY", "SINGLE"})
    void plan(String code) {
        assertSaid(code, Words.planReason(code));
    }

    private static Text name(String code) {
        return Text.of("企业", "operator " + code.charAt(1));
    }

    private static void assertSaid(String code, Text text) {
        assertThat(text.zh())
                .as(code)
                .doesNotContain(code.replaceFirst(":.*", ""))
                .matches(".*\\p{IsHan}.*");
        assertThat(text.en())
                .as(code)
                .doesNotContain(code.replaceFirst(":.*", ""))
                .doesNotMatch(".*\\p{IsHan}.*");
    }
}
