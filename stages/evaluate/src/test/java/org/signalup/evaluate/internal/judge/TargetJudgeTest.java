package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.domain.RatRow;

class TargetJudgeTest {
    @Test
    void nothingCountedIsNotMeasured() {
        TargetVerdict verdict = Given.judged(Tally.EMPTY, Tally.EMPTY, Given.POINT);
        assertThat(verdict.decided()).isEqualTo(Given.decided("NOT_MEASURED", ""));
        assertThat(verdict.numbers().samples()).hasValue(0);
        assertThat(verdict.numbers().share()).isEmpty();
        assertThat(verdict.numbers().shareLow()).isEmpty();
    }

    @Test
    void oneSampleOrOneClusterShortIsTooFew() {
        assertThat(point(Given.clusters(new long[] {20, 20}, new long[] {20, 20}, new long[] {19, 19})))
                .isEqualTo(Given.decided("TOO_FEW", ""));
        assertThat(point(Given.clusters(new long[] {30, 30}, new long[] {30, 30})))
                .isEqualTo(Given.decided("TOO_FEW", ""));
    }

    @Test
    void exactlyTheTargetSharePasses() {
        assertThat(point(Given.oneDate(3, 20, 19))).isEqualTo(Given.decided("PASS", "C"));
        assertThat(point(Given.clusters(new long[] {20, 19}, new long[] {20, 19}, new long[] {20, 19})))
                .isEqualTo(Given.decided("PASS", "B"));
    }

    @Test
    void nineteenCleanTestsProveThePass() {
        assertThat(point(Given.oneDate(19, 30, 30))).isEqualTo(Given.decided("PASS", "A"));
        assertThat(point(Given.oneDate(18, 30, 30))).isEqualTo(Given.decided("PASS", "C"));
    }

    @Test
    void belowTheTargetIsSuspectedUntilItFailsOnASecondDate() {
        Tally oneBadDate = Given.clusters(new long[] {30, 25}, new long[] {30, 30}, new long[] {30, 30});
        Tally twoBadDates = Given.clusters(new long[] {30, 28}, new long[] {30, 28}, new long[] {30, 29});
        assertThat(point(Given.oneDate(3, 30, 28))).isEqualTo(Given.decided("RETEST", "C"));
        assertThat(point(oneBadDate)).isEqualTo(Given.decided("RETEST", "B"));
        assertThat(point(twoBadDates)).isEqualTo(Given.decided("FAIL", "B"));
    }

    @Test
    void noServiceAnywhereFailsWithProof() {
        assertThat(point(Given.oneDate(3, 20, 0))).isEqualTo(Given.decided("FAIL", "A"));
    }

    @Test
    void selfTestDataAreUsedOnlyWhereOthersMissTheMinimumAndStayGradeC() {
        Tally enough = Given.oneDate(3, 20, 20);
        Tally bad = Given.oneDate(30, 30, 0);
        TargetVerdict independent = Given.judged(enough, bad, Given.POINT);
        assertThat(independent.decided()).isEqualTo(Given.decided("PASS", "C"));
        assertThat(independent.self()).isFalse();
        TargetVerdict pooled = Given.judged(Given.oneDate(2, 20, 20), bad, Given.POINT);
        assertThat(pooled.decided()).isEqualTo(Given.decided("FAIL", "C"));
        assertThat(pooled.used().moments().n()).isEqualTo(940);
        assertThat(pooled.self()).isTrue();
        assertThat(Given.judged(Tally.EMPTY, Given.oneDate(30, 30, 30), Given.POINT)
                        .decided())
                .isEqualTo(Given.decided("PASS", "C"));
    }

    @Test
    void binsRepeatOverClusters() {
        Tally two = new Tally(
                Moments.cluster(3, 1).plus(Moments.cluster(3, 1)), List.of(new DateTally(1, 6, 2)), 0, 0, 0, 0, 2);
        Tally one = new Tally(
                Moments.cluster(3, 0).plus(Moments.cluster(3, 2)), List.of(new DateTally(1, 6, 2)), 0, 0, 0, 0, 1);
        assertThat(Given.judged(two, Tally.EMPTY, Given.BIN).decided()).isEqualTo(Given.decided("FAIL", "B"));
        assertThat(Given.judged(one, Tally.EMPTY, Given.BIN).decided()).isEqualTo(Given.decided("RETEST", "B"));
        assertThat(Given.judged(Given.oneDate(1, 2, 1), Tally.EMPTY, Given.BIN).decided())
                .isEqualTo(Given.decided("PASS", "C"));
        assertThat(Given.judged(Given.oneDate(2, 2, 1), Tally.EMPTY, Given.BIN).decided())
                .isEqualTo(Given.decided("PASS", "B"));
    }

    @Test
    void timeOnTheRatIsToldForRowsOfARatOnly() {
        Tally tally = new Tally(Moments.cluster(4, 1), List.of(new DateTally(1, 4, 1)), 3, 1, 0, 1, 0);
        TargetJudge judge = new TargetJudge(Given.STATISTICS);
        assertThat(judge.judge(RatRow.G5, tally, Tally.EMPTY, Given.BIN)
                        .numbers()
                        .onRatShare())
                .hasValue(0.75);
        assertThat(judge.judge(RatRow.ANY, tally, Tally.EMPTY, Given.BIN)
                        .numbers()
                        .onRatShare())
                .isEmpty();
    }

    @Test
    void talliesMergeDateByDate() {
        Tally left = new Tally(
                Moments.cluster(5, 4), List.of(new DateTally(1, 2, 2), new DateTally(4, 3, 2)), 1, 2, 3, 4, 1);
        Tally right = new Tally(
                Moments.cluster(4, 1), List.of(new DateTally(2, 1, 0), new DateTally(4, 3, 1)), 1, 1, 1, 1, 1);
        Tally both = left.plus(right);
        assertThat(both.moments()).isEqualTo(new Moments(9, 5, 41, 17, 24, 2));
        assertThat(both.dates())
                .containsExactly(new DateTally(1, 2, 2), new DateTally(2, 1, 0), new DateTally(4, 6, 3));
        assertThat(both).isEqualTo(right.plus(left));
        assertThat(both.clustersFailed()).isEqualTo(2);
    }

    private static Decided point(Tally tally) {
        return Given.judged(tally, Tally.EMPTY, Given.POINT).decided();
    }
}
