package org.signalup.testkit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.PlaceRule.Grade;

/** {@code progress.csv}: every target × region × operator, from the rows of places, sections, lines and rates. */
public final class ProgressJudge {
    /** The rows that others judged. */
    public record Judged(List<PlaceRow> places, List<LineRow> sections, List<LineRow> lines, RateJudge rates) {}

    /** One thing a target counts; {@code amount} is 1, or its km in millimetres. */
    private record Item(String division, long amount, boolean reported, Map<String, Grade> grades) {
        boolean obliges(String operator) {
            return operator.equals(ResultRows.ALL) || grades.containsKey(operator);
        }

        Grade grade(String operator) {
            return operator.equals(ResultRows.ALL)
                    ? PlaceRule.joinGrades(List.copyOf(grades.values()))
                    : grades.get(operator);
        }

        boolean tested(String operator) {
            return grade(operator).verdict() != Verdict.NOT_MEASURED;
        }
    }

    private final Programme programme;
    private final Standard standard;
    private final Ledger ledger;
    private final ObjectTests tests;
    private final Judged judged;
    private final Optional<LocalDate> today;
    private final Obliged obliged;

    public ProgressJudge(
            Programme programme,
            Standard standard,
            Ledger ledger,
            ObjectTests tests,
            Judged judged,
            Optional<LocalDate> today) {
        this.programme = programme;
        this.standard = standard;
        this.ledger = ledger;
        this.tests = tests;
        this.judged = judged;
        this.today = today;
        this.obliged = new Obliged(standard, ledger);
    }

    public List<ProgressRow> rows() {
        List<ProgressRow> rows = new ArrayList<>();
        programme.targets().stream()
                .sorted(Comparator.comparing(ProgrammeTarget::id, TextOrder.CODE_POINTS))
                .forEach(target -> {
                    List<Item> items = items(target);
                    for (String region : tests.regions().codes()) {
                        for (String operator : operators()) {
                            rows.add(row(target, region, operator, items));
                        }
                    }
                });
        return rows;
    }

    /** Everybody who is obliged to anything, and ALL. */
    private List<String> operators() {
        Set<String> operators = new TreeSet<>(standard.obligedOperators());
        ledger.places().forEach(place -> operators.addAll(obliged.of(place)));
        ledger.lines().forEach(line -> operators.addAll(obliged.of(line)));
        return Obliged.rows(operators, List.of());
    }

    private ProgressRow row(ProgrammeTarget target, String region, String operator, List<Item> items) {
        if (target.unit() == Unit.MBPS || target.unit() == Unit.SHARE) {
            return rateRow(target, region, operator);
        }
        List<Item> own = items.stream()
                .filter(item -> item.obliges(operator) && tests.regions().holds(region, item.division()))
                .toList();
        return countRow(target, region, operator, own);
    }

    private List<Item> items(ProgrammeTarget target) {
        List<Item> items = new ArrayList<>();
        if (target.unit() == Unit.PLACE || target.unit() == Unit.PLACE_SHARE) {
            ledger.places().stream()
                    .filter(place -> chosen(target.scenarios(), place.scenario())
                            && chosen(target.categories(), place.category()))
                    .forEach(place -> items.add(item(target, place)));
        }
        for (Line line : ledger.lines()) {
            if (chosen(target.lineKinds(), line.kind()) && chosen(target.grades(), line.grade())) {
                if (target.unit() == Unit.KM) {
                    line.sections().forEach(section -> items.add(item(target, line, Optional.of(section))));
                } else if (target.unit() == Unit.LINE) {
                    items.add(item(target, line, Optional.empty()));
                }
            }
        }
        return items;
    }

    private static <T> boolean chosen(Set<T> choice, T value) {
        return choice.isEmpty() || choice.contains(value);
    }

    private Item item(ProgrammeTarget target, Place place) {
        Map<String, Grade> grades = new HashMap<>();
        for (String operator : obliged.of(place)) {
            PlaceRow row = judged.places().stream()
                    .filter(one ->
                            one.placeId().equals(place.id()) && one.operator().equals(operator))
                    .findFirst()
                    .orElseThrow();
            Grade coverage = new Grade(row.verdict(), row.evidence());
            grades.put(
                    operator,
                    joined(target.rule(), coverage, "PLACE", place.id(), operator, tests.ofPlace(place.id())));
        }
        return new Item(place.divisionCode(), 1, reported(place.reportedDone()), grades);
    }

    /** A section, or the line as one. */
    private Item item(ProgrammeTarget target, Line line, Optional<Line.Section> section) {
        Map<String, Grade> grades = new HashMap<>();
        long lengthMm = 0;
        for (String operator : obliged.of(line)) {
            List<LineRow> rows = (section.isPresent() ? judged.sections() : judged.lines())
                    .stream()
                            .filter(row -> row.lineId().equals(line.id())
                                    && row.operator().equals(operator)
                                    && row.sectionId().equals(section.map(Line.Section::id)))
                            .toList();
            lengthMm = rows.get(0).lengthMm();
            Grade coverage = coverage(line, rows);
            grades.put(operator, joined(target.rule(), coverage, "LINE", line.id(), operator, tests.ofLine(line.id())));
        }
        String division = section.orElse(line.sections().get(0)).divisionCode();
        return new Item(division, section.isPresent() ? lengthMm : 1, reported(line.reportedDone()), grades);
    }

    /** By the rows the standard names for the line. */
    private Grade coverage(Line line, List<LineRow> rows) {
        List<RatRow> deciding =
                RatRules.deciding(standard.lineRule(line.kind(), line.grade()).ratRule());
        return PlaceRule.joinGrades(rows.stream()
                .filter(row -> deciding.contains(row.rat()))
                .map(row -> new Grade(row.verdict(), row.evidence()))
                .toList());
    }

    private boolean reported(Optional<LocalDate> done) {
        return done.isPresent() && (today.isEmpty() || !done.get().isAfter(today.get()));
    }

    /** Every part the rule names must pass; the evidence is that of coverage. */
    private Grade joined(
            Rule rule, Grade coverage, String object, String id, String operator, Collection<RefSample> own) {
        List<Verdict> parts = new ArrayList<>(List.of(coverage.verdict()));
        if (rule == Rule.COVERAGE_AND_QUALITY || rule == Rule.COVERAGE_AND_EXPERIENCE) {
            parts.add(judged.rates().objectShare(object, id, operator).verdict());
        }
        if (rule == Rule.COVERAGE_AND_SERVICE || rule == Rule.COVERAGE_AND_EXPERIENCE) {
            parts.add(new ServiceJudge(standard).verdict(own, operator));
        }
        Verdict verdict = PlaceRule.join(parts);
        Optional<Evidence> evidence = coverage.verdict() == verdict ? coverage.evidence() : Optional.of(Evidence.C);
        return new Grade(verdict, verdict.open() ? Optional.empty() : evidence);
    }

    private ProgressRow countRow(ProgrammeTarget target, String region, String operator, List<Item> own) {
        Optional<Goal> goal = target.goal(region, standard.year());
        double unit = target.unit() == Unit.KM ? 1e6 : 1;
        double listed = sum(own, unit, item -> true);
        double passed = sum(own, unit, item -> item.grade(operator).verdict() == Verdict.PASS);
        double retest = sum(own, unit, item -> item.grade(operator).verdict() == Verdict.RETEST);
        double failed = sum(own, unit, item -> item.grade(operator).verdict() == Verdict.FAIL);
        double tested = sum(own, unit, item -> item.tested(operator));
        boolean share = target.unit() == Unit.PLACE_SHARE;
        double all = Math.max(listed, goal.flatMap(Goal::base).orElse(listed));
        double judgedOnes = passed + retest + failed;
        return new ProgressRow(
                target.id(),
                region,
                operator,
                target.unit().name(),
                optional(goal.flatMap(Goal::number)),
                optional(goal.flatMap(Goal::base)),
                OptionalDouble.of(listed),
                OptionalDouble.of(sum(own, unit, Item::reported)),
                OptionalDouble.of(tested),
                OptionalDouble.of(passed),
                OptionalDouble.of(sum(own, unit, item -> passed(item.grade(operator), Evidence.A))),
                OptionalDouble.of(sum(own, unit, item -> passed(item.grade(operator), Evidence.B))),
                OptionalDouble.of(sum(own, unit, item -> passed(item.grade(operator), Evidence.C))),
                OptionalDouble.of(retest),
                OptionalDouble.of(failed),
                OptionalDouble.of(
                        sum(own, unit, item -> item.grade(operator).verdict().open())),
                share && judgedOnes > 0 ? OptionalDouble.of(passed / judgedOnes) : OptionalDouble.empty(),
                share && all > 0 ? OptionalDouble.of(passed / all) : OptionalDouble.empty(),
                share && all > 0 ? OptionalDouble.of((all - retest - failed) / all) : OptionalDouble.empty(),
                share ? OptionalLong.of((long) judgedOnes) : OptionalLong.empty(),
                goal.filter(one -> one.all() || one.number().isPresent())
                        .map(one -> tested == 0
                                ? Verdict.NOT_MEASURED
                                : against(one, share, listed, passed, retest, failed)));
    }

    /** Passed for sure; or possible as long as what is open, unlisted or suspected may still pass. */
    private static Verdict against(
            Goal goal, boolean share, double listed, double passed, double retest, double failed) {
        double all = Math.max(listed, goal.base().orElse(listed));
        double wanted = share ? goal.number().orElse(1.0) : goal.number().orElse(all);
        double unit = share ? all : 1;
        if (passed / unit >= wanted) {
            return Verdict.PASS;
        }
        boolean endless = !share && goal.base().isEmpty() && listed < wanted;
        if (endless || (all - retest - failed) / unit >= wanted) {
            return Verdict.UNDECIDED;
        }
        return (all - failed) / unit >= wanted ? Verdict.RETEST : Verdict.FAIL;
    }

    private static boolean passed(Grade grade, Evidence evidence) {
        return grade.verdict() == Verdict.PASS && grade.evidence().equals(Optional.of(evidence));
    }

    private static double sum(List<Item> items, double unit, Predicate<Item> chosen) {
        return items.stream().filter(chosen).mapToLong(Item::amount).sum() / unit;
    }

    /** What a region's tests say of a rate target. */
    private record Estimate(OptionalDouble value, OptionalDouble low, OptionalDouble high, long tests) {
        Verdict against(double goal) {
            if (value.isEmpty()) {
                return Verdict.NOT_MEASURED;
            }
            if (value.getAsDouble() >= goal) {
                return Verdict.PASS;
            }
            if (high.isEmpty()) {
                return Verdict.TOO_FEW;
            }
            return high.getAsDouble() < goal ? Verdict.FAIL : Verdict.RETEST;
        }
    }

    private ProgressRow rateRow(ProgrammeTarget target, String region, String operator) {
        Optional<Goal> goal = target.goal(region, standard.year());
        List<Estimate> each = standard.obligedOperators().stream()
                .map(one -> estimate(target, region, one))
                .toList();
        boolean all = operator.equals(ResultRows.ALL);
        Estimate own = all ? least(each) : estimate(target, region, operator);
        OptionalDouble none = OptionalDouble.empty();
        return new ProgressRow(
                target.id(),
                region,
                operator,
                target.unit().name(),
                optional(goal.flatMap(Goal::number)),
                optional(goal.flatMap(Goal::base)),
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                own.value(),
                own.low(),
                own.high(),
                OptionalLong.of(own.tests()),
                goal.flatMap(Goal::number)
                        .map(number -> all
                                ? PlaceRule.join(each.stream()
                                        .map(one -> one.against(number))
                                        .toList())
                                : own.against(number)));
    }

    private Estimate estimate(ProgrammeTarget target, String region, String operator) {
        if (target.unit() == Unit.SHARE) {
            RateJudge.Share share = judged.rates().regionShare(region, operator);
            return new Estimate(share.share(), share.low(), share.high(), share.trials());
        }
        Optional<RateRow> row = judged.rates().rows().stream()
                .filter(one -> one.object().equals(RateJudge.REGION)
                        && one.objectId().equals(region)
                        && one.operator().equals(operator)
                        && one.rat() == RatRow.ANY
                        && Optional.of(one.direction()).equals(target.direction())
                        && one.method().equals(standard.rates().targetMethod()))
                .findFirst();
        OptionalDouble none = OptionalDouble.empty();
        return row.map(one -> new Estimate(one.mean(), one.low(), one.high(), one.tests()))
                .orElseGet(() -> new Estimate(none, none, none, 0));
    }

    private static Estimate least(List<Estimate> each) {
        return new Estimate(
                least(each, Estimate::value),
                least(each, Estimate::low),
                least(each, Estimate::high),
                each.stream().mapToLong(Estimate::tests).sum());
    }

    private static OptionalDouble least(
            List<Estimate> each, java.util.function.Function<Estimate, OptionalDouble> number) {
        return each.stream().allMatch(one -> number.apply(one).isPresent())
                ? each.stream()
                        .mapToDouble(one -> number.apply(one).getAsDouble())
                        .min()
                : OptionalDouble.empty();
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
