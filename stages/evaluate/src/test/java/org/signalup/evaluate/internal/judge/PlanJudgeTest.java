package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.internal.judge.PlanJudge.Need;

class PlanJudgeTest {
    private final PlanJudge plan = new PlanJudge(Given.standard());

    @Test
    void aPointNeverTestedNeedsItsMinimumAndManyCleanVisitsForProof() {
        // Visits of 20 samples: three make the minimum of 60.
        Need need = plan.untouched(Given.POINT);
        assertThat(need.reason()).isEqualTo("NOT_MEASURED");
        assertThat(need.forB()).hasValue(3);
        assertThat(need.forA()).hasValue(proofAfter(20));
    }

    @Test
    void visitsAreAsLargeAsThoseSoFar() {
        Need need = need(Given.oneDate(3, 30, 30));
        assertThat(need.reason()).isEqualTo("SINGLE");
        assertThat(need.forB()).hasValue(1);
        assertThat(need.forA()).hasValue(16);
    }

    @Test
    void aSuspectedPointNeedsCleanVisitsUntilItPasses() {
        // 84 of 90; each visit adds 30 clean ones: 114 of 120 is exactly 0.95.
        Need need = need(Given.oneDate(3, 30, 28));
        assertThat(need.reason()).isEqualTo("RETEST");
        assertThat(need.forB()).hasValue(1);
        assertThat(need.forA().getAsInt()).isGreaterThan(16);
    }

    @Test
    void whatRestsOnSelfTestsStartsAgain() {
        TargetVerdict self = Given.judged(Tally.EMPTY, Given.oneDate(30, 30, 30), Given.POINT);
        Need need = plan.need(self).orElseThrow();
        assertThat(need.reason()).isEqualTo("SELF_ONLY");
        assertThat(need.forB()).hasValue(3);
    }

    @Test
    void aFailureKnownFromSelfTestsIsAnsweredByCleanIndependentVisits() {
        TargetVerdict failing = Given.judged(Given.oneDate(3, 20, 0), Tally.EMPTY, Given.POINT);
        assertThat(plan.need(failing)).isEmpty();
        TargetVerdict single = Given.judged(Tally.EMPTY, Given.oneDate(3, 20, 10), Given.POINT);
        assertThat(single.decided()).isEqualTo(Given.decided("FAIL", "C"));
        Need need = plan.need(single).orElseThrow();
        assertThat(need.forB()).hasValue(3);
        assertThat(need.forA()).hasValue(proofAfter(20));
    }

    @Test
    void independentSamplesCountEvenWhereSelfTestsHadToHelp() {
        TargetVerdict self = Given.judged(Given.oneDate(2, 20, 20), Given.oneDate(1, 20, 20), Given.POINT);
        Need need = plan.need(self).orElseThrow();
        assertThat(need.reason()).isEqualTo("SELF_ONLY");
        assertThat(need.forB()).hasValue(1);
        assertThat(need.forA()).hasValue(proofAfter(20) - 2);
    }

    @Test
    void aVisitIsNeverSmallerThanTheMinimumOverItsClusters() {
        // One sample so far: three visits of 20 make the minimum, not 59 visits of one.
        assertThat(need(Given.oneDate(1, 1, 1)).forB()).hasValue(3);
    }

    @Test
    void decidedPointsNeedNothing() {
        Tally repeated = Given.clusters(new long[] {20, 20}, new long[] {20, 20}, new long[] {20, 20});
        assertThat(plan.need(Given.judged(repeated, Tally.EMPTY, Given.POINT))).isEmpty();
    }

    @Test
    void adjacentBinsWithTheSameNeedMakeOneStretch() {
        LineBins bins = new LineBins(
                new int[] {0, 0, 0, 0, 1, 1},
                new long[] {0, 100_000, 200_000, 300_000, 1_012_300, 1_112_300},
                new long[] {100_000, 200_000, 300_000, 1_012_300, 1_112_300, 1_205_499});
        Need untouched = plan.untouched(Given.BIN);
        Need suspected = need(Given.oneDate(1, 4, 1), Given.BIN).orElseThrow();
        List<Need> needs = Arrays.asList(untouched, null, untouched, untouched, untouched, suspected);
        List<PlanRow> rows = PlanJudge.rows("G1", "CMCC", RatRow.ANY, bins, needs::get);
        assertThat(rows.stream().map(row -> row.target() + " " + row.reason()))
                .containsExactly(
                        "G1:K0+000-K0+100 NOT_MEASURED",
                        "G1:K0+200-K1+012 NOT_MEASURED",
                        "G1:K1+012-K1+112 NOT_MEASURED",
                        "G1:K1+112-K1+205 RETEST");
        assertThat(rows.get(0).visitsForB()).hasValue(2);
    }

    /** The number of clean visits of this size whose lower bound first reaches the target share. */
    private static int proofAfter(int samples) {
        Moments moments = Moments.ZERO;
        int visits = 0;
        while (Interval.of(moments, Given.STATISTICS, 0.95).low() < 0.95) {
            moments = moments.plus(Moments.cluster(samples, samples));
            visits++;
        }
        return visits;
    }

    private Need need(Tally tally) {
        return need(tally, Given.POINT).orElseThrow();
    }

    private Optional<Need> need(Tally tally, TargetRule rule) {
        return plan.need(Given.judged(tally, Tally.EMPTY, rule));
    }
}
