package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Direction;
import org.signalup.domain.Service;

class StarsJudgeTest {
    private static final Map<Direction, Double> FULL_RATES = Map.of(Direction.DL, 900.0, Direction.UL, 160.0);
    private static final Map<Service, Double> FULL_SERVICES =
            Map.of(Service.LIVE, 1.0, Service.WEB, 1.0, Service.VOICE, 1.0);

    private final StarsJudge judge = new StarsJudge(Given.standard());

    @Test
    void everythingFullIsFiveStars() {
        StarVerdict verdict = judge.judge(basis("A", 1.0, FULL_RATES, 1.0, FULL_SERVICES, 0));
        assertThat(verdict.score()).hasValue(100.0);
        assertThat(verdict.stars()).hasValue(5);
        assertThat(verdict.reason()).isEmpty();
    }

    @Test
    void theRateScaleBendsAtTheTarget() {
        // DL 120 of 20..220 is 30 points, UL 102.5 of 45..160 is 80: 7:3 gives 45; coverage 0.95 is 75.
        Map<Direction, Double> rates = Map.of(Direction.DL, 120.0, Direction.UL, 102.5);
        StarVerdict verdict = judge.judge(basis("A", 0.95, rates, 1.0, Map.of(), 0));
        assertThat(verdict.score().getAsDouble()).isCloseTo((40 * 75 + 25 * 45) / 65.0, within(1e-9));
    }

    @Test
    void withoutAPassThereIsAScoreButNoStar() {
        StarVerdict verdict = judge.judge(new StarBasis(
                "X",
                false,
                Given.decided("RETEST", "C"),
                List.of(0.9),
                FULL_RATES,
                OptionalDouble.of(1),
                FULL_SERVICES,
                Map.of(),
                OptionalInt.of(4)));
        assertThat(verdict.stars()).isEmpty();
        assertThat(verdict.reason()).isEqualTo("NOT_PASS:RETEST");
        assertThat(verdict.score()).hasValue(80.0);
    }

    @Test
    void oneDirectionAloneIsHalfAMandatoryPart() {
        assertThat(judge.judge(basis("A", 1.0, Map.of(Direction.DL, 900.0), 1.0, FULL_SERVICES, 0)))
                .isEqualTo(new StarVerdict(OptionalDouble.of(100), OptionalInt.of(3), List.of("NO_UL:MAX3")));
    }

    @Test
    void whatWasNotMeasuredCapsTheStars() {
        assertThat(judge.judge(basis("A", 1.0, Map.of(), -1, FULL_SERVICES, 0)))
                .isEqualTo(new StarVerdict(OptionalDouble.of(100), OptionalInt.of(3), List.of("NO_RATE:MAX3")));
        assertThat(judge.judge(basis("A", 1.0, FULL_RATES, 1.0, Map.of(Service.VOICE, 1.0), 0)))
                .isEqualTo(new StarVerdict(OptionalDouble.of(100), OptionalInt.of(4), List.of("NO_SERVICE:MAX4")));
        assertThat(judge.judge(basis("C", 1.0, FULL_RATES, 0.949, FULL_SERVICES, 0))
                        .reason())
                .isEqualTo("EVIDENCE_C:MAX4;RATE_SHARE:MAX4");
    }

    @Test
    void whatEachPartLostAddsUpToWhatTheScoreLacks() {
        StarBasis basis =
                basis("A", 0.95, Map.of(Direction.DL, 900.0, Direction.UL, 45.0), 1.0, Map.of(Service.WEB, 0.9), 0);
        List<PartScore> parts = judge.parts(basis);
        assertThat(parts).extracting(part -> part.part().name()).containsExactly("COVERAGE", "RATE", "SERVICE");
        assertThat(parts)
                .extracting(PartScore::because)
                .containsExactly(List.of(), List.of("UL"), List.of("WEB.SUCCESS"));
        assertThat(parts.stream().mapToDouble(PartScore::lost).sum())
                .isCloseTo(100 - judge.judge(basis).score().getAsDouble(), within(1e-9));
    }

    /** All parts earn the points of the coverage: share 0.98 is 90. */
    @ParameterizedTest(name = "coverage {0} after {1} stars is {2} stars")
    @CsvSource({
        "0.98, 0, 5, ''",
        "0.98, 4, 4, HELD",
        "0.983, 4, 4, HELD",
        "0.984, 4, 5, ''",
        "0.979, 5, 5, HELD",
        "0.976, 5, 5, HELD",
        "0.9759, 5, 4, ''",
        "0.96, 4, 4, ''",
        "0.96, 3, 3, HELD",
    })
    void starsChangeOnlyTwoPointsBeyondACut(double share, int previous, int stars, String reason) {
        StarVerdict verdict = judge.judge(basis("A", share, scaled(share), 1.0, services(share), previous));
        assertThat(verdict.stars()).hasValue(stars);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    /** Rates and services that earn the same points as this coverage. */
    private static Map<Direction, Double> scaled(double share) {
        double points = (share - 0.8) / 0.2 * 100;
        return Map.of(Direction.DL, 220 + (points - 60) / 40 * 680, Direction.UL, 45 + (points - 60) / 40 * 115);
    }

    private static Map<Service, Double> services(double share) {
        double points = (share - 0.8) / 0.2;
        return Map.of(Service.LIVE, 0.9 + points / 10, Service.VOICE, 0.9 + points / 10);
    }

    private static StarBasis basis(
            String evidence,
            double coverage,
            Map<Direction, Double> rates,
            double rateShare,
            Map<Service, Double> services,
            int previous) {
        return new StarBasis(
                "X",
                false,
                Given.decided("PASS", evidence),
                List.of(coverage),
                rates,
                rateShare < 0 ? OptionalDouble.empty() : OptionalDouble.of(rateShare),
                services,
                Map.of(),
                previous == 0 ? OptionalInt.empty() : OptionalInt.of(previous));
    }
}
