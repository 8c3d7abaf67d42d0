package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.RatRow;
import org.signalup.standards.Standard.RatRule;

class PlaceJudgeTest {
    private final PlaceJudge judge = new PlaceJudge(Given.standard());

    @ParameterizedTest
    @CsvSource({
        "PASS/B PASS/A PASS/C, PASS, C",
        "PASS/A FAIL/C FAIL/B NOT_MEASURED, FAIL, B",
        "RETEST/C RETEST/B TOO_FEW, RETEST, B",
        "NOT_MEASURED NOT_MEASURED, NOT_MEASURED, ''",
        "PASS/A NOT_MEASURED, UNDECIDED, ''",
        "TOO_FEW NOT_MEASURED, UNDECIDED, ''",
        "PASS/A UNDECIDED, UNDECIDED, ''",
    })
    void thePlaceRuleTakesTheWorst(String points, String verdict, String evidence) {
        assertThat(judge.judge(given(points)).decided()).isEqualTo(Given.decided(verdict, evidence));
    }

    @Test
    void aPlaceWithoutPointsIsNotMeasured() {
        PlaceVerdict verdict = judge.judge(List.of());
        assertThat(verdict.decided()).isEqualTo(Decided.NOT_MEASURED);
        assertThat(verdict.points()).isZero();
    }

    @Test
    void pointsAreCountedByVerdict() {
        PlaceVerdict verdict = judge.judge(given("PASS/A PASS/C RETEST/C FAIL/B TOO_FEW NOT_MEASURED UNDECIDED"));
        assertThat(verdict.points()).isEqualTo(7);
        assertThat(verdict.passed()).isEqualTo(2);
        assertThat(verdict.retest()).isEqualTo(1);
        assertThat(verdict.failed()).isEqualTo(1);
        assertThat(verdict.open()).isEqualTo(3);
    }

    @Test
    void cleanPointsTogetherProveWhatNoneProvesAlone() {
        PointVerdict seven = point(Given.oneDate(7, 30, 30));
        PointVerdict six = point(Given.oneDate(6, 30, 30));
        assertThat(judge.judge(List.of(seven, six)).decided()).isEqualTo(Given.decided("PASS", "C"));
        assertThat(judge.judge(List.of(seven, six, six)).decided()).isEqualTo(Given.decided("PASS", "A"));
    }

    @Test
    void selfTestDataAreNeverLifted() {
        TargetVerdict self = Given.judged(Tally.EMPTY, Given.oneDate(20, 30, 30), Given.POINT);
        PointVerdict point = PointVerdict.of(RatRule.ANY, self, self, self);
        assertThat(judge.judge(List.of(point, point(Given.oneDate(20, 30, 30)))).decided())
                .isEqualTo(Given.decided("PASS", "C"));
    }

    @Test
    void aFailOfGradeAMustHoldAlthoughManyPointsCouldHaveFailed() {
        // Three clusters with 6, 5 and 7 of 20: upper bound 0.732 at 0.95 and 0.979 at 0.9975, against 0.95.
        PointVerdict failing = point(Given.clusters(new long[] {20, 6}, new long[] {20, 5}, new long[] {20, 7}));
        PointVerdict clean = point(Given.oneDate(3, 20, 20));
        assertThat(failing.decided()).isEqualTo(Given.decided("FAIL", "A"));
        assertThat(judge.judge(List.of(failing)).decided()).isEqualTo(Given.decided("FAIL", "A"));
        List<PointVerdict> many = new ArrayList<>(Collections.nCopies(19, clean));
        many.add(failing);
        assertThat(judge.judge(many).decided()).isEqualTo(Given.decided("FAIL", "B"));
        List<PointVerdict> open = new ArrayList<>(Collections.nCopies(19, point(Tally.EMPTY)));
        open.add(failing);
        assertThat(judge.judge(open).decided()).isEqualTo(Given.decided("FAIL", "A"));
    }

    @Test
    void bothNetworksMustPassWhereTheRuleSaysSo() {
        TargetJudge target = new TargetJudge(Given.STATISTICS);
        TargetVerdict four = target.judge(RatRow.G4, Given.oneDate(3, 20, 20), Tally.EMPTY, Given.POINT);
        TargetVerdict five = target.judge(RatRow.G5, Given.oneDate(3, 20, 19), Tally.EMPTY, Given.POINT);
        TargetVerdict none = target.judge(RatRow.G5, Tally.EMPTY, Tally.EMPTY, Given.POINT);
        PointVerdict both = PointVerdict.of(RatRule.BOTH, none, four, five);
        assertThat(both.decided()).isEqualTo(Given.decided("PASS", "C"));
        assertThat(both.share()).isEqualTo(OptionalDouble.of(0.95));
        assertThat(PointVerdict.of(RatRule.BOTH, none, four, none).decided()).isEqualTo(Given.decided("UNDECIDED", ""));
        assertThat(PointVerdict.of(RatRule.FOUR_G, none, four, none).decided()).isEqualTo(Given.decided("PASS", "C"));
        assertThat(PointVerdict.of(RatRule.FIVE_G, none, four, none).decided())
                .isEqualTo(Given.decided("NOT_MEASURED", ""));
    }

    @Test
    void allOperatorsTogetherCountAPointOnlyWhenItPassesForAll() {
        List<Decided> first = decided("PASS/A PASS/B RETEST/C PASS/A");
        List<Decided> second = decided("PASS/B FAIL/B PASS/A NOT_MEASURED");
        PlaceVerdict all = AllJudge.place(
                List.of(
                        PlaceVerdict.counted(Given.decided("RETEST", "C"), first, List.of()),
                        PlaceVerdict.counted(Given.decided("FAIL", "B"), second, List.of())),
                List.of(first, second));
        assertThat(all.decided()).isEqualTo(Given.decided("FAIL", "B"));
        assertThat(List.of(all.points(), all.passed(), all.retest(), all.failed(), all.open()))
                .containsExactly(4, 1, 1, 1, 1);
    }

    @Test
    void theLeastIsUnknownWhenOneIsUnknown() {
        assertThat(AllJudge.least(List.of(OptionalDouble.of(2), OptionalDouble.of(1))))
                .hasValue(1);
        assertThat(AllJudge.least(List.of(OptionalDouble.of(2), OptionalDouble.empty())))
                .isEmpty();
        assertThat(AllJudge.least(List.of())).isEmpty();
        assertThat(AllJudge.fewest(List.of(OptionalInt.of(5), OptionalInt.of(3))))
                .hasValue(3);
        assertThat(AllJudge.fewest(List.of(OptionalInt.of(5), OptionalInt.empty())))
                .isEmpty();
    }

    private static PointVerdict point(Tally tally) {
        TargetVerdict verdict = Given.judged(tally, Tally.EMPTY, Given.POINT);
        return PointVerdict.of(RatRule.ANY, verdict, verdict, verdict);
    }

    private static List<PointVerdict> given(String points) {
        return decided(points).stream().map(PointVerdict::given).toList();
    }

    private static List<Decided> decided(String points) {
        return Arrays.stream(points.split(" "))
                .map(word -> word.split("/"))
                .map(word -> Given.decided(word[0], word.length > 1 ? word[1] : ""))
                .toList();
    }
}
