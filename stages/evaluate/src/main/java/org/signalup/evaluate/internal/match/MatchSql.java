package org.signalup.evaluate.internal.match;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.Standard.Matching;

/**
 * The join of samples to targets, as portable SQL. Four ways lead from a sample to a target:
 *
 * <ol>
 *   <li>check-in: {@code point_id} names the point
 *   <li>{@code line_id} with a chainage names the bin
 *   <li>{@code line_id} with a position: the nearest bin of that line within its buffer
 *   <li>a position alone: every key point whose radius holds it, and per line matched by position the nearest bin
 * </ol>
 *
 * <p>The last two are one pass over the samples, since they differ only in the targets of a cell that may be taken. An engine
 * that calls functions does them and check-ins in one pass with {@link CapsuleGrid}, at half the cost.
 *
 * <p>Nearest is least (distance in mm, bin). A bin compares itself with its two neighbours, whose chords its row
 * carries; bins marked contested are compared with every other bin in reach ({@link Rivals}).
 */
public final class MatchSql {
    /** The functions of {@link CapsuleGrid}. */
    static final String TARGETS_AT = "targets_at";

    static final String TARGET_AT = "target_at";

    /** Below it bins and their mark, above it millimetres: distance, bin and mark in one number. */
    static final long BIN_SHIFT = 8_589_934_592L;

    private final Engine engine;

    public MatchSql(Engine engine) {
        this.engine = engine;
    }

    /**
     * Defines dataset {@code <name>}: the given attributes of every sample of {@code samples} with {@code tid} of each
     * target it counts for.
     *
     * <p>Which ways there are is asked of all rows that were read: a plain table of files says so without reading them.
     *
     * @param samples a dataset with the columns of a settled sample
     * @param attributes columns of it to carry
     */
    public void define(String name, String samples, List<String> attributes, Matching matching) {
        engine.define("located", located(samples, matching));
        List<String> ways = new ArrayList<>();
        if (any(SampleSchema.READ.name(), "line_id IS NOT NULL AND chainage_mm IS NOT NULL")) {
            ways.add(byChainage(attributes));
        }
        boolean checkins = any(SampleSchema.READ.name(), "point_id IS NOT NULL");
        boolean naming = any(SampleSchema.READ.name(), "line_id IS NOT NULL");
        if (engine.knows(TARGETS_AT)) {
            ways.add(byFunction(attributes, checkins, naming));
        } else {
            if (checkins) {
                ways.add(byCheckin(attributes));
            }
            String within = within(candidates(attributes, naming));
            ways.add(byNeighbours(attributes, within));
            if (any("target_cell", "rival = " + Rivals.CONTESTED)) {
                ways.add(byComparison(attributes, within));
            }
        }
        engine.define(name + "_direct", String.join("\nUNION ALL\n", ways));
        boolean ranges = any("bin_point", "tid >= 0");
        engine.define(name, ranges ? withRanges(name + "_direct", attributes) : "SELECT * FROM " + name + "_direct");
    }

    private boolean any(String dataset, String condition) {
        return engine.number("SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + dataset + " WHERE " + condition
                        + " LIMIT 1) AS probe")
                > 0;
    }

    private static String located(String samples, Matching matching) {
        long maxAccuracyMm = Math.round(matching.maxAccuracyM() * 1000);
        List<String> needing = matching.sourcesNeedingAccuracy().stream()
                .map(Source::number)
                .sorted()
                .map(String::valueOf)
                .toList();
        String unknownAccuracy = needing.isEmpty()
                ? "accuracy_mm IS NULL"
                : "(accuracy_mm IS NULL AND source NOT IN (" + String.join(", ", needing) + "))";
        return """
                SELECT s.*, CAST(s.lon_e7 AS DOUBLE) AS lon, CAST(s.lat_e7 AS DOUBLE) AS lat, %s AS cell,
                  (lon_e7 IS NOT NULL AND (accuracy_mm <= %d OR %s)) AS locatable
                FROM %s AS s""".formatted(Cells.sql("lon_e7", "lat_e7"), maxAccuracyMm, unknownAccuracy, samples);
    }

    private static String list(String alias, List<String> attributes) {
        return String.join(", ", attributes.stream().map(a -> alias + "." + a).toList());
    }

    private static String byCheckin(List<String> attributes) {
        return "SELECT " + list("s", attributes)
                + ", c.tid FROM located AS s JOIN target_checkin AS c"
                + " ON s.point_id = c.point_id";
    }

    /**
     * Check-ins and positions in one pass, on an engine that calls {@link CapsuleGrid}: what it says of a sample is joined to
     * as many rows as the sample has targets, and asked again for more than two.
     */
    private static String byFunction(List<String> attributes, boolean checkins, boolean naming) {
        String point = checkins
                ? "COALESCE(%d - c.tid, %d)".formatted(CapsuleGrid.POINT, CapsuleGrid.NOT_LOCATED)
                : String.valueOf(CapsuleGrid.NOT_LOCATED);
        String line = naming
                ? "CASE WHEN s.line_id IS NULL THEN %1$d WHEN s.chainage_mm IS NULL THEN COALESCE(l.line_no, %2$d) ELSE %2$d END"
                        .formatted(CapsuleGrid.FREE, CapsuleGrid.NOT_LOCATED)
                : String.valueOf(CapsuleGrid.FREE);
        String named = "CASE WHEN s.point_id IS NOT NULL THEN %s WHEN s.locatable THEN %s ELSE %d END"
                .formatted(point, line, CapsuleGrid.NOT_LOCATED);
        return """
                SELECT %1$s, CASE WHEN r.place < %2$d THEN CAST((x.found >> r.shift) & %3$d AS INT)
                  ELSE CAST(%4$s(x.position, x.naming, CAST(r.place AS BIGINT)) >> %5$d AS INT) END AS tid
                FROM (SELECT p.*, %6$s(p.position, p.naming) AS found
                  FROM (SELECT %7$s, %8$s AS position, %9$s AS naming FROM located AS s %10$s %11$s) AS p) AS x
                JOIN target_rank AS r ON CAST(x.found & %12$d AS INT) = r.n""".formatted(
                        list("x", attributes),
                        CapsuleGrid.TOLD,
                        CapsuleGrid.TARGET_MASK,
                        TARGET_AT,
                        CapsuleGrid.FIRST,
                        TARGETS_AT,
                        list("s", attributes),
                        CapsuleGrid.position("s.lon_e7", "s.lat_e7"),
                        CapsuleGrid.naming(named, "s.floor"),
                        checkins ? "LEFT JOIN target_checkin AS c ON s.point_id = c.point_id" : "",
                        naming ? "LEFT JOIN ledger_line AS l ON s.line_id = l.line_id" : "",
                        CapsuleGrid.COUNT_MASK);
    }

    /** A chainage that was rounded beyond the end of its line is at its end. */
    private static String byChainage(List<String> attributes) {
        return """
                SELECT %s, b.tid
                FROM (SELECT n.*, LEAST(n.chainage_mm, l.length_mm) AS at_mm, l.length_mm
                  FROM located AS n JOIN ledger_line AS l ON n.line_id = l.line_id
                  WHERE n.point_id IS NULL AND n.chainage_mm IS NOT NULL) AS s
                JOIN bin_bucket AS b ON s.line_id = b.line_id AND s.at_mm - s.at_mm %% %d = b.bucket * %d
                WHERE s.at_mm >= b.from_mm
                  AND (s.at_mm < b.to_mm OR (s.at_mm = b.to_mm AND s.length_mm = b.to_mm))""".formatted(list("s", attributes), TargetIndex.BUCKET_MM, TargetIndex.BUCKET_MM);
    }

    /** Points, and bins that may decide by looking at their neighbours. */
    private static String byNeighbours(List<String> attributes, String within) {
        String beside = """
                SELECT w.*, w.px - w.ux AS qx, w.py - w.uy AS qy, %s AS tw, %s AS tv FROM (%s) AS w""".formatted(
                        foot("w.px", "w.py", "w.wx", "w.wy", "w.winv"),
                        foot("(w.px - w.ux)", "(w.py - w.uy)", "w.vx", "w.vy", "w.vinv"),
                        within);
        return """
                SELECT %s, d.tid
                FROM (SELECT b.*, b.px - b.tw * b.wx AS ex, b.py - b.tw * b.wy AS ey,
                    b.qx - b.tv * b.vx AS fx, b.qy - b.tv * b.vy AS fy FROM (%s) AS b) AS d
                WHERE d.rival <> %d AND (d.kind = %d OR (
                  (NOT d.has_prev OR %s > d.own_mm) AND (NOT d.has_next OR %s >= d.own_mm)))""".formatted(
                        list("d", attributes),
                        beside,
                        Rivals.CONTESTED,
                        CapsuleTable.POINT,
                        millimetres("d.ex", "d.ey"),
                        millimetres("d.fx", "d.fy"));
    }

    /** Contested bins: the least (distance, bin) of all candidates of the sample on that line, kept if contested. */
    private static String byComparison(List<String> attributes, String within) {
        String columns = list("d", attributes);
        // Millimetres below 2^29 (500 km), twice the bin number below 2^33.
        return """
                SELECT %s, CAST((w.best %% %d - w.best %% 2) / 2 AS INT) AS tid
                FROM (SELECT %s, d.line_no,
                    MIN(d.own_mm * %d + d.tid * CAST(2 AS BIGINT) + CASE WHEN d.rival = %d THEN 1 ELSE 0 END) AS best
                  FROM (%s) AS d WHERE d.rival <> %d
                  GROUP BY %s, d.file_no, d.row_no, d.line_no) AS w
                WHERE w.best %% 2 = 1""".formatted(
                list("w", attributes), BIN_SHIFT, columns, BIN_SHIFT, Rivals.CONTESTED, within, Rivals.NONE, columns);
    }

    /**
     * Sample and target pairs of one cell, with the sample's place in the target's plane: for a sample that names a line its
     * bins, for a free one what is matched by position.
     */
    private static String candidates(List<String> attributes, boolean naming) {
        String free = "c.by_position AND (NOT c.indoor OR s.floor = c.target_floor)";
        return """
                SELECT %s%s, c.*, (s.lon - c.a_lon) * (c.kx + c.kxs * (s.lat - c.a_lat)) AS px,
                  (s.lat - c.a_lat) * (c.ky + c.kys * (s.lat - c.a_lat)) + c.kyb * (s.lon - c.a_lon) * (s.lon - c.a_lon) AS py
                FROM located AS s %s JOIN target_cell AS c ON s.cell = c.cell
                WHERE s.locatable AND s.point_id IS NULL AND (%s)""".formatted(
                attributes.contains("file_no") ? "" : "s.file_no, s.row_no, ",
                list("s", attributes),
                naming ? "LEFT JOIN ledger_line AS l ON s.line_id = l.line_id" : "",
                naming
                        ? "(s.line_id IS NULL AND " + free + ") OR (s.chainage_mm IS NULL AND l.line_no = c.line_no)"
                        : free);
    }

    /**
     * Candidates within reach, with their distance. Here and for the neighbours each step of arithmetic is a subquery of
     * its own: an engine may repeat an expression wherever its column is used.
     */
    private static String within(String candidates) {
        return """
                SELECT o.*, %s AS own_mm
                FROM (SELECT f.*, f.px - f.t * f.ux AS dx, f.py - f.t * f.uy AS dy
                  FROM (SELECT p.*, %s AS t FROM (%s) AS p) AS f) AS o
                WHERE o.dx * o.dx + o.dy * o.dy < o.reach2""".formatted(millimetres("o.dx", "o.dy"), foot("p.px", "p.py", "p.ux", "p.uy", "p.uinv"), candidates);
    }

    private static String millimetres(String x, String y) {
        return "CAST(FLOOR(SQRT(" + x + " * " + x + " + " + y + " * " + y
                + ") * CAST(1000 AS DOUBLE) + CAST(1 AS DOUBLE) / CAST(2 AS DOUBLE)) AS BIGINT)";
    }

    /** How far along a chord from the origin the foot of (x, y) is, from 0 to 1. */
    private static String foot(String x, String y, String ux, String uy, String inverse) {
        return "GREATEST(CAST(0 AS DOUBLE), LEAST(CAST(1 AS DOUBLE), (" + x + " * " + ux + " + " + y + " * " + uy
                + ") * " + inverse + "))";
    }

    /** Adds, for every match with a bin, the points whose chainage range covers that bin. */
    private static String withRanges(String direct, List<String> attributes) {
        return "SELECT " + list("m", attributes) + ", m.tid FROM " + direct + " AS m UNION ALL SELECT "
                + list("m", attributes) + ", r.tid FROM " + direct + " AS m JOIN bin_point AS r ON m.tid ="
                + " r.bin_tid";
    }
}
