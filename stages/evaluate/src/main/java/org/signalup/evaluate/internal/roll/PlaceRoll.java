package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.PlaceJudge;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.PointVerdict;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard.CoverageRule;

/** Judges the key points in target order and their places as soon as the last point is in. */
final class PlaceRoll {
    /** Hears what was judged. */
    interface Listener {
        void point(PointRow row);

        /** A key point of one operator with what the plan needs to know. */
        void judged(KeyPoint point, String operator, RatVerdicts verdicts);

        /** The place for every operator that is obliged or measured, and ALL. */
        void place(Place place, Map<String, PlaceVerdict> byOperator);
    }

    private final Targets targets;
    private final TargetJudge judge;
    private final PlaceJudge placeJudge;
    private final Listener listener;
    private final Map<TargetRule, RatVerdicts> untouched = new HashMap<>();
    private int next;
    private int openPlace = -1;
    private final List<KeyPoint> openPoints = new ArrayList<>();
    private final List<Map<String, PointVerdict>> openVerdicts = new ArrayList<>();

    PlaceRoll(Targets targets, Listener listener) {
        this.targets = targets;
        this.judge = new TargetJudge(targets.standard());
        this.placeJudge = new PlaceJudge(targets.standard());
        this.listener = listener;
    }

    /** Takes a measured key point; those passed over were not measured. */
    void add(int target, Map<String, TargetTallies.Own> byOperator) {
        while (next < target) {
            judge(next++, Map.of());
        }
        judge(next++, byOperator);
    }

    /** No more measured points. */
    void finish() {
        while (next < targets.pointCount()) {
            judge(next++, Map.of());
        }
        closePlace(targets.ledger().places().size());
    }

    private void judge(int target, Map<String, TargetTallies.Own> tallies) {
        KeyPoint point = targets.points().get(target);
        point.placeId()
                .ifPresentOrElse(
                        id -> movedTo(targets.placeNumber(id)),
                        () -> closePlace(targets.ledger().places().size()));
        TargetRule rule = TargetRule.of(targets.rule(point));
        List<String> obliged = targets.obliged(point);
        SortedMap<String, RatVerdicts> verdicts = new TreeMap<>(TextOrder.CODE_POINTS);
        obliged.forEach(operator -> verdicts.put(operator, untouched(rule)));
        tallies.forEach((operator, own) -> verdicts.put(operator, RatVerdicts.judge(judge, own, rule)));
        verdicts.forEach((operator, own) -> listener.judged(point, operator, own));
        new TargetRows(verdicts, obliged)
                .forEach((operator, row, measured, decided) ->
                        listener.point(row(point, operator, row, measured, decided)));
        if (point.placeId().isPresent()) {
            openPoints.add(point);
            openVerdicts.add(decided(point, verdicts));
        }
    }

    /** The verdicts of a point that nobody measured: the same for every point under a rule. */
    private RatVerdicts untouched(TargetRule rule) {
        return untouched.computeIfAbsent(rule, own -> RatVerdicts.judge(judge, TargetTallies.NONE, own));
    }

    private Map<String, PointVerdict> decided(KeyPoint point, Map<String, RatVerdicts> verdicts) {
        Map<String, PointVerdict> decided = new HashMap<>();
        verdicts.forEach((operator, own) ->
                decided.put(operator, own.decidedBy(targets.rule(point).ratRule())));
        return decided;
    }

    private static PointRow row(KeyPoint point, String operator, RatRow row, Measured measured, Decided decided) {
        return new PointRow(
                point.id(),
                point.placeId(),
                point.lineId(),
                operator,
                row,
                measured,
                decided.verdict(),
                decided.evidence());
    }

    private void movedTo(int place) {
        if (place != openPlace) {
            closePlace(place);
        }
    }

    /** Judges the open place and every place without points up to {@code before}, which becomes the open one. */
    private void closePlace(int before) {
        if (before == openPlace) {
            return;
        }
        for (int number = Math.max(openPlace, 0); number < before; number++) {
            placeDone(targets.ledger().places().get(number));
        }
        openPlace = before;
    }

    private void placeDone(Place place) {
        List<String> obliged = targets.obliged(place.operators());
        TreeSet<String> operators = new TreeSet<>(TextOrder.CODE_POINTS);
        operators.addAll(obliged);
        openVerdicts.forEach(byOperator -> operators.addAll(byOperator.keySet()));
        Map<String, PlaceVerdict> places = new TreeMap<>(TextOrder.CODE_POINTS);
        Map<String, List<Decided>> decided = new HashMap<>();
        for (String operator : operators) {
            List<PointVerdict> points = pointsOf(operator);
            places.put(operator, placeJudge.judge(points));
            decided.put(operator, points.stream().map(PointVerdict::decided).toList());
        }
        places.put(
                TargetRows.ALL,
                AllJudge.place(
                        obliged.stream().map(places::get).toList(),
                        obliged.stream().map(decided::get).toList()));
        openPoints.clear();
        openVerdicts.clear();
        listener.place(place, places);
    }

    private PointVerdict untouched(CoverageRule rule) {
        return untouched(TargetRule.of(rule)).decidedBy(rule.ratRule());
    }

    private List<PointVerdict> pointsOf(String operator) {
        List<PointVerdict> points = new ArrayList<>();
        for (int i = 0; i < openPoints.size(); i++) {
            PointVerdict measured = openVerdicts.get(i).get(operator);
            points.add(measured == null ? untouched(targets.rule(openPoints.get(i))) : measured);
        }
        return points;
    }
}
