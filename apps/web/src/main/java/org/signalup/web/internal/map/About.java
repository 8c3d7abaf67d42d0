package org.signalup.web.internal.map;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;

/** Why something on the map is as it is: what hovering and clicking show. */
final class About {
    private static final String MEASURED =
            "operator, verdict, evidence, share, share_low, share_high, samples, clusters, dates,"
                    + " no_service, weak, interfered";
    private static final int SHOWN_POINTS = 4;

    /** One operator's row. */
    record Measure(
            String operator,
            Verdict verdict,
            Optional<Evidence> evidence,
            OptionalDouble share,
            OptionalDouble low,
            OptionalDouble high,
            long samples,
            long clusters,
            long dates,
            long noService,
            long weak,
            long interfered) {
        static Measure of(Row row, int first) {
            return new Measure(
                    row.text(first),
                    About.verdict(row.text(first + 1)),
                    About.evidence(row.text(first + 2)),
                    number(row, first + 3),
                    number(row, first + 4),
                    number(row, first + 5),
                    count(row, first + 6),
                    count(row, first + 7),
                    count(row, first + 8),
                    count(row, first + 9),
                    count(row, first + 10),
                    count(row, first + 11));
        }

        /** What most of the samples that were not compliant suffered from; empty when nothing stands out. */
        public Optional<Text> cause() {
            long most = Math.max(noService, Math.max(weak, interfered));
            if (most == 0) {
                return Optional.empty();
            }
            if (most == noService) {
                return Optional.of(Text.of("脱网", "no service"));
            }
            return Optional.of(most == weak ? Text.of("弱覆盖", "weak signal") : Text.of("干扰", "interference"));
        }
    }

    /** A key point, or one bin. */
    record TargetCard(String title, String kind, String link, List<Measure> measures) {}

    /** A place; {@code worst} are key points that fail or are suspected. */
    record PlaceCard(String id, String name, String scenario, List<PlaceRow> rows, List<WorstPoint> worst) {}

    /** A place for one operator. */
    record PlaceRow(
            String operator,
            Verdict verdict,
            Optional<Evidence> evidence,
            int stars,
            long points,
            long passed,
            long failed,
            long open) {}

    /** Why a place does not pass. */
    record WorstPoint(String name, Measure measure) {}

    /** Several bins of a line. */
    record StretchCard(String id, String name, double fromM, double toM, List<StretchRow> rows) {}

    /** Lengths of a stretch by verdict. */
    record StretchRow(String operator, double passM, double retestM, double failM, double openM) {}

    private final OpenEvaluation evaluation;
    private final Filter filter;

    About(OpenEvaluation evaluation, Filter filter) {
        this.evaluation = evaluation;
        this.filter = filter;
    }

    PlaceCard place(String id) {
        List<PlaceRow> rows = evaluation
                .tables()
                .list(
                        "SELECT operator, verdict, evidence, COALESCE(stars, 0), points, points_passed, points_failed +"
                                + " points_retest, points_open FROM places WHERE place_id = ? ORDER BY operator <> 'ALL', operator",
                        row -> new PlaceRow(
                                row.text(0),
                                verdict(row.text(1)),
                                evidence(row.text(2)),
                                row.getInt(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        id);
        return evaluation
                .tables()
                .find(
                        "SELECT name, scenario FROM ledger_place WHERE place_id = ?",
                        row -> new PlaceCard(id, row.text(0), row.text(1), rows, worst(id)),
                        id)
                .orElseThrow(About::unknown);
    }

    /** Key points that fail or are suspected for the chosen operator, or for any when all are chosen. */
    private List<WorstPoint> worst(String placeId) {
        List<String> ids = evaluation
                .tables()
                .list("SELECT point_id FROM ledger_point WHERE place_id = ?", row -> row.text(0), placeId);
        SqlWhere where = new SqlWhere()
                .in("p.point_id", ids)
                .and(
                        "p.rat = ? AND p.verdict IN ('FAIL', 'RETEST') AND p.operator <> 'ALL'",
                        filter.rat().code());
        if (!filter.operator().equals(ResultRows.ALL)) {
            where.and("p.operator = ?", filter.operator());
        }
        return evaluation
                .tables()
                .list(
                        "SELECT l.name, p.operator, p.verdict, p.evidence, p.share, p.share_low, p.share_high, p.samples,"
                                + " p.clusters, p.dates, p.no_service, p.weak, p.interfered FROM points AS p JOIN"
                                + " ledger_point AS l ON p.point_id = l.point_id" + where.sql()
                                + " ORDER BY p.verdict, p.share, p.point_id, p.operator LIMIT " + SHOWN_POINTS,
                        row -> new WorstPoint(row.text(0), Measure.of(row, 1)),
                        where.values());
    }

    TargetCard point(String id) {
        List<Measure> measures = evaluation
                .tables()
                .list(
                        "SELECT " + MEASURED + " FROM points WHERE point_id = ? AND rat = ? ORDER BY operator <> 'ALL',"
                                + " operator",
                        row -> Measure.of(row, 0),
                        id,
                        filter.rat().code());
        return evaluation
                .tables()
                .find(
                        "SELECT name, kind, place_id, line_id FROM ledger_point WHERE point_id = ?",
                        row -> new TargetCard(
                                row.text(0),
                                row.text(1),
                                row.text(2) == null ? link("/line", row.text(3)) : link("/place", row.text(2)),
                                measures),
                        id)
                .orElseThrow(About::unknown);
    }

    private String link(String page, String id) {
        return filter.link(evaluation.path() + page, "id", id);
    }

    StretchCard stretch(String id, double fromM, double toM) {
        List<StretchRow> rows = evaluation
                .tables()
                .list(
                        "SELECT operator, " + metres("verdict = 'PASS'") + ", " + metres("verdict = 'RETEST'") + ", "
                                + metres("verdict = 'FAIL'")
                                + " FROM bins WHERE line_id = ? AND rat = ? AND from_m >= ?"
                                + " AND to_m <= ? GROUP BY operator ORDER BY operator <> 'ALL', operator",
                        row -> {
                            double judged = row.getDouble(1) + row.getDouble(2) + row.getDouble(3);
                            return new StretchRow(
                                    row.text(0),
                                    row.getDouble(1),
                                    row.getDouble(2),
                                    row.getDouble(3),
                                    Math.max(0, toM - fromM - judged));
                        },
                        id,
                        filter.rat().code(),
                        fromM - 1,
                        toM + 1);
        return new StretchCard(id, lineName(id), fromM, toM, rows);
    }

    private static String metres(String condition) {
        return "SUM(CASE WHEN " + condition + " THEN to_m - from_m ELSE 0 END)";
    }

    private String lineName(String id) {
        return evaluation
                .tables()
                .find("SELECT name FROM ledger_line WHERE line_id = ?", row -> row.text(0), id)
                .orElseThrow(About::unknown);
    }

    /** The one bin between two chainages, if it is one. */
    Optional<TargetCard> bin(String id, double fromM, double toM) {
        long bins = evaluation
                .tables()
                .number(
                        "SELECT COUNT(*) FROM ledger_bin WHERE line_id = ? AND from_m >= ? AND to_m <= ?",
                        id,
                        fromM - 1,
                        toM + 1);
        if (bins != 1) {
            return Optional.empty();
        }
        List<Measure> measures = evaluation
                .tables()
                .list(
                        "SELECT " + MEASURED + " FROM bins WHERE line_id = ? AND rat = ? AND from_m >= ? AND to_m <= ?"
                                + " ORDER BY operator <> 'ALL', operator",
                        row -> Measure.of(row, 0),
                        id,
                        filter.rat().code(),
                        fromM - 1,
                        toM + 1);
        return Optional.of(new TargetCard(lineName(id), "", link("/line", id), measures));
    }

    static PageFailure unknown() {
        return PageFailure.notFound(Text.of("台账中没有这个编号", "There is no such id in the ledger"));
    }

    private static Verdict verdict(String code) {
        return Coded.find(Verdict.class, code).orElse(Verdict.NOT_MEASURED);
    }

    private static Optional<Evidence> evidence(String code) {
        return code == null || code.isEmpty() ? Optional.empty() : Coded.find(Evidence.class, code);
    }

    private static OptionalDouble number(Row row, int column) {
        return row.isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
    }

    private static long count(Row row, int column) {
        return row.isNull(column) ? 0 : row.getLong(column);
    }
}
