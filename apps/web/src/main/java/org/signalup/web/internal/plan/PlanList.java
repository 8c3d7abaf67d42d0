package org.signalup.web.internal.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.signalup.domain.Coded;
import org.signalup.domain.RatRow;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/** The plan of an evaluation, gathered by place and by line, the most urgent first. */
final class PlanList {
    private static final int LINES = 50;

    /** Places whose order is kept: as many as a tour may have. */
    static final int KEPT = 3000;

    /** What a re-test settles soonest comes first; what nobody has measured comes last. */
    private static final String RANK =
            "CASE SPLIT_PART(reason, ':', 1) WHEN 'RETEST' THEN 0 WHEN 'FAIL' THEN 1 WHEN 'TOO_FEW'"
                    + " THEN 2 WHEN 'UNDECIDED' THEN 2 WHEN 'SELF_ONLY' THEN 3 WHEN 'SINGLE' THEN 4 ELSE 5 END";

    /** One visit more than can be: the need has no number of visits. */
    private static final int NEVER = 1_000_000;

    private static final String GATHERED =
            "COUNT(DISTINCT target), STRING_AGG(DISTINCT operator, ';' ORDER BY operator),"
                    + " STRING_AGG(DISTINCT rat, ';' ORDER BY rat), MAX(COALESCE(visits_for_b, " + NEVER
                    + ")), MAX(COALESCE(visits_for_a, " + NEVER
                    + ")), STRING_AGG(DISTINCT rank || reason, ';' ORDER BY rank || reason)";

    private static final String STRETCH = "^(.*):K([0-9]+)[+]([0-9]+)-K([0-9]+)[+]([0-9]+)$";

    private final OpenEvaluation evaluation;
    private final Filter filter;

    PlanList(OpenEvaluation evaluation, Filter filter) {
        this.evaluation = evaluation;
        this.filter = filter;
    }

    /** Conditions on rows of the plan. */
    private SqlWhere rows() {
        SqlWhere where = new SqlWhere();
        if (!filter.operator().equals(ResultRows.ALL)) {
            where.and("operator = ?", filter.operator());
        }
        if (filter.rat() != RatRow.ANY) {
            where.and("rat = ?", filter.rat().code());
        }
        filter.verdict().map(Coded::code).ifPresent(code -> where.and("verdict = ?", code));
        filter.evidence().map(Coded::code).ifPresent(code -> where.and("evidence = ?", code));
        return where;
    }

    private SqlWhere places() {
        SqlWhere where = new SqlWhere();
        if (!filter.scenario().isEmpty()) {
            where.and("scenario = ?", filter.scenario());
        }
        evaluation.names().inRegion(where, "division_code", filter.region());
        return where.holds(filter.query(), "name", "place_id");
    }

    /** The most urgent places, and how many there are in all. */
    private record Ranking(List<String> first, long count) {}

    private record RankingOf(Filter filter) {}

    private record LinesOf(Filter filter) {}

    /** How many places need something. */
    long countPlaces() {
        return ranking().count;
    }

    private Ranking ranking() {
        return evaluation.keep(new RankingOf(filter), () -> {
            long[] count = {0};
            List<String> first = ranked(KEPT, 0, row -> count[0] = row.getLong(1));
            return new Ranking(first, count[0]);
        });
    }

    /** Ids of places, the most urgent first; the second column of a row is how many there are in all. */
    private List<String> ranked(int limit, long offset, Consumer<Row> also) {
        SqlWhere places = places();
        SqlWhere rows = rows();
        String sql = "SELECT place_id, COUNT(*) OVER () FROM (SELECT k.place_id, MIN(" + RANK
                + ") AS rank, MAX(COALESCE(visits_for_b, " + NEVER + ")) AS visits FROM (SELECT * FROM plan"
                + rows.sql()
                + ") AS r JOIN ledger_point AS k ON r.target = k.point_id JOIN (SELECT place_id FROM map_place"
                + places.sql() + ") AS l ON k.place_id = l.place_id GROUP BY k.place_id) AS each_place"
                + " ORDER BY rank, visits, place_id LIMIT ? OFFSET ?";
        return evaluation
                .tables()
                .list(
                        sql,
                        row -> {
                            also.accept(row);
                            return row.text(0);
                        },
                        rows.values(places.values(limit, offset)));
    }

    /** The most urgent first. */
    List<PlaceNeed> listPlaces(int limit, long offset) {
        Ranking ranking = ranking();
        long end = Math.min(offset + limit, ranking.count);
        List<String> ids = end <= ranking.first.size()
                ? ranking.first.subList((int) Math.min(offset, end), (int) end)
                : ranked(limit, offset, row -> {});
        Map<String, PlaceNeed> found = new HashMap<>();
        SqlWhere rows = rows();
        SqlWhere chosen = new SqlWhere().in("place_id", ids);
        String sql = "SELECT l.place_id, l.name, l.scenario, l.x, l.y, " + GATHERED
                + " FROM (SELECT *, CAST(" + RANK + " AS VARCHAR) AS rank FROM plan" + rows.sql()
                + ") AS r JOIN (SELECT point_id, place_id FROM ledger_point" + chosen.sql()
                + ") AS k ON r.target = k.point_id JOIN (SELECT * FROM map_place" + chosen.sql()
                + ") AS l ON k.place_id = l.place_id GROUP BY l.place_id, l.name, l.scenario, l.x, l.y";
        evaluation
                .tables()
                .forEach(sql, row -> found.put(row.text(0), place(row)), rows.values(chosen.values(chosen.values())));
        return ids.stream().map(found::get).toList();
    }

    private static PlaceNeed place(Row row) {
        return new PlaceNeed(
                row.text(0),
                row.text(1),
                row.text(2),
                MapGrid.position(row.getInt(3), row.getInt(4)),
                row.getLong(5),
                codes(row.text(6)),
                rats(row.text(7)),
                visits(row, 8),
                visits(row, 9),
                reasons(row.text(10)));
    }

    /** Lines whose bins or key points need something; the scenario and region of a filter choose among places only. */
    List<LineNeed> listLines() {
        return evaluation.keep(new LinesOf(filter), this::readLines);
    }

    private List<LineNeed> readLines() {
        SqlWhere rows = rows();
        SqlWhere named = new SqlWhere().holds(filter.query(), "l.name", "l.line_id");
        String metre = "(CAST(REGEXP_EXTRACT(target, '" + STRETCH
                + "', %d) AS INT) * 1000 + CAST(REGEXP_EXTRACT(target, '" + STRETCH + "', %d) AS INT))";
        String planned = "SELECT *, CAST(" + RANK + " AS VARCHAR) AS rank FROM plan" + rows.sql();
        String bins = "SELECT REGEXP_EXTRACT(target, '" + STRETCH
                + "', 1) AS line_id, target, operator, rat, visits_for_b,"
                + " visits_for_a, reason, rank, " + String.format(metre, 4, 5) + " - " + String.format(metre, 2, 3)
                + " AS long_m FROM (" + planned
                + ") AS r WHERE POSITION(':K' IN target) > 0 AND REGEXP_MATCHES(target, '" + STRETCH + "')";
        String points =
                "SELECT k.line_id, target, operator, rat, visits_for_b, visits_for_a, reason, rank, 0 AS long_m FROM ("
                        + planned
                        + ") AS r JOIN ledger_point AS k ON r.target = k.point_id WHERE k.line_id IS NOT NULL";
        String sql =
                "SELECT l.line_id, l.name, CAST(SUM(CASE WHEN long_m > 0 THEN 1 ELSE 0 END) AS BIGINT), MAX(long_m),"
                        + " COUNT(DISTINCT CASE WHEN long_m = 0 THEN target END), " + GATHERED + " FROM (" + bins
                        + " UNION ALL "
                        + points + ") AS needs JOIN ledger_line AS l ON needs.line_id = l.line_id" + named.sql()
                        + " GROUP BY l.line_id, l.name ORDER BY MIN(rank), l.line_id LIMIT " + LINES;
        return evaluation.tables().list(sql, PlanList::line, rows.values(rows.values(named.values())));
    }

    private static LineNeed line(Row row) {
        return new LineNeed(
                row.text(0),
                row.text(1),
                row.getLong(2),
                row.getDouble(3),
                row.getLong(4),
                codes(row.text(6)),
                rats(row.text(7)),
                visits(row, 8),
                visits(row, 9),
                reasons(row.text(10)));
    }

    private static List<String> codes(String cell) {
        return List.of(cell.split(";"));
    }

    private static List<String> rats(String cell) {
        List<String> found = codes(cell);
        return Arrays.stream(RatRow.values())
                .map(RatRow::code)
                .filter(found::contains)
                .toList();
    }

    /** Codes without the rank they were sorted by and without what stands behind a colon. */
    private static List<String> reasons(String cell) {
        List<String> reasons = new ArrayList<>();
        for (String code : codes(cell)) {
            String reason = code.substring(1).split(":", 2)[0];
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private static OptionalInt visits(Row row, int column) {
        int visits = row.getInt(column);
        return visits >= NEVER ? OptionalInt.empty() : OptionalInt.of(visits);
    }
}
