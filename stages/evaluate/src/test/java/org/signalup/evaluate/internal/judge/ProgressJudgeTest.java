package org.signalup.evaluate.internal.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.internal.judge.ProgressItem.Kind;
import org.signalup.evaluate.internal.judge.ProgressItem.Parts;
import org.signalup.evaluate.internal.judge.RateVerdict.Mean;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;

class ProgressJudgeTest {
    private static final ProgressRates NO_RATES = (region, operator, direction) -> Optional.empty();

    @Test
    void placesAreCountedByOperatorAndForAllTogether() {
        List<ProgressItem> items = List.of(
                place("370100", true, "PASS/A", "PASS/B"),
                place("370100", true, "PASS/C", "FAIL/B"),
                place("110101", false, "RETEST/C", "NOT_MEASURED"),
                place("110101", true, "NOT_MEASURED", "NOT_MEASURED"));
        List<ProgressRow> rows = rows(target(Unit.PLACE, goal(3.0, null)), items);
        assertThat(rows.stream().map(row -> row.region() + "/" + row.operator()))
                .containsExactly(
                        "110000/ALL",
                        "110000/CMCC",
                        "110000/CTCC",
                        "370000/ALL",
                        "370000/CMCC",
                        "370000/CTCC",
                        "CN/ALL",
                        "CN/CMCC",
                        "CN/CTCC");
        assertThat(numbers(row(rows, "CN", "CMCC"))).containsExactly(4, 3, 3, 2, 1, 0, 1, 1, 0, 1);
        assertThat(numbers(row(rows, "CN", "CTCC"))).containsExactly(4, 3, 2, 1, 0, 1, 0, 0, 1, 2);
        assertThat(numbers(row(rows, "CN", "ALL"))).containsExactly(4, 3, 3, 1, 0, 1, 0, 1, 1, 1);
        assertThat(row(rows, "CN", "ALL").goal()).hasValue(3.0);
        assertThat(row(rows, "370000", "ALL").goal()).isEmpty();
        assertThat(row(rows, "370000", "ALL").verdict()).isEmpty();
    }

    @Test
    void kilometresAreThoseOfPassingSectionsAndNeverCutAtTheGoal() {
        List<ProgressItem> items = List.of(section(1_500_000, "PASS/A"), section(2_250_000, "FAIL/A"));
        ProgressRow row = row(rows(target(Unit.KM, goal(1.0, null)), items), "CN", "CMCC");
        assertThat(row.listed()).hasValue(3.75);
        assertThat(row.passed()).hasValue(1.5);
        assertThat(row.failed()).hasValue(2.25);
        assertThat(row.verdict()).contains(Verdict.PASS);
    }

    /** Passed, retest, failed, open places against a goal and a base. */
    @ParameterizedTest(name = "{0} against goal {1} of base {2}: {3}")
    @CsvSource({
        "3 0 0 0, 3, , PASS",
        "2 0 1 0, 3, , FAIL",
        "2 1 0 0, 3, , RETEST",
        "2 0 0 1, 3, , UNDECIDED",
        "1 0 1 0, 3, , UNDECIDED",
        "1 0 1 0, 3, 4, UNDECIDED",
        "1 0 2 0, 3, 4, FAIL",
        "0 0 0 5, 3, , NOT_MEASURED",
        "2 0 0 0, , , PASS",
        "2 0 1 0, , , FAIL",
        "2 0 0 1, , , UNDECIDED",
        "2 0 0 0, , 3, UNDECIDED",
    })
    void aGoalIsMissedOnlyWhenNothingOpenCouldStillReachIt(String counts, Double goal, Double base, Verdict verdict) {
        int[] n = Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
        List<ProgressItem> items = items(n[0], n[1], n[2], n[3]);
        assertThat(row(rows(target(Unit.PLACE, goal(goal, base)), items), "CN", "CMCC")
                        .verdict())
                .contains(verdict);
    }

    @ParameterizedTest(name = "{0} passed {1} retest {2} failed {3} open of a goal of 90 %: {4}")
    @CsvSource({
        "9, 0, 1, 0, PASS",
        "8, 0, 1, 1, UNDECIDED",
        "8, 0, 2, 0, FAIL",
        "8, 1, 1, 0, RETEST",
        "0, 0, 0, 10, NOT_MEASURED",
    })
    void aShareOfPlacesIsDecidedLikeALine(int passed, int retest, int failed, int open, Verdict verdict) {
        ProgressRow row =
                row(rows(target(Unit.PLACE_SHARE, goal(0.9, null)), items(passed, retest, failed, open)), "CN", "CMCC");
        assertThat(row.verdict()).contains(verdict);
        assertThat(row.low()).hasValue(passed / 10.0);
        assertThat(row.high()).hasValue((passed + open) / 10.0);
        assertThat(row.n()).hasValue(passed + retest + failed);
    }

    @Test
    void aShareIsOfTheBaseWhereTheRegionHasMoreThanTheLedgerLists() {
        // 9 of 10 listed pass; the region has 12.
        ProgressRow row = row(rows(target(Unit.PLACE_SHARE, goal(0.9, 12.0)), items(9, 0, 1, 0)), "CN", "CMCC");
        assertThat(row.low()).hasValue(0.75);
        assertThat(row.high()).hasValue(11 / 12.0);
        assertThat(row.verdict()).hasValue(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource({
        "DEEP_COVERAGE, PASS/A, NOT_MEASURED, NOT_MEASURED, PASS, A",
        "COVERAGE_AND_QUALITY, PASS/A, NOT_MEASURED, PASS, UNDECIDED, ''",
        "COVERAGE_AND_QUALITY, PASS/B, PASS, FAIL, PASS, B",
        "COVERAGE_AND_EXPERIENCE, PASS/B, PASS, FAIL, FAIL, ''",
        "COVERAGE_AND_EXPERIENCE, PASS/B, PASS, PASS, PASS, B",
        "COVERAGE_AND_SERVICE, PASS/C, FAIL, RETEST, RETEST, ''",
        "COVERAGE_AND_SERVICE, FAIL/A, FAIL, PASS, FAIL, A",
        "COVERAGE_AND_SERVICE, NOT_MEASURED, FAIL, NOT_MEASURED, NOT_MEASURED, ''",
    })
    void everyPartOfTheRuleMustPass(
            Rule rule, String coverage, Verdict rate, Verdict service, String verdict, String evidence) {
        assertThat(ProgressJudge.joined(rule, new Parts(decided(coverage), rate, service)))
                .isEqualTo(Given.decided(verdict, evidence));
    }

    @ParameterizedTest(name = "coverage {0}, services {1}: tested {2}, failed {3}, open {4}, {5}")
    @CsvSource({
        "NOT_MEASURED, FAIL, 1, 1, 0, FAIL",
        "NOT_MEASURED, TOO_FEW, 1, 0, 1, UNDECIDED",
        "NOT_MEASURED, NOT_MEASURED, 0, 0, 1, NOT_MEASURED",
        "TOO_FEW, NOT_MEASURED, 1, 0, 1, UNDECIDED",
    })
    void aPlaceIsTestedForATargetWhenAnyPartItAsksForWasMeasured(
            String coverage, Verdict service, int tested, int failed, int open, Verdict verdict) {
        ProgressItem item = ProgressItem.place(
                "P1", "GOV", "", "370100", false, Map.of("CMCC", new Parts(decided(coverage), Verdict.PASS, service)));
        ProgressRow row = row(
                rows(target(Unit.PLACE_SHARE, Rule.COVERAGE_AND_SERVICE, goal(0.9, null)), List.of(item)),
                "CN",
                "CMCC");
        assertThat(numbers(row)).containsExactly(1, 0, tested, 0, 0, 0, 0, 0, failed, open);
        assertThat(row.verdict()).contains(verdict);
        ProgressRow coverageOnly = row(rows(target(Unit.PLACE, goal(null, null)), List.of(item)), "CN", "CMCC");
        assertThat(coverageOnly.tested()).hasValue(coverage.equals("NOT_MEASURED") ? 0 : 1);
    }

    @Test
    void ratesAreHeldAgainstTheGoalWithTheirBounds() {
        ProgressRates rates = (region, operator, direction) ->
                operator.equals("CMCC") ? Optional.of(rate(230, 200, 260)) : Optional.of(rate(180, 150, 210));
        List<ProgressRow> rows = new ProgressJudge(
                        programme(target(Unit.MBPS, Rule.MEAN_RATE, goal(220.0, null))),
                        2025,
                        regions(List.of()),
                        List.of("CMCC", "CTCC"))
                .judge(List.of(), rates);
        assertThat(row(rows, "CN", "CMCC").verdict()).contains(Verdict.PASS);
        assertThat(row(rows, "CN", "CMCC").listed()).isEmpty();
        assertThat(row(rows, "CN", "CTCC").verdict()).contains(Verdict.FAIL);
        assertThat(row(rows, "CN", "CTCC").high()).hasValue(210);
        assertThat(row(rows, "CN", "ALL").verdict()).contains(Verdict.FAIL);
        assertThat(row(rows, "CN", "ALL").estimate()).hasValue(180);
        assertThat(row(rows, "CN", "ALL").n()).hasValue(200);
    }

    private static RateVerdict rate(double mean, double low, double high) {
        OptionalDouble none = OptionalDouble.empty();
        return new RateVerdict(
                100,
                5,
                new Mean(OptionalDouble.of(mean), OptionalDouble.of(low), OptionalDouble.of(high)),
                none,
                none,
                none,
                none,
                none,
                none,
                Optional.empty());
    }

    private static List<ProgressItem> items(int passed, int retest, int failed, int open) {
        List<ProgressItem> items = new ArrayList<>();
        add(items, passed, "PASS/B");
        add(items, retest, "RETEST/C");
        add(items, failed, "FAIL/B");
        add(items, open, "NOT_MEASURED");
        return items;
    }

    private static void add(List<ProgressItem> items, int times, String verdict) {
        for (int i = 0; i < times; i++) {
            items.add(ProgressItem.place("P1", "GOV", "", "370100", false, Map.of("CMCC", parts(verdict))));
        }
    }

    private static ProgressItem place(String division, boolean reported, String first, String second) {
        return ProgressItem.place(
                "P1", "GOV", "", division, reported, Map.of("CMCC", parts(first), "CTCC", parts(second)));
    }

    private static ProgressItem section(long lengthMm, String verdict) {
        return new ProgressItem(
                Kind.SECTION,
                "L1",
                "",
                "",
                Optional.of(LineKind.ROAD),
                "",
                "370100",
                lengthMm,
                false,
                Map.of("CMCC", parts(verdict)));
    }

    private static Parts parts(String coverage) {
        return new Parts(decided(coverage), Verdict.NOT_MEASURED, Verdict.NOT_MEASURED);
    }

    private static Decided decided(String text) {
        String[] words = text.split("/");
        return Given.decided(words[0], words.length > 1 ? words[1] : "");
    }

    private static Goal goal(Double number, Double base) {
        return new Goal("CN", 2025, Optional.ofNullable(number), number == null, Optional.ofNullable(base));
    }

    private static ProgrammeTarget target(Unit unit, Goal goal) {
        return target(unit, Rule.DEEP_COVERAGE, goal);
    }

    private static ProgrammeTarget target(Unit unit, Rule rule, Goal goal) {
        ProgrammeTarget plain = RegionsTest.target(unit, rule, goal);
        Optional<Direction> direction = unit == Unit.MBPS ? Optional.of(Direction.DL) : Optional.empty();
        return new ProgrammeTarget(
                plain.id(),
                plain.name(),
                unit,
                plain.verb(),
                rule,
                plain.scenarios(),
                plain.categories(),
                plain.lineKinds(),
                plain.grades(),
                direction,
                plain.goals(),
                plain.citation());
    }

    private static Programme programme(ProgrammeTarget target) {
        return RegionsTest.programme("CN", List.of(), List.of(target));
    }

    private static Regions regions(List<ProgressItem> items) {
        return new Regions(
                RegionsTest.programme("CN", List.of(), List.of()),
                List.of(),
                items.stream().map(ProgressItem::divisionCode).toList());
    }

    private static List<ProgressRow> rows(ProgrammeTarget target, List<ProgressItem> items) {
        return new ProgressJudge(programme(target), 2025, regions(items), List.of("CMCC")).judge(items, NO_RATES);
    }

    private static ProgressRow row(List<ProgressRow> rows, String region, String operator) {
        return rows.stream()
                .filter(row -> row.region().equals(region) && row.operator().equals(operator))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> numbers(ProgressRow row) {
        return List.of(
                        row.listed(),
                        row.reported(),
                        row.tested(),
                        row.passed(),
                        row.passedA(),
                        row.passedB(),
                        row.passedC(),
                        row.retest(),
                        row.failed(),
                        row.open())
                .stream()
                .map(number -> (int) number.getAsDouble())
                .toList();
    }
}
