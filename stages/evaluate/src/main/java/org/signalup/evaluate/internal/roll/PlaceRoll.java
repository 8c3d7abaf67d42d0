package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows;
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

/** Judges the key points in target order and their places as soon as the last point is in. */
final class PlaceRoll {
    /** Hears what was judged. */
    interface Listener {
        void point(int target, PointRow row);

        /** A key point of one operator with what the plan needs to know. */
        void judged(KeyPoint point, String operator, RatVerdicts verdicts);

        /** The place for every operator that is obliged or measured, and ALL. */
        void place(Place place, Map<String, PlaceVerdict> byOperator);
    }

    private final Targets targets;
    private final TargetJudge judge;
    private final PlaceJudge placeJudge;
    private final Listener listener;
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
        TreeSet<String> operators = new TreeSet<>(TextOrder.CODE_POINTS);
        operators.addAll(obliged);
        operators.addAll(tallies.keySet());
        Map<String, RatVerdicts> verdicts = new TreeMap<>(TextOrder.CODE_POINTS);
        Map<String, PointVerdict> decided = new HashMap<>();
        for (String operator : operators) {
            RatVerdicts own = RatVerdicts.judge(judge, tallies.getOrDefault(operator, TargetTallies.NONE), rule);
            verdicts.put(operator, own);
            decided.put(operator, own.decidedBy(targets.rule(point).ratRule()));
            listener.judged(point, operator, own);
        }
        emit(target, verdicts, obliged);
        if (point.placeId().isPresent()) {
            openPoints.add(point);
            openVerdicts.add(decided);
        }
    }

    private void emit(int target, Map<String, RatVerdicts> verdicts, List<String> obliged) {
        KeyPoint point = targets.points().get(target);
        verdicts.forEach((operator, own) -> {
            for (RatRow row : RatRow.values()) {
                listener.point(
                        target,
                        row(
                                point,
                                operator,
                                row,
                                own.of(row).numbers(),
                                own.of(row).decided()));
            }
        });
        for (RatRow row : RatRow.values()) {
            Decided all = Decided.byPlaceRule(obliged.stream()
                    .map(operator -> verdicts.get(operator).of(row).decided())
                    .toList());
            listener.point(target, row(point, ResultRows.ALL, row, Measured.NONE, all));
        }
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
                ResultRows.ALL,
                AllJudge.place(
                        obliged.stream().map(places::get).toList(),
                        obliged.stream().map(decided::get).toList()));
        openPoints.clear();
        openVerdicts.clear();
        listener.place(place, places);
    }

    private List<PointVerdict> pointsOf(String operator) {
        List<PointVerdict> points = new ArrayList<>();
        for (int i = 0; i < openPoints.size(); i++) {
            KeyPoint point = openPoints.get(i);
            points.add(Optional.ofNullable(openVerdicts.get(i).get(operator))
                    .orElseGet(() -> RatVerdicts.judge(judge, TargetTallies.NONE, TargetRule.of(targets.rule(point)))
                            .decidedBy(targets.rule(point).ratRule())));
        }
        return points;
    }
}
