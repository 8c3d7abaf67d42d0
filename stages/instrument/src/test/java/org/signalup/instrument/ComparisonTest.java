package org.signalup.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.signalup.instrument.Comparison.Circumstances;
import org.signalup.instrument.Comparison.Uncertainty;
import org.signalup.instrument.Series.Pair;

/** Verdicts by the shipped policy: bias 2 dB, limits ± 6 dB, thirty pairs, twelve months. */
class ComparisonTest {
    private static final List<Pair> GOOD = Bench.normal(1, 400, 0.8, 1.5);

    @Test
    void aSmallBiasWithNarrowLimitsAgreesForCertain() {
        Comparison found = Bench.compared(GOOD);
        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.ACCEPTED);
        assertThat(found.certain()).isTrue();
        assertThat(found.reasons()).isEmpty();
        assertThat(found.agreement().orElseThrow().bias().value()).isCloseTo(0.8, within(0.3));
    }

    @Test
    void fewPairsNearALimitAgreeButNotForCertain() {
        Comparison found = Bench.compared(alternating(40, 1.8, 2));
        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.ACCEPTED);
        assertThat(found.certain()).isFalse();
    }

    @Test
    void aBiasBeyondItsLimitDoesNotAgree() {
        Comparison found = Bench.compared(alternating(400, 3, 0.5));
        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.REFUSED);
        assertThat(found.certain()).isTrue();
        assertThat(found.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.en()).isEqualTo("bias 3.00 dB beyond ±2.00 dB"));
    }

    @Test
    void wideLimitsDoNotAgreeWhateverTheBias() {
        Comparison found = Bench.compared(alternating(400, 0, 5));
        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.REFUSED);
        assertThat(found.reasons()).hasSize(2);
    }

    @Test
    void fewerThanThirtyPairsDecideNothing() {
        assertThat(Bench.compared(GOOD.subList(0, 29)).verdict()).isEqualTo(ComparisonVerdict.TOO_FEW);
        assertThat(Bench.compared(GOOD.subList(0, 30)).verdict()).isEqualTo(ComparisonVerdict.ACCEPTED);
        assertThat(Bench.compared(List.of()).verdict()).isEqualTo(ComparisonVerdict.TOO_FEW);
    }

    @Test
    void aComparisonCountsForTwelveMonthsAfterItsLastPair() {
        assertThat(Bench.compared(GOOD).asOf()).contains(LocalDate.of(2025, 7, 18));
        assertThat(on("2026-07-18").verdict()).isEqualTo(ComparisonVerdict.ACCEPTED);
        assertThat(on("2026-07-19").verdict()).isEqualTo(ComparisonVerdict.EXPIRED);
    }

    @Test
    void theEnScoreSetsTheBiasAgainstBothUncertainties() {
        List<Pair> pairs = alternating(40, 1.5, 0.1);
        Comparison mild = uncertain(pairs, 3, 4);
        assertThat(mild.en()).hasValue(1.5 / 5);
        assertThat(mild.verdict()).isEqualTo(ComparisonVerdict.ACCEPTED);
        Comparison strict = uncertain(pairs, 0.6, 0.8);
        assertThat(strict.en()).hasValueCloseTo(1.5, within(1e-9));
        assertThat(strict.verdict()).isEqualTo(ComparisonVerdict.REFUSED);
        assertThat(strict.reasons().get(0).en()).isEqualTo("En score 1.50 above 1.00");
        assertThat(Bench.compared(pairs).en()).isEmpty();
    }

    @Test
    void aQuantityWithoutLimitsIsComputedAndNotJudged() {
        Comparison found = Bench.compared(Quantity.SINR, GOOD, Bench.USUAL);
        assertThat(found.verdict()).isEqualTo(ComparisonVerdict.NOT_JUDGED);
        assertThat(found.agreement()).isPresent();
    }

    @Test
    void theCorrectionIsTheBiasTurnedRound() {
        Comparison found = Bench.compared(alternating(40, 1.5, 0.5));
        Estimate bias = found.agreement().orElseThrow().bias();
        assertThat(found.proposedCorrection()).contains(new Estimate(-bias.value(), -bias.high(), -bias.low()));
    }

    private static Comparison on(String day) {
        return Bench.compared(
                Quantity.RSRP,
                GOOD,
                new Circumstances(Bench.ZONE, Optional.empty(), Optional.of(LocalDate.parse(day))));
    }

    private static Comparison uncertain(List<Pair> pairs, double reference, double other) {
        return Bench.compared(
                Quantity.RSRP,
                pairs,
                new Circumstances(Bench.ZONE, Optional.of(new Uncertainty(reference, other)), Optional.empty()));
    }

    /** Differences bias + spread, bias − spread, bias + spread, … */
    private static List<Pair> alternating(int count, double bias, double spread) {
        double[] reference = new double[count];
        double[] differences = new double[count];
        for (int i = 0; i < count; i++) {
            reference[i] = -80 - i % 20;
            differences[i] = bias + (i % 2 == 0 ? spread : -spread);
        }
        return Bench.pairs(reference, differences);
    }
}
