package org.signalup.evaluate.internal.tally;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Purpose;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard;

/**
 * Counts: matched coverage samples → clusters → tallies. A cluster never crosses midnight because its slot divides the
 * day, so tallies of single dates add up.
 *
 * <p>Dataset {@code tally}: per target, operator, source, self/independent and date, for each reported RAT row the sums
 * named in {@link #SUMS} with the suffix of the row.
 */
public final class TallySql {
    /** Sums of a tally, for each RAT row: moments over clusters m and y, then counts of samples. */
    public static final List<String> SUMS =
            List.of("n", "y", "m2", "y2", "my", "k", "failed", "on_rat", "no_service", "weak", "interfered");

    /** Suffixes of the RAT rows in column names. */
    public static String suffix(RatRow row) {
        return switch (row) {
            case ANY -> "_any";
            case G4 -> "_4g";
            case G5 -> "_5g";
        };
    }

    private static final List<String> ATTRIBUTES = List.of(
            "file_no",
            "row_no",
            "operator",
            "self",
            "source",
            "device_key",
            "slot",
            "spot",
            "date",
            "rat",
            "test_mode",
            "rsrp_mdbm",
            "sinr_mdb");

    private final Engine engine;
    private final Standard standard;

    public TallySql(Engine engine, Standard standard) {
        this.engine = engine;
        this.standard = standard;
    }

    /** Reads {@code sample} and the target index; keeps {@code tally}. */
    public void tally(String datesCondition) {
        int slotSeconds = standard.statistics().slotMinutes() * 60;
        engine.define(
                "coverage_sample",
                "SELECT file_no, row_no, operator, CASE WHEN purpose = " + Purpose.SELF.number()
                        + " THEN 1 ELSE 0 END AS self, source, device_key, (local_s - local_s % " + slotSeconds
                        + ") AS slot, COALESCE(spot, -1) AS spot, date, rat, test_mode, rsrp_mdbm, sinr_mdb, lon_e7,"
                        + " lat_e7, accuracy_mm, point_id, line_id, chainage_mm, floor FROM sample WHERE "
                        + Settle.COVERAGE + " AND " + datesCondition);
        new MatchSql(engine).define("coverage_match", "coverage_sample", ATTRIBUTES, standard.matching());
        engine.materialise("cluster_tally", clusters());
        engine.materialise("tally", tallies());
        engine.drop("cluster_tally");
    }

    private static String clusters() {
        List<String> sums = new ArrayList<>();
        for (RatRow row : RatRow.values()) {
            String in = "in" + suffix(row);
            String own = row == RatRow.ANY ? "1" : "on" + suffix(row);
            sums.add(sum(in, "m" + suffix(row)));
            sums.add(sum(in + " * good * " + own, "y" + suffix(row)));
            sums.add(sum(in + " * " + (row == RatRow.ANY ? "served" : own), "on_rat" + suffix(row)));
            sums.add(sum(in + " * dead", "no_service" + suffix(row)));
            sums.add(sum(in + " * low * " + own, "weak" + suffix(row)));
            sums.add(sum(in + " * noisy * " + own, "interfered" + suffix(row)));
        }
        return """
                SELECT tid, operator, self, source, date, device_key, slot, spot, MIN(share_ppm) AS share_ppm, %s
                FROM (%s) AS f WHERE in_any + in_4g + in_5g > 0
                GROUP BY tid, operator, self, source, date, device_key, slot, spot""".formatted(String.join(", ", sums), flags());
    }

    private static String sum(String expression, String name) {
        return "CAST(SUM(" + expression + ") AS BIGINT) AS " + name;
    }

    /** What one sample is, as zeros and ones; see the rows per RAT of the standard's rules. */
    private static String flags() {
        return """
                SELECT m.tid, m.operator, m.self, m.source, m.date, m.device_key, m.slot, m.spot, l.share_ppm,
                  CASE WHEN m.test_mode = %1$d THEN 1 ELSE 0 END AS in_any,
                  CASE WHEN m.test_mode = %2$d OR (m.test_mode = %4$d AND m.rat = 4) THEN 1 ELSE 0 END AS in_4g,
                  CASE WHEN m.test_mode IN (%1$d, %3$d) OR (m.test_mode = %4$d AND m.rat = 5) THEN 1 ELSE 0 END AS in_5g,
                  CASE WHEN m.rat = 4 THEN 1 ELSE 0 END AS on_4g,
                  CASE WHEN m.rat = 5 THEN 1 ELSE 0 END AS on_5g,
                  CASE WHEN m.rat <> 0 THEN 1 ELSE 0 END AS served,
                  CASE WHEN m.rat = 0 THEN 1 ELSE 0 END AS dead,
                  CASE WHEN (m.rat = 4 AND m.rsrp_mdbm >= l.rsrp4 AND m.sinr_mdb >= l.sinr4)
                    OR (m.rat = 5 AND m.rsrp_mdbm >= l.rsrp5 AND m.sinr_mdb >= l.sinr5) THEN 1 ELSE 0 END AS good,
                  CASE WHEN (m.rat = 4 AND m.rsrp_mdbm < l.rsrp4) OR (m.rat = 5 AND m.rsrp_mdbm < l.rsrp5)
                    THEN 1 ELSE 0 END AS low,
                  CASE WHEN (m.rat = 4 AND m.rsrp_mdbm >= l.rsrp4 AND m.sinr_mdb < l.sinr4)
                    OR (m.rat = 5 AND m.rsrp_mdbm >= l.rsrp5 AND m.sinr_mdb < l.sinr5) THEN 1 ELSE 0 END AS noisy
                FROM coverage_match AS m JOIN limit_set AS l ON m.limit_no = l.limit_no""".formatted(
                TestMode.FREE.number(), TestMode.LOCK_4G.number(), TestMode.LOCK_5G.number(), TestMode.SCAN.number());
    }

    private static String tallies() {
        List<String> sums = new ArrayList<>();
        for (RatRow row : RatRow.values()) {
            String m = "m" + suffix(row);
            String y = "y" + suffix(row);
            List<String> expressions = List.of(
                    m,
                    y,
                    m + " * " + m,
                    y + " * " + y,
                    m + " * " + y,
                    "CASE WHEN " + m + " > 0 THEN 1 ELSE 0 END",
                    "CASE WHEN " + y + " * 1000000 < share_ppm * " + m + " THEN 1 ELSE 0 END",
                    "on_rat" + suffix(row),
                    "no_service" + suffix(row),
                    "weak" + suffix(row),
                    "interfered" + suffix(row));
            for (int i = 0; i < SUMS.size(); i++) {
                sums.add(sum(expressions.get(i), SUMS.get(i) + suffix(row)));
            }
        }
        return "SELECT tid, operator, self, source, date, " + String.join(", ", sums)
                + " FROM cluster_tally GROUP BY tid, operator, self, source, date";
    }
}
