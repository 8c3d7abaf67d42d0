package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.PlaceJudge;
import org.signalup.evaluate.internal.judge.PointVerdict;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.evaluate.internal.match.LimitSet;
import org.signalup.evaluate.internal.whatif.Measurements.Sides;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.RatRule;

/** Judges places under changed rules. */
final class PlaceTrial {
    /** What holds for all points of a class, worked out once. */
    private record PointRule(RatRule ratRule, TargetRule target, LimitSet limits, PointVerdict untouched) {}

    private final PlaceColumns places;
    private final Measurements measurements;
    private final Operators operators;
    private final TargetJudge targetJudge;
    private final PlaceJudge placeJudge;
    private final List<PointRule> rules;

    PlaceTrial(
            Standard standard,
            ChangedRules changed,
            PlaceColumns places,
            Measurements measurements,
            Operators operators) {
        this.places = places;
        this.measurements = measurements;
        this.operators = operators;
        this.targetJudge = new TargetJudge(standard);
        this.placeJudge = new PlaceJudge(standard);
        this.rules = places.pointClasses().stream()
                .map(own -> rule(changed.of(standard.pointRule(own.scenario(), own.kind()), own.scenario())))
                .toList();
    }

    private PointRule rule(CoverageRule rule) {
        TargetRule target = TargetRule.of(rule);
        return new PointRule(
                rule.ratRule(),
                target,
                LimitSet.of(rule.limits(), rule.targetShare()),
                point(rule.ratRule(), row -> targetJudge.judge(row, Tally.EMPTY, Tally.EMPTY, target)));
    }

    /** Judges all places, several at a time. */
    OutcomeTable judge(int atLeast) {
        OutcomeTable outcomes = new OutcomeTable(operators.size(), places.size());
        IntStream.range(0, places.size()).parallel().forEach(place -> judge(place, atLeast, outcomes));
        return outcomes;
    }

    private void judge(int place, int atLeast, OutcomeTable outcomes) {
        long obliged = places.obliged(place);
        long present = obliged | measured(place);
        List<Decided> together = new ArrayList<>();
        for (int operator = 0; operator < operators.size(); operator++) {
            if ((present >> operator & 1) == 1) {
                Decided decided = placeJudge.judge(points(place, operator)).decided();
                outcomes.set(operator, place, decided);
                if ((obliged >> operator & 1) == 1) {
                    together.add(decided);
                }
            }
        }
        outcomes.set(operators.all(), place, Agreement.of(together, atLeast == 0 ? together.size() : atLeast));
    }

    private long measured(int place) {
        long set = 0;
        if (places.endTarget(place) > 0) {
            int end = measurements.firstUnit(places.endTarget(place));
            for (int unit = measurements.firstUnit(places.firstTarget(place)); unit < end; unit++) {
                set |= 1L << measurements.operator(unit);
            }
        }
        return set;
    }

    private List<PointVerdict> points(int place, int operator) {
        List<PointVerdict> points = new ArrayList<>();
        for (int target = places.firstTarget(place); target < places.endTarget(place); target++) {
            PointRule rule = rules.get(places.pointClass(target));
            int unit = measurements.unit(target, operator);
            points.add(unit < 0 ? rule.untouched : measured(unit, rule));
        }
        return points;
    }

    private PointVerdict measured(int unit, PointRule rule) {
        return point(rule.ratRule, row -> {
            Sides sides = measurements.tally(unit, row, rule.limits);
            return targetJudge.judge(row, sides.independent(), sides.self(), rule.target);
        });
    }

    private interface RowJudge {
        TargetVerdict of(RatRow row);
    }

    /** Judges the rows a rule names; the others are not asked for. */
    private static PointVerdict point(RatRule rule, RowJudge judge) {
        Map<RatRow, TargetVerdict> rows = new EnumMap<>(RatRow.class);
        for (RatRow row : rule.deciding()) {
            rows.put(row, judge.of(row));
        }
        return PointVerdict.of(rule, rows.get(RatRow.ANY), rows.get(RatRow.G4), rows.get(RatRow.G5));
    }
}
