package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Service;
import org.signalup.domain.Verdict;
import org.signalup.standards.Standard.RegionMean;

/** Expected means and bounds were computed apart with a statistics package. */
class RateJudgeTest {
    private final RateJudge judge = new RateJudge(Given.standard());

    @Test
    void everyDeviceDayWeighsTheSame() {
        RateTally tally = tally(days(new double[] {100, 200, 300}, new double[] {50}, new double[] {400, 0}), 0);
        RateVerdict verdict = judge.object(tally, false);
        assertThat(verdict.tests()).isEqualTo(6);
        assertThat(verdict.devices()).isEqualTo(3);
        assertThat(verdict.mean().value()).hasValue(150.0);
        assertThat(verdict.mean().low().getAsDouble()).isCloseTo(4.000720982313766, within(1e-6));
        assertThat(verdict.mean().high().getAsDouble()).isCloseTo(295.99927901768626, within(1e-6));
        assertThat(verdict.verdict()).isEmpty();
    }

    @Test
    void oneDeviceDayHasAMeanWithoutBounds() {
        RateVerdict verdict = judge.object(tally(days(new double[] {100, 300}), 0), false);
        assertThat(verdict.mean().value()).hasValue(200.0);
        assertThat(verdict.mean().low()).isEmpty();
        assertThat(verdict.mean().high()).isEmpty();
        assertThat(verdict.shareLow()).hasValue(0.0);
        assertThat(verdict.shareHigh()).hasValue(1.0);
    }

    @Test
    void quantilesAreRatesThatWereMeasured() {
        Map<Long, Long> rates = Map.of(1_000L, 2L, 5_000L, 3L, 9_000L, 5L, 20_000L, 1L);
        RateTally tally = new RateTally(List.of(new DeviceDay(1, 1, 11, 80_000, 80_000, 0)), rates);
        RateVerdict verdict = judge.object(tally, false);
        assertThat(verdict.median()).hasValue(9.0);
        assertThat(verdict.p10()).hasValue(1.0);
        RateTally ten = new RateTally(List.of(), Map.of(1_000L, 1L, 5_000L, 4L, 9_000L, 5L));
        assertThat(ten.quantile(1, 2)).hasValue(5.0);
        assertThat(ten.quantile(1, 10)).hasValue(1.0);
    }

    @Test
    void theOrderOfDaysDoesNotChangeALetter() {
        Random random = new Random(3);
        List<DeviceDay> days = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long kbps = random.nextInt(1_000_000);
            days.add(new DeviceDay(random.nextLong(), i % 17, 1 + random.nextInt(7), kbps, kbps, 1));
        }
        RateVerdict straight = judge.object(new RateTally(days, Map.of()), true);
        Collections.shuffle(days, random);
        assertThat(judge.object(new RateTally(days, Map.of()), true)).isEqualTo(straight);
    }

    @Test
    void strataWeighAsDeclaredWhateverTheirTests() {
        RegionMean byRat = new RegionMean(RegionMean.Strata.RAT, Map.of("5G", 7.0, "4G", 3.0, "2G", 1.0));
        RateTally five = tally(days(new double[] {100}, new double[] {200}, new double[] {300}), 0);
        RateTally four = tally(days(new double[] {10}, new double[] {20}), 0);
        RateVerdict verdict = new RateJudge(Given.standard(byRat))
                .region(RateTally.trials(List.of(five, four)), Map.of("5G", five, "4G", four), "USER_APP");
        assertThat(verdict.mean().value().getAsDouble()).isCloseTo(144.5, within(1e-9));
        assertThat(verdict.mean().low().getAsDouble()).isCloseTo(26.629753410432798, within(1e-5));
        assertThat(verdict.mean().high().getAsDouble()).isCloseTo(262.3702465895672, within(1e-5));
    }

    @Test
    void onlyTheMethodOfTheTargetIsJudgedInARegion() {
        RateTally clean = tally(days(new double[] {100}, new double[] {200}), 1);
        assertThat(judge.region(clean, Map.of(), "USER_APP").verdict()).contains(Verdict.PASS);
        assertThat(judge.region(clean, Map.of(), "DRIVE_FTP").verdict()).isEmpty();
    }

    @Test
    void aPlaceIsJudgedByTheFirstMethodWithEnoughTests() {
        assertThat(judge.objectMethod(Map.of("SPOT_TEST", 29L, "USER_APP", 500L)))
                .contains("USER_APP");
        assertThat(judge.objectMethod(Map.of("SPOT_TEST", 30L, "USER_APP", 500L)))
                .contains("SPOT_TEST");
        assertThat(judge.objectMethod(Map.of("SPOT_TEST", 29L, "DRIVE_FTP", 500L)))
                .isEmpty();
    }

    @Test
    void theCompliantShareIsJudgedLikeCoverage() {
        assertThat(judge.share(new RateTally(List.of(), Map.of()))).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(judge.share(share(29, 29))).isEqualTo(Verdict.TOO_FEW);
        assertThat(judge.share(share(100, 95))).isEqualTo(Verdict.PASS);
        assertThat(judge.share(share(100, 94))).isEqualTo(Verdict.RETEST);
        assertThat(judge.share(share(50, 47, 50, 46))).isEqualTo(Verdict.FAIL);
        assertThat(judge.share(share(50, 50, 50, 40))).isEqualTo(Verdict.RETEST);
    }

    @Test
    void bothDirectionsOfADayAreOneCluster() {
        RateTally down = share(10, 9, 10, 8);
        RateTally up = share(10, 10);
        RateTally both = RateTally.trials(List.of(down, up));
        assertThat(both.moments()).isEqualTo(new Moments(30, 27, 500, 425, 460, 2));
        assertThat(RateJudge.compliant(both)).hasValue(0.9);
    }

    @Test
    void testsOfWhichNoMethodHasEnoughAreTooFewAndNotUnmeasured() {
        assertThat(judge.part(Optional.empty(), true)).isEqualTo(Verdict.TOO_FEW);
        assertThat(judge.part(Optional.empty(), false)).isEqualTo(Verdict.NOT_MEASURED);
        assertThat(judge.part(Optional.of(share(40, 40)), true)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aServiceFailsOnlyWhenItMissedOnTwoDates() {
        ServiceJudge services = new ServiceJudge(Given.standard());
        Map<Service, List<DateTally>> fair =
                Map.of(Service.LIVE, List.of(new DateTally(1, 20, 19)), Service.WEB, List.of(new DateTally(1, 9, 0)));
        assertThat(services.judge(fair, Map.of())).isEqualTo(Verdict.PASS);
        assertThat(services.success(fair)).containsOnly(Map.entry(Service.LIVE, 0.95));
        assertThat(services.judge(Map.of(Service.LIVE, List.of(new DateTally(1, 20, 18))), Map.of()))
                .isEqualTo(Verdict.RETEST);
        assertThat(services.judge(
                        Map.of(Service.LIVE, List.of(new DateTally(1, 20, 18), new DateTally(2, 20, 18))), Map.of()))
                .isEqualTo(Verdict.FAIL);
        assertThat(services.judge(Map.of(Service.WEB, List.of(new DateTally(1, 9, 9))), Map.of()))
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(services.judge(Map.of(Service.CLOUD_GAME, List.of(new DateTally(1, 99, 99))), Map.of()))
                .isEqualTo(Verdict.NOT_MEASURED);
        assertThat(services.judge(Map.of(), Map.of())).isEqualTo(Verdict.NOT_MEASURED);
    }

    /** One device a day, on one date; {@code ok} compliant tests each. */
    private static List<DeviceDay> days(double[]... mbps) {
        List<DeviceDay> days = new ArrayList<>();
        for (double[] tests : mbps) {
            long sum = 0;
            for (double test : tests) {
                sum += Math.round(test * 1000);
            }
            days.add(new DeviceDay(days.size(), 1, tests.length, sum, sum, 0));
        }
        return days;
    }

    private static RateTally tally(List<DeviceDay> days, int ok) {
        return new RateTally(
                days.stream()
                        .map(day -> new DeviceDay(
                                day.device(), day.date(), day.tests(), day.sumKbps(), day.clippedKbps(), ok))
                        .toList(),
                Map.of());
    }

    /** Pairs of tests and compliant tests, each one date of one device. */
    private static RateTally share(long... pairs) {
        List<DeviceDay> days = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            days.add(new DeviceDay(1, 1 + i / 2, pairs[i], 0, 0, pairs[i + 1]));
        }
        return new RateTally(days, Map.of());
    }
}
