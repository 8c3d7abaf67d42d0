package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.internal.judge.ProgressItem.Parts;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;

/** Holds what passed against the programme's goals: every target × region × operator. Nothing is cut off at the goal. */
public final class ProgressJudge {
    private static final double MM_PER_KM = 1e6;

    private final List<ProgrammeTarget> targets;
    private final int year;
    private final Regions regions;
    private final List<String> operators;

    /** @param operators the obliged operators, without ALL; those of the items are added */
    public ProgressJudge(Programme programme, int year, Regions regions, List<String> operators) {
        this.targets = programme.targets().stream()
                .sorted(Comparator.comparing(ProgrammeTarget::id, TextOrder.CODE_POINTS))
                .toList();
        this.year = year;
        this.regions = regions;
        this.operators = List.copyOf(operators);
    }

    /** All rows in file order. */
    public List<ProgressRow> judge(List<ProgressItem> items, ProgressRates rates) {
        TreeSet<String> judged = new TreeSet<>(TextOrder.CODE_POINTS);
        judged.addAll(operators);
        items.forEach(item -> judged.addAll(item.operators().keySet()));
        List<ProgressRow> rows = new ArrayList<>();
        for (ProgrammeTarget target : targets) {
            if (target.unit() == Unit.MBPS || target.unit() == Unit.SHARE) {
                rateRows(target, judged, rates, rows);
            } else {
                countRows(target, judged, items, rows);
            }
        }
        return rows;
    }

    private void countRows(
            ProgrammeTarget target, Set<String> judged, List<ProgressItem> items, List<ProgressRow> rows) {
        Map<String, Map<String, ProgressSum>> sums = new TreeMap<>();
        for (ProgressItem item : items) {
            if (item.countsFor(target)) {
                add(target.rule(), item, sums);
            }
        }
        for (String region : regions.codes()) {
            for (String operator : withAll(judged)) {
                ProgressSum sum = sums.getOrDefault(region, Map.of()).getOrDefault(operator, new ProgressSum());
                rows.add(countRow(target, region, operator, sum));
            }
        }
    }

    /**
     * Tells how each place comes out for each target that asks for more than coverage: what a count of such a target is made
     * of. For the other targets it is the verdict of the place.
     */
    public void forEachPlace(List<ProgressItem> items, PlaceOutcome handler) {
        for (ProgrammeTarget target : targets) {
            if (target.rule().asksForMoreThanCoverage()) {
                items.stream()
                        .filter(item -> item.kind() == ProgressItem.Kind.PLACE && item.countsFor(target))
                        .forEach(item -> decided(target.rule(), item)
                                .forEach((operator, decided) ->
                                        handler.place(target.id(), item.id(), operator, decided)));
            }
        }
    }

    /** Takes how a place comes out for a target and an operator. */
    public interface PlaceOutcome {
        void place(String target, String placeId, String operator, Decided decided);
    }

    private void add(Rule rule, ProgressItem item, Map<String, Map<String, ProgressSum>> sums) {
        Map<String, Decided> decided = decided(rule, item);
        for (String region : regions.of(item.divisionCode())) {
            Map<String, ProgressSum> own = sums.computeIfAbsent(region, key -> new TreeMap<>());
            decided.forEach((operator, outcome) -> own.computeIfAbsent(operator, key -> new ProgressSum())
                    .add(item.amount(), item.reported(), outcome));
        }
    }

    /** By operator, ALL among them. */
    private static Map<String, Decided> decided(Rule rule, ProgressItem item) {
        Map<String, Decided> decided = new TreeMap<>();
        item.operators().forEach((operator, parts) -> decided.put(operator, joined(rule, parts)));
        decided.put(ResultRows.ALL, Decided.byPlaceRule(List.copyOf(decided.values())));
        return decided;
    }

    /** The parts a rule names, joined by the place rule; only coverage carries evidence. */
    static Decided joined(Rule rule, Parts parts) {
        Decided rate = new Decided(parts.rate(), Optional.empty());
        Decided service = new Decided(parts.service(), Optional.empty());
        return switch (rule) {
            case COVERAGE_AND_QUALITY -> Decided.byPlaceRule(List.of(parts.coverage(), rate));
            case COVERAGE_AND_EXPERIENCE -> Decided.byPlaceRule(List.of(parts.coverage(), rate, service));
            case COVERAGE_AND_SERVICE -> Decided.byPlaceRule(List.of(parts.coverage(), service));
            default -> parts.coverage();
        };
    }

    private ProgressRow countRow(ProgrammeTarget target, String region, String operator, ProgressSum sum) {
        Optional<Goal> goal = target.goal(region, year);
        boolean share = target.unit() == Unit.PLACE_SHARE;
        double unit = target.unit() == Unit.KM ? MM_PER_KM : 1;
        Function<Long, OptionalDouble> shown = amount -> OptionalDouble.of(amount / unit);
        double passed = sum.passed;
        double missed = sum.retest + (double) sum.failed;
        double whole = whole(goal, sum.listed / unit);
        return new ProgressRow(
                target.id(),
                region,
                operator,
                target.unit().name(),
                number(goal),
                base(goal),
                shown.apply(sum.listed),
                shown.apply(sum.reported),
                shown.apply(sum.tested),
                shown.apply(sum.passed),
                shown.apply(sum.passedA),
                shown.apply(sum.passedB),
                shown.apply(sum.passedC),
                shown.apply(sum.retest),
                shown.apply(sum.failed),
                shown.apply(sum.open),
                share ? ratio(passed, passed + missed) : OptionalDouble.empty(),
                share ? ratio(passed, whole) : OptionalDouble.empty(),
                share ? ratio(whole - missed, whole) : OptionalDouble.empty(),
                share ? OptionalLong.of(sum.passed + sum.retest + sum.failed) : OptionalLong.empty(),
                goal.flatMap(own -> share ? shareVerdict(own, sum) : countVerdict(own, sum, unit)));
    }

    /** What the ledger lists, or the base of the region where that is more. */
    private static double whole(Optional<Goal> goal, double listed) {
        return Math.max(listed, goal.flatMap(Goal::base).orElse(listed));
    }

    /** The rule of a line: passed for sure, or what is still possible when all that is open or not listed passes. */
    private static Optional<Verdict> shareVerdict(Goal goal, ProgressSum sum) {
        if (goal.number().isEmpty() && !goal.all()) {
            return Optional.empty();
        }
        double target = goal.number().orElse(1.0);
        double whole = whole(Optional.of(goal), (double) sum.listed);
        if (sum.tested == 0) {
            return Optional.of(Verdict.NOT_MEASURED);
        }
        if (sum.passed / whole >= target) {
            return Optional.of(Verdict.PASS);
        }
        if ((whole - sum.retest - sum.failed) / whole >= target) {
            return Optional.of(Verdict.UNDECIDED);
        }
        return Optional.of((whole - sum.failed) / whole < target ? Verdict.FAIL : Verdict.RETEST);
    }

    /** What the ledger does not list, up to the base or goal, is open: not listed is not failed. */
    private static Optional<Verdict> countVerdict(Goal goal, ProgressSum sum, double unit) {
        if (goal.number().isEmpty() && !goal.all()) {
            return Optional.empty();
        }
        if (sum.tested == 0) {
            return Optional.of(Verdict.NOT_MEASURED);
        }
        double listed = sum.listed / unit;
        double whole = whole(Optional.of(goal), listed);
        double wanted = goal.number().orElse(whole);
        if (sum.passed / unit >= wanted) {
            return Optional.of(Verdict.PASS);
        }
        boolean wholeUnknown = goal.base().isEmpty() && listed < wanted;
        if (wholeUnknown || whole - (sum.retest + sum.failed) / unit >= wanted) {
            return Optional.of(Verdict.UNDECIDED);
        }
        return Optional.of(whole - sum.failed / unit < wanted ? Verdict.FAIL : Verdict.RETEST);
    }

    private void rateRows(ProgrammeTarget target, Set<String> judged, ProgressRates rates, List<ProgressRow> rows) {
        for (String region : regions.codes()) {
            Optional<Goal> goal = target.goal(region, year);
            Map<String, RateProgress> own = new TreeMap<>();
            for (String operator : judged) {
                own.put(operator, RateProgress.of(target, rates.of(region, operator, target.direction())));
            }
            List<RateProgress> obliged = operators.stream().map(own::get).toList();
            for (String operator : withAll(judged)) {
                RateProgress progress =
                        operator.equals(ResultRows.ALL) ? RateProgress.least(obliged) : own.get(operator);
                Optional<Verdict> verdict = goal.flatMap(Goal::number)
                        .map(number -> operator.equals(ResultRows.ALL)
                                ? RateProgress.verdictOfAll(obliged, number)
                                : progress.verdict(number));
                rows.add(progress.row(target, region, operator, number(goal), base(goal), verdict));
            }
        }
    }

    private static List<String> withAll(Set<String> judged) {
        TreeSet<String> all = new TreeSet<>(judged);
        all.add(ResultRows.ALL);
        return List.copyOf(all);
    }

    private static OptionalDouble number(Optional<Goal> goal) {
        return goal.flatMap(Goal::number).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble base(Optional<Goal> goal) {
        return goal.flatMap(Goal::base).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
