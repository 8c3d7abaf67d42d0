package org.signalup.evaluate.internal.match;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
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
 * <p>All but the second are one pass over the samples: a sample has one key ({@link Keys}), rows of {@code target_key}
 * with that key whose box holds it are few and narrow, and only those meet the geometry of {@code target}.
 *
 * <p>Nearest is least (distance in mm, bin). A bin compares itself with its two neighbours, whose chords its row
 * carries. Matches near contested bins ({@link Rivals}) are in doubt: they are kept with their distance and compared afterwards.
 */
public final class MatchSql {
    private static final String BEST = "ABS(d.doubt) * 4294967296 + d.tid";

    private final Engine engine;

    public MatchSql(Engine engine) {
        this.engine = engine;
    }

    /**
     * Finds the targets of samples; afterwards dataset {@code name} has the given attributes of every sample with {@code tid}
     * of each target it counts for.
     *
     * @param samples a dataset with the attributes and what says where a sample was taken
     * @param attributes columns of it to carry, {@code file_no} and {@code row_no} among them
     */
    public void match(String name, String samples, List<String> attributes, Matching matching) {
        String found = name + "_found";
        List<String> ways = new ArrayList<>();
        ways.add(byKey(keyed(samples, attributes, matching), attributes));
        if (any(samples, "line_id IS NOT NULL AND chainage_mm IS NOT NULL")) {
            ways.add(byChainage(samples, attributes));
        }
        engine.materialise(found, String.join("\nUNION ALL\n", ways));
        String columns = list("m", attributes) + ", m.tid";
        String direct = "SELECT " + columns + " FROM " + found + " AS m WHERE m.doubt <= 0";
        if (any(found, "doubt <> 0")) {
            engine.materialise(name + "_won", won(found, attributes));
            direct += " UNION ALL SELECT " + columns + " FROM " + name + "_won AS m";
        }
        engine.define(name + "_direct", direct);
        engine.define(
                name,
                "SELECT " + columns + " FROM " + name + "_direct AS m"
                        + (any("bin_point", "tid >= 0") ? " UNION ALL " + ranges(name + "_direct", attributes) : ""));
    }

    private boolean any(String dataset, String condition) {
        return engine.number("SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + dataset + " WHERE " + condition
                        + " LIMIT 1) AS probe")
                > 0;
    }

    private static String list(String alias, List<String> attributes) {
        return String.join(", ", attributes.stream().map(a -> alias + "." + a).toList());
    }

    /** Samples with their key; where nothing is named, the names are not looked up. */
    private String keyed(String samples, List<String> attributes, Matching matching) {
        String columns = list("s", attributes) + ", s.lon, s.lat, s.level";
        String celled = """
                SELECT %s, COALESCE(s.lon_e7, 0) AS lon, COALESCE(s.lat_e7, 0) AS lat, COALESCE(s.floor, %d) AS level,
                  s.point_id, s.line_id, s.chainage_mm, CASE WHEN %s THEN %s END AS cell FROM %s AS s""".formatted(
                        list("s", attributes),
                        Keys.NO_FLOOR,
                        locatable(matching),
                        Keys.cellSql("s.lon_e7", "s.lat_e7"),
                        samples);
        if (!any(samples, "point_id IS NOT NULL OR line_id IS NOT NULL")) {
            return "SELECT " + columns + ", s.cell AS key FROM (" + celled + ") AS s";
        }
        return """
                SELECT %s, CASE WHEN s.point_id IS NOT NULL THEN %s WHEN s.line_id IS NULL THEN s.cell
                  WHEN s.chainage_mm IS NULL THEN %s END AS key
                FROM (%s) AS s LEFT JOIN target_checkin AS p ON s.point_id = p.point_id
                LEFT JOIN ledger_line AS l ON s.line_id = l.line_id""".formatted(columns, Keys.checkinSql("p.tid"), Keys.onLineSql("s.cell", "l.line_no"), celled);
    }

    private static String locatable(Matching matching) {
        List<String> needing = matching.sourcesNeedingAccuracy().stream()
                .map(Source::number)
                .sorted()
                .map(String::valueOf)
                .toList();
        String unknown = needing.isEmpty()
                ? "s.accuracy_mm IS NULL"
                : "(s.accuracy_mm IS NULL AND s.source NOT IN (" + String.join(", ", needing) + "))";
        return "s.lon_e7 IS NOT NULL AND (s.accuracy_mm <= " + Math.round(matching.maxAccuracyM() * 1000) + " OR "
                + unknown + ")";
    }

    /**
     * One step of arithmetic a subquery: an engine that repeats an expression wherever its column is used would do so dozens of
     * times over.
     */
    private static String byKey(String keyed, List<String> attributes) {
        String nearest = "d.own_mm < LEAST(" + millimetres("d.ex * d.ex + d.ey * d.ey") + " + d.slack_before, "
                + millimetres("d.fx * d.fx + d.fy * d.fy") + " + d.slack_behind)";
        return """
                SELECT %1$s, d.tid, CASE WHEN d.rival = %2$d THEN CAST(0 AS BIGINT)
                    WHEN d.rival = %3$d AND %4$s THEN -1 - CAST(d.own_mm AS BIGINT)
                    ELSE 1 + CAST(d.own_mm AS BIGINT) END AS doubt
                FROM (%5$s) AS d WHERE d.kind = %6$d OR d.rival <> %2$d OR %4$s""".formatted(
                        list("d", attributes),
                        Rivals.NONE,
                        Rivals.WITNESS,
                        nearest,
                        besideNeighbours(withinReach(placed(keyed, attributes))),
                        TargetIndex.POINT);
    }

    /**
     * Samples in the boxes of their targets, with their place in the target's plane. The number of the target is made of columns
     * of both sides so that no planner can join the wide rows of targets to their keys before the samples have chosen a few.
     */
    private static String placed(String keyed, List<String> attributes) {
        String columns = list("s", attributes) + ", s.lon, s.lat";
        return """
                SELECT n.*, g.kind, g.rival, g.ux, g.uy, g.uinv, g.reach2,
                  g.slack_before, g.wx, g.wy, g.winv, g.slack_behind, g.vx, g.vy, g.vinv,
                  (n.lon - g.a_lon) * (g.kx + g.kxs * (n.lat - g.a_lat)) AS px,
                  (n.lat - g.a_lat) * (g.ky + g.kys * (n.lat - g.a_lat)) + g.kyb * (n.lon - g.a_lon) * (n.lon - g.a_lon) AS py
                FROM (SELECT %s, s.key < %d AS checkin, COALESCE(k.tid, s.lon) AS tid
                  FROM (%s) AS s JOIN target_key AS k ON s.key = k.key
                    AND s.lon >= k.lon_from AND s.lon <= k.lon_to AND s.lat >= k.lat_from AND s.lat <= k.lat_to
                    AND s.level >= k.level_from AND s.level <= k.level_to) AS n
                JOIN target AS g ON n.tid = g.tid""".formatted(columns, Keys.CHECKINS_BELOW, keyed);
    }

    /** Check-ins, and positions whose distance rounds to no more than the reach of the target. */
    private static String withinReach(String placed) {
        return """
                SELECT o.*, o.dx * o.dx + o.dy * o.dy AS d2
                FROM (SELECT f.*, f.px - f.t * f.ux AS dx, f.py - f.t * f.uy AS dy
                  FROM (SELECT p.*, %s AS t FROM (%s) AS p) AS f) AS o
                WHERE o.checkin OR o.dx * o.dx + o.dy * o.dy < o.reach2""".formatted(foot("p.px", "p.py", "p.ux", "p.uy", "p.uinv"), placed);
    }

    /** The distance in mm, and what lies between the sample and its feet on the chords of the neighbours. */
    private static String besideNeighbours(String within) {
        return """
                SELECT j.*, j.px - j.tw * j.wx AS ex, j.py - j.tw * j.wy AS ey, j.qx - j.tv * j.vx AS fx, j.qy - j.tv * j.vy AS fy
                FROM (SELECT i.*, %s AS own_mm, %s AS tw, i.px - i.ux AS qx, i.py - i.uy AS qy, %s AS tv FROM (%s) AS i) AS j""".formatted(
                        millimetres("i.d2"),
                        foot("i.px", "i.py", "i.wx", "i.wy", "i.winv"),
                        foot("(i.px - i.ux)", "(i.py - i.uy)", "i.vx", "i.vy", "i.vinv"),
                        within);
    }

    /** How far along a chord from the origin the foot of (x, y) is, from 0 to 1. */
    private static String foot(String x, String y, String ux, String uy, String inverse) {
        return "GREATEST(CAST(0 AS DOUBLE), LEAST(CAST(1 AS DOUBLE), (" + x + " * " + ux + " + " + y + " * " + uy
                + ") * " + inverse + "))";
    }

    /** A whole number, as DOUBLE. */
    private static String millimetres(String squareM) {
        return "FLOOR(SQRT(" + squareM + ") * CAST(1000 AS DOUBLE) + CAST(1 AS DOUBLE) / CAST(2 AS DOUBLE))";
    }

    private static String byChainage(String samples, List<String> attributes) {
        return """
                SELECT %s, b.tid, CAST(0 AS BIGINT) AS doubt
                FROM (SELECT n.*, (n.chainage_mm - n.chainage_mm %% %d) AS bucket_mm, l.length_mm
                  FROM %s AS n JOIN ledger_line AS l ON n.line_id = l.line_id
                  WHERE n.point_id IS NULL AND n.chainage_mm IS NOT NULL) AS s
                JOIN bin_bucket AS b ON s.line_id = b.line_id AND s.bucket_mm = b.bucket * %d
                WHERE s.chainage_mm >= b.from_mm
                  AND (s.chainage_mm < b.to_mm OR (s.chainage_mm = b.to_mm AND s.length_mm = b.to_mm))""".formatted(list("s", attributes), TargetIndex.BUCKET_MM, samples, TargetIndex.BUCKET_MM);
    }

    /** Doubtful matches with contested bins that are the least (distance, bin) of their sample on that line. */
    private static String won(String found, List<String> attributes) {
        return """
                SELECT %1$s, d.tid
                FROM %2$s AS d JOIN target AS g ON d.tid = g.tid
                JOIN (SELECT d.file_no, d.row_no, g.line_no, MIN(%3$s) AS best
                  FROM %2$s AS d JOIN target AS g ON d.tid = g.tid WHERE d.doubt <> 0
                  GROUP BY d.file_no, d.row_no, g.line_no) AS w
                ON d.file_no = w.file_no AND d.row_no = w.row_no AND g.line_no = w.line_no AND %3$s = w.best
                WHERE d.doubt > 0 AND g.rival = %4$d""".formatted(list("d", attributes), found, BEST, Rivals.CONTESTED);
    }

    /** For every match with a bin, the points whose chainage range covers that bin. */
    private static String ranges(String direct, List<String> attributes) {
        return "SELECT " + list("m", attributes) + ", r.tid FROM " + direct
                + " AS m JOIN bin_point AS r ON m.tid = r.bin_tid";
    }
}
