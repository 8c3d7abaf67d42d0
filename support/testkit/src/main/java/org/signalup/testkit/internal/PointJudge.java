package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.PlaceRule.Grade;
import org.signalup.testkit.internal.TargetJudge.Judged;
import org.signalup.testkit.internal.TargetJudge.Yardstick;

/** {@code points.csv}: every key point that is not exempt × operators × RAT rows. */
public final class PointJudge {
    private final Standard standard;
    private final Ledger ledger;
    private final Matching.Matches matches;
    private final Obliged obliged;
    private final TargetJudge judge;
    private final Map<List<String>, Map<RatRow, Judged>> judged = new HashMap<>();

    public PointJudge(Standard standard, Ledger ledger, Matching.Matches matches) {
        this.standard = standard;
        this.ledger = ledger;
        this.matches = matches;
        this.obliged = new Obliged(standard, ledger);
        this.judge = new TargetJudge(standard.statistics());
    }

    public List<PointRow> rows() {
        List<PointRow> rows = new ArrayList<>();
        List<KeyPoint> points = ledger.keyPoints().stream()
                .filter(point -> !point.exempt())
                .sorted((a, b) -> TextOrder.CODE_POINTS.compare(a.id(), b.id()))
                .toList();
        for (KeyPoint point : points) {
            for (String operator : Obliged.rows(obliged.of(point), measured(point))) {
                for (RatRow row : RatRow.values()) {
                    rows.add(operator.equals(ResultRows.ALL) ? all(point, row) : row(point, operator, row));
                }
            }
        }
        return rows;
    }

    /** The verdict of one operator at a point; computed once. */
    Judged judged(KeyPoint point, String operator, RatRow row) {
        return judged.computeIfAbsent(List.of(point.id(), operator), key -> judgeAll(point, operator))
                .get(row);
    }

    /** Operators with a sample in some row of the point. */
    Collection<String> measured(KeyPoint point) {
        TreeSet<String> operators = new TreeSet<>(TextOrder.CODE_POINTS);
        matches.ofPoint(point.id()).stream()
                .filter(RefSample::coverage)
                .map(RefSample::operator)
                .forEach(operators::add);
        operators.removeIf(operator -> !judged(point, operator, RatRow.ANY).hasSamples()
                && !judged(point, operator, RatRow.G4).hasSamples()
                && !judged(point, operator, RatRow.G5).hasSamples());
        return operators;
    }

    private Map<RatRow, Judged> judgeAll(KeyPoint point, String operator) {
        Yardstick yardstick = Yardstick.of(Keys.rule(standard, ledger, point));
        List<RefSample> samples = matches.ofPoint(point.id()).stream()
                .filter(sample -> sample.coverage() && sample.operator().equals(operator))
                .toList();
        Map<RatRow, Judged> rows = new EnumMap<>(RatRow.class);
        for (RatRow row : RatRow.values()) {
            rows.put(row, judge.judge(samples, row, yardstick));
        }
        return rows;
    }

    private PointRow row(KeyPoint point, String operator, RatRow rat) {
        Judged of = judged(point, operator, rat);
        return row(point, operator, rat, of.measured(), new Grade(of.verdict(), of.evidence()));
    }

    private PointRow all(KeyPoint point, RatRow rat) {
        List<Grade> grades = obliged.of(point).stream()
                .map(operator -> judged(point, operator, rat))
                .map(of -> new Grade(of.verdict(), of.evidence()))
                .toList();
        return row(point, ResultRows.ALL, rat, Measured.NONE, PlaceRule.joinGrades(grades));
    }

    private static PointRow row(KeyPoint point, String operator, RatRow rat, Measured measured, Grade grade) {
        Optional<String> place = point.placeId();
        return new PointRow(
                point.id(), place, point.lineId(), operator, rat, measured, grade.verdict(), grade.evidence());
    }
}
