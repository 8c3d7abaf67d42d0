package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected bounds were computed apart, with thirty digits and the variance as a sum of residuals. */
class IntervalTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "30/30*20, 0.953891988886493, 1",
        "30/30*19, 0.951319681855873, 1",
        "30/30*18, 0.948442580286576, 1",
        "30/29 25/25 40/36 20/20 35/34, 0.706973925858123, 0.995828816115445",
        "60/57*2, 0.12518729869571, 0.999603753111883",
        "20/0*3, 0, 0.487732542464276",
        "1/1*5 1/0*2, 0.338812133508222, 0.924224060003763",
        "30/20 30/10 30/25 30/15, 0.282197042853327, 0.83292962322639",
        "10/9*4 10/10, 0.641972113694132, 0.986623117410467",
    })
    void boundsAreWilsonOnTheEffectiveSampleWithStudentsT(String clusters, double low, double high) {
        Interval interval = Interval.of(moments(clusters), Given.STATISTICS, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(1e-10));
        assertThat(interval.high()).isCloseTo(high, within(1e-10));
    }

    @Test
    void oneClusterSaysNothing() {
        assertThat(Interval.of(moments("60/60"), Given.STATISTICS, 0.95)).isEqualTo(new Interval(0, 1));
        assertThat(Interval.of(Moments.ZERO, Given.STATISTICS, 0.95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void allOrNothingReachesTheEndExactly() {
        assertThat(Interval.of(moments("7/7*3"), Given.STATISTICS, 0.95).high()).isEqualTo(1.0);
        assertThat(Interval.of(moments("7/0*3"), Given.STATISTICS, 0.95).low()).isEqualTo(0.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 6.313751514675037",
        "0.95, 2, 2.9199855803537242",
        "0.95, 19, 1.7291328115213682",
        "0.95, 119, 1.657759284942833",
        "0.975, 4, 2.7764451051977934",
        "0.99, 3, 4.540702858568132",
        "0.95, 100000, 1.6448688647849696",
    })
    void quantilesAreStudents(double confidence, long degrees, double expected) {
        assertThat(StudentQuantile.at(confidence).of(degrees)).isCloseTo(expected, within(1e-9));
        assertThat(StudentQuantile.at(confidence).of(degrees)).isCloseTo(expected, within(1e-9));
    }

    /**
     * At the target share itself a grade-A pass is wrong; the bound must rarely reach it. The design's 3.3 % plus three
     * standard errors of 3000 rounds: with beta-distributed shares, 20 000 rounds gave 3.5 % at 120 clusters.
     */
    @ParameterizedTest(name = "correlation {0}, {1} clusters")
    @CsvSource({"0.1, 20", "0.3, 3", "0.3, 10", "0.3, 20", "0.3, 40", "0.3, 120"})
    void wrongPassesOfGradeAAreRare(double correlation, int clusters) {
        RandomDataGenerator random = new RandomDataGenerator(20_250_101L + clusters);
        double scale = (1 - correlation) / correlation;
        int rounds = 3000;
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            Moments moments = Moments.ZERO;
            for (int i = 0; i < clusters; i++) {
                double share = random.nextBeta(0.95 * scale, 0.05 * scale);
                int m = random.nextInt(20, 60);
                moments = moments.plus(Moments.cluster(m, binomial(random, m, share)));
            }
            wrong += Interval.of(moments, Given.STATISTICS, 0.95).low() >= 0.95 ? 1 : 0;
        }
        assertThat(wrong / (double) rounds).isLessThanOrEqualTo(0.033 + 0.01);
    }

    private static int binomial(RandomDataGenerator random, int n, double share) {
        int hits = 0;
        for (int i = 0; i < n; i++) {
            hits += random.nextDouble() < share ? 1 : 0;
        }
        return hits;
    }

    private static Moments moments(String clusters) {
        List<Moments> all = new ArrayList<>();
        for (String word : clusters.split(" ")) {
            String[] parts = word.split("[/*]");
            int times = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            for (int i = 0; i < times; i++) {
                all.add(Moments.cluster(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
            }
        }
        return all.stream().reduce(Moments.ZERO, Moments::plus);
    }
}
