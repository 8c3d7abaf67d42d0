package org.signalup.web.internal.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Measures;
import org.signalup.web.internal.result.Needs;
import org.signalup.web.internal.result.Trouble;
import org.signalup.web.internal.site.SqlWhere;

/**
 * The verdicts of a place and what they rest on.
 *
 * @param all the row of all obliged operators together
 * @param operators those with rows, in the programme's order
 */
public record PlaceFacts(
        PlaceHead head, PlaceRow all, List<OperatorFacts> operators, List<PlacePoint> points, List<PlanRow> needs) {
    /** A key point for one operator. */
    public record PointFacts(PlacePoint point, Measures measures, Optional<PlanRow> need) {
        public Trouble trouble() {
            return Trouble.of(measures.causes());
        }

        /** Samples that were this trouble. */
        public long troubled() {
            return switch (trouble()) {
                case NO_SERVICE -> measures.causes().noService();
                case WEAK -> measures.causes().weak();
                case INTERFERED -> measures.causes().interfered();
                case OTHER -> measures.causes().other();
            };
        }
    }

    /** A key point that fails for an operator: no further test of the same network changes that. */
    public record Failing(String operator, PointFacts facts) {}

    /** One operator at the place. */
    public record OperatorFacts(String operator, boolean obliged, PlaceRow row, List<PointFacts> points) {
        public long samples() {
            return points.stream()
                    .mapToLong(p -> p.measures().causes().samples())
                    .sum();
        }

        public long tests() {
            return points.stream()
                    .mapToLong(p -> p.measures().measured().clusters().orElse(0))
                    .sum();
        }

        /** Points that still need tests, for the sentence of what would change the verdict. */
        public List<PointFacts> needy() {
            return points.stream().filter(point -> point.need().isPresent()).toList();
        }
    }

    static PlaceFacts of(OpenEvaluation evaluation, String id, RatRow rat) {
        PlaceHead head = PlaceHead.of(evaluation, id);
        List<PlacePoint> points = PlacePoint.list(evaluation, id);
        List<String> pointIds = points.stream().map(PlacePoint::id).toList();
        List<PlanRow> needs = Needs.list(
                evaluation.tables(), new SqlWhere().among("target", pointIds).and("operator <> ?", ResultRows.ALL));
        Map<String, PlaceRow> rows = rows(evaluation, id);
        Map<String, Map<String, Measures>> measures = measures(evaluation, pointIds, rat);
        List<OperatorFacts> operators = new ArrayList<>();
        for (String operator : evaluation.names().operators()) {
            if (rows.containsKey(operator)) {
                Map<String, Measures> own = measures.getOrDefault(operator, Map.of());
                operators.add(new OperatorFacts(
                        operator,
                        head.obliged(operator),
                        rows.get(operator),
                        points.stream()
                                .filter(point -> own.containsKey(point.id()))
                                .map(point -> new PointFacts(
                                        point, own.get(point.id()), need(needs, point.id(), operator, rat)))
                                .toList()));
            }
        }
        return new PlaceFacts(head, rows.get(ResultRows.ALL), operators, points, needs);
    }

    private static Optional<PlanRow> need(List<PlanRow> needs, String pointId, String operator, RatRow rat) {
        return needs.stream()
                .filter(row -> row.target().equals(pointId) && row.operator().equals(operator) && row.rat() == rat)
                .findFirst();
    }

    private record Rows(String placeId) {}

    /** By operator; asked for by this page, and by the history on that of another evaluation. */
    static Map<String, PlaceRow> rows(OpenEvaluation evaluation, String id) {
        return evaluation.keep(new Rows(id), () -> {
            Map<String, PlaceRow> rows = new TreeMap<>();
            evaluation.tables().forEach("""
                            SELECT place_id, operator, verdict, evidence, points, points_passed, points_retest, points_failed,
                              points_open, score, stars, stars_reason FROM places WHERE place_id = ?""", row -> rows.put(row.text(1), placeRow(row)), id);
            return rows;
        });
    }

    private static PlaceRow placeRow(Row row) {
        return new PlaceRow(
                row.text(0),
                row.text(1),
                Coded.find(Verdict.class, row.text(2)).orElseThrow(),
                row.findText(3).flatMap(code -> Coded.find(Evidence.class, code)),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.findDouble(9),
                row.findInt(10),
                row.findText(11).orElse(""));
    }

    /** By operator, then point. */
    private static Map<String, Map<String, Measures>> measures(
            OpenEvaluation evaluation, List<String> pointIds, RatRow rat) {
        Map<String, Map<String, Measures>> measures = new HashMap<>();
        SqlWhere where = new SqlWhere().among("point_id", pointIds).and("rat = ?", rat.code());
        evaluation
                .tables()
                .forEach(
                        "SELECT point_id, operator, " + Measures.POINT + " FROM points" + where.sql(),
                        row -> measures.computeIfAbsent(row.text(1), operator -> new HashMap<>())
                                .put(row.text(0), Measures.ofPoint(row, 2)),
                        where.values());
        return measures;
    }

    /** What must be repaired before the verdict can change. */
    public List<Failing> failing() {
        return operators.stream()
                .flatMap(own -> own.points().stream()
                        .filter(point -> point.measures().verdict() == Verdict.FAIL)
                        .map(point -> new Failing(own.operator(), point)))
                .toList();
    }

    /** Obliged operators that pass. */
    public long passing() {
        return operators.stream()
                .filter(operator -> operator.obliged() && operator.row().verdict() == Verdict.PASS)
                .count();
    }

    public String pointName(String pointId) {
        return points.stream()
                .filter(point -> point.id().equals(pointId))
                .map(PlacePoint::name)
                .findFirst()
                .orElse(pointId);
    }

    public List<PlacePoint> exempt() {
        return points.stream().filter(point -> point.exemptReason().isPresent()).toList();
    }

    /** The rules its points are judged by, each with its points. */
    public Map<CoverageRule, List<PlacePoint>> rules() {
        Map<CoverageRule, List<PlacePoint>> rules = new LinkedHashMap<>();
        points.stream()
                .filter(point -> point.exemptReason().isEmpty())
                .forEach(point -> rules.computeIfAbsent(point.rule(), rule -> new ArrayList<>())
                        .add(point));
        return rules;
    }
}
