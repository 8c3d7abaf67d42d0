package org.signalup.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.instrument.Agreement.Deming;
import org.signalup.instrument.Series.Pair;
import org.signalup.standards.InstrumentPolicy.Method;

class AgreementTest {
    private static final Offset<Double> CLOSE = within(1e-4);
    /** Student's t of 4 degrees, two-sided 95 %, from a printed table. */
    private static final double T4 = 2.776445;

    /** By hand: differences 1 2 3 2 2, their mean 2, s = √(2/4). */
    private static final List<Pair> FIVE =
            Bench.pairs(new double[] {-80, -85, -90, -95, -100}, new double[] {1, 2, 3, 2, 2});

    @Test
    void biasAndLimitsAreThoseComputedByHand() {
        Agreement found = agreement(FIVE);
        assertThat(found.pairs()).isEqualTo(5);
        assertThat(found.sd()).isCloseTo(0.707107, CLOSE);
        assertEstimate(found.bias(), 2, T4 * 0.707107 / Math.sqrt(5));
        double half = T4 * 0.707107 * Math.sqrt(0.2 + 3.8416 / 8);
        assertThat(half).isCloseTo(1.619169, CLOSE);
        assertEstimate(found.lower(), 0.614071, half);
        assertEstimate(found.upper(), 3.385929, half);
    }

    /** By hand: Sxx 250, Syy 232, Sxy 240, so slope = (−18 + √(18² + 4·240²)) / 480. */
    @Test
    void theRegressionIsThatComputedByHand() {
        Deming line = agreement(FIVE).deming().orElseThrow();
        assertThat(line.slope().value()).isCloseTo(0.963203, CLOSE);
        assertThat(line.intercept().value()).isCloseTo(-1.311744, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.25, 3})
    void theRegressionIsTheLineOfLeastSquaresAcrossBothErrors(double ratio) {
        for (long seed = 1; seed <= 5; seed++) {
            List<Pair> pairs = Bench.normal(seed, 14, 1.5, 6);
            Method method = new Method(0.95, 1.96, ratio, 1);
            Deming line = Agreement.of(pairs, method, Bench.ZONE)
                    .flatMap(Agreement::deming)
                    .orElseThrow();
            assertThat(line.slope().value()).isCloseTo(SlowLine.slope(pairs, ratio), CLOSE);
            double[] left = new double[pairs.size()];
            for (int i = 0; i < left.length; i++) {
                List<Pair> others = new ArrayList<>(pairs);
                others.remove(i);
                left[i] = SlowLine.slope(others, ratio);
            }
            double half = 2.178813 * SlowLine.jackknifeError(left);
            assertEstimate(line.slope(), line.slope().value(), half);
        }
    }

    @Test
    void readingsThatNeverChangeDetermineNoLine() {
        List<Pair> still = Bench.pairs(new double[] {-80, -80, -80, -80}, new double[] {1, 2, 1, 2});
        Agreement found = agreement(still);
        assertThat(found.deming()).isEmpty();
        assertThat(found.bias().value()).isCloseTo(1.5, CLOSE);
    }

    @Test
    void oneReadingApartFromStillOnesDeterminesNoLine() {
        List<Pair> still = Bench.pairs(new double[] {-80, -80, -80, -90}, new double[] {1, 1, 1, 2});
        assertThat(agreement(still).deming()).isEmpty();
    }

    @Test
    void lessThanTwoPairsDetermineNothing() {
        assertThat(Agreement.of(FIVE.subList(0, 1), Bench.POLICY.method(), Bench.ZONE))
                .isEmpty();
        assertThat(Agreement.of(List.of(), Bench.POLICY.method(), Bench.ZONE)).isEmpty();
    }

    /** By hand: July 1 and 3, August 4 and 6, September 9; the month is that of the wall clock in Shanghai. */
    @Test
    void driftIsTheBiasOfEachMonth() {
        List<Pair> pairs = List.of(
                Bench.pair("2025-07-01T00:00:00Z", -80, 1),
                Bench.pair("2025-07-31T15:59:00Z", -80, 3),
                Bench.pair("2025-07-31T16:00:00Z", -80, 4),
                Bench.pair("2025-08-20T00:00:00Z", -80, 6));
        Agreement found = agreement(pairs);
        assertThat(found.drift())
                .extracting(month -> month.month() + " " + month.pairs() + " " + month.value())
                .containsExactly("2025-07 2 2.0", "2025-08 2 5.0");
        // Both means have the variance 2/2, so Welch has 2 degrees: 3 ± 4.302653 · √2.
        assertEstimate(found.driftChange().orElseThrow(), 3, 6.084870);

        List<Pair> more = new ArrayList<>(pairs);
        more.add(Bench.pair("2025-09-01T00:00:00Z", -80, 9));
        assertThat(agreement(more).driftChange()).isEmpty();
        assertThat(agreement(more).drift().get(2).bias()).isEmpty();
    }

    private static Agreement agreement(List<Pair> pairs) {
        return Agreement.of(pairs, Bench.POLICY.method(), Bench.ZONE).orElseThrow();
    }

    private static void assertEstimate(Estimate estimate, double value, double half) {
        assertThat(estimate.value()).isCloseTo(value, CLOSE);
        assertThat(estimate.low()).isCloseTo(value - half, CLOSE);
        assertThat(estimate.high()).isCloseTo(value + half, CLOSE);
    }
}
