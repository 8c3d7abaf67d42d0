package org.signalup.evaluate.internal.tally;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.intake.RejectMessages;
import org.signalup.standards.Standard.Matching;

/**
 * Turns the rows that are asked about into settled samples, dataset {@code sample_settled}:
 *
 * <ol>
 *   <li>a SINR that is 0.0 throughout a device's rows of a RAT is a missing marker and becomes null
 *   <li>rows naming a point or line that the ledger does not have, or lying too far from it, are refused, then those whose
 *       instrument is not valid ({@link ValidInstruments})
 *   <li>loggers that write several rows a second are thinned to one coverage sample per device, session, operator,
 *       named place and second: a served row beats no service, the earliest row speaks, levels are lower medians
 * </ol>
 */
public final class Settle {
    /**
     * Coverage sample: says whether there was service at all, or, by level and quality, how good it was. One CASE, which DuckDB
     * decides four times as fast as the same with OR.
     */
    public static final String COVERAGE =
            "CASE WHEN rat IN (0, 2, 3) THEN 0 WHEN rat <> 9 THEN rsrp_mdbm + sinr_mdb END IS NOT NULL";

    /** Rows refused against the ledger; their message follows from the code. */
    public static final Schema REFUSED = Schema.of("refused")
            .with(INT, "file_no")
            .with(BIGINT, "row_no")
            .with(VARCHAR, "column_name", "value", "code")
            .with(INT, "date")
            .build();

    private static final int CONSTANT_ROWS = 2;
    private static final String KEY = "device_key, session_key, operator, point_key, line_key, second_no";
    private static final String NAMED_KEY = "COALESCE(point_id, '') AS point_key, COALESCE(line_id, '') AS line_key,"
            + " (observed_ms - observed_ms % 1000) AS second_no";

    private final Engine engine;
    private final Set<String> empty;

    public Settle(Engine engine) {
        this(engine, Set.of());
    }

    /** @param empty columns that nothing is in */
    public Settle(Engine engine, Set<String> empty) {
        this.engine = engine;
        this.empty = empty;
    }

    /** What settling changed: rows thinned away, rows refused by code. */
    public record Settled(long thinned, Map<String, Long> refused) {}

    /**
     * Finds the devices whose SINR is a marker for missing and keeps them as {@code sinr_missing}.
     *
     * @param sinrs a query for {@code device_key, rat, operator, sinr_rows, sinr_min_mdb, sinr_max_mdb}
     * @return warnings
     */
    public List<Text> findConstantSinr(String sinrs) {
        engine.materialise(
                "sinr_missing",
                "SELECT device_key, rat FROM (" + sinrs + ") AS s WHERE rat IN (4, 5) GROUP BY device_key, rat"
                        + " HAVING MIN(sinr_min_mdb) = 0 AND MAX(sinr_max_mdb) = 0 AND SUM(sinr_rows) >= "
                        + CONSTANT_ROWS);
        if (engine.count("sinr_missing") == 0) {
            return List.of();
        }
        return engine.list(
                "SELECT s.operator, s.rat, CAST(SUM(s.sinr_rows) AS BIGINT) FROM (" + sinrs
                        + ") AS s JOIN sinr_missing AS k ON s.device_key = k.device_key AND s.rat = k.rat"
                        + " GROUP BY s.operator, s.rat ORDER BY s.operator, s.rat",
                row -> Text.of(
                        row.text(0) + " " + row.getInt(1) + "G：" + row.getLong(2) + " 行 SINR 恒为 0.0，按缺测处理",
                        row.text(0) + " " + row.getInt(1) + "G: SINR is 0.0 in all " + row.getLong(2)
                                + " rows, taken as missing"));
    }

    /** Reads {@code sample_asked}, {@code sinr_missing}, the target index and {@link ValidInstruments}; defines {@code sample_settled}, keeps {@code refused}. */
    public Settled settle(Matching matching) {
        dropConstantSinr();
        Map<String, Long> refused = refuse(matching);
        long thinned = thin();
        return new Settled(thinned, refused);
    }

    /** A query for the rows of {@code refused} as rejects, with their message. */
    public static String rejects(String refused, Language language) {
        return "SELECT file_no, row_no, column_name, value, code, "
                + RejectMessages.sql(Refusal.values(), Refusal::text, language) + " AS message FROM " + refused;
    }

    private void dropConstantSinr() {
        if (engine.count("sinr_missing") == 0) {
            engine.define("sample_clean", "SELECT * FROM sample_asked");
            return;
        }
        engine.define(
                "sample_clean",
                without("sinr_mdb", "sample_asked")
                                .formatted("CASE WHEN k.device_key IS NULL THEN s.sinr_mdb ELSE NULL END AS sinr_mdb")
                        + " LEFT JOIN sinr_missing AS k ON s.device_key = k.device_key AND s.rat = k.rat");
    }

    /** SELECT of every column of a dataset in order, with %s in the place of one of them. */
    private String without(String replaced, String dataset) {
        List<String> columns = engine.columns(dataset).stream()
                .map(column -> column.name().equals(replaced) ? "%s" : "s." + column.name())
                .toList();
        return "SELECT " + String.join(", ", columns) + " FROM " + dataset + " AS s";
    }

    private Map<String, Long> refuse(Matching matching) {
        if (ValidInstruments.asked(engine)) {
            engine.materialise("refused_place", refusals(matching));
            engine.materialise(
                    "refused",
                    "SELECT * FROM refused_place UNION ALL SELECT v.* FROM ("
                            + ValidInstruments.refusals("sample_clean")
                            + ") AS v LEFT JOIN refused_place AS r ON v.file_no = r.file_no AND v.row_no = r.row_no"
                            + " WHERE r.code IS NULL");
        } else {
            engine.materialise("refused", refusals(matching));
        }
        if (engine.count("refused") == 0) {
            engine.define("sample_known", "SELECT * FROM sample_clean");
            return Map.of();
        }
        engine.define(
                "sample_known",
                "SELECT s.* FROM sample_clean AS s LEFT JOIN refused AS r ON s.file_no = r.file_no AND s.row_no ="
                        + " r.row_no WHERE r.code IS NULL");
        Map<String, Long> counts = new TreeMap<>();
        engine.forEach(
                "SELECT code, COUNT(*) FROM refused GROUP BY code", row -> counts.put(row.text(0), row.getLong(1)));
        return counts;
    }

    /** Chainages are written to the metre: the one that a line ends in is on it to its end. */
    private String refusals(Matching matching) {
        String far = "SQRT(px * px + py * py) > radius_m + COALESCE(accuracy_mm, 0) / CAST(1000 AS DOUBLE) + " + "CAST("
                + matching.checkinSlackM() + " AS DOUBLE)";
        return """
                SELECT s.file_no, s.row_no, 'point_id' AS column_name, s.point_id AS value, 'POINT_UNKNOWN' AS code, s.date
                FROM (SELECT * FROM sample_clean WHERE point_id IS NOT NULL) AS s
                LEFT JOIN ledger_point AS p ON s.point_id = p.point_id
                WHERE p.point_id IS NULL
                UNION ALL
                SELECT d.file_no, d.row_no, 'point_id' AS column_name, d.point_id AS value, 'CHECKIN_FAR' AS code, d.date
                FROM (SELECT s.file_no, s.row_no, s.date, s.point_id, s.accuracy_mm, p.radius_m,
                    (s.lon_e7 - p.a_lon) * (p.kx + p.kxs * (s.lat_e7 - p.a_lat)) AS px,
                    (s.lat_e7 - p.a_lat) * (p.ky + p.kys * (s.lat_e7 - p.a_lat))
                      + p.kyb * (s.lon_e7 - p.a_lon) * (s.lon_e7 - p.a_lon) AS py
                  FROM (SELECT * FROM sample_clean WHERE point_id IS NOT NULL AND lon_e7 IS NOT NULL) AS s
                  JOIN ledger_point AS p ON s.point_id = p.point_id
                  WHERE p.a_lon IS NOT NULL) AS d
                WHERE %s
                UNION ALL
                SELECT s.file_no, s.row_no, 'line_id' AS column_name, s.line_id AS value, 'LINE_UNKNOWN' AS code, s.date
                FROM (SELECT * FROM sample_clean WHERE point_id IS NULL AND line_id IS NOT NULL) AS s
                LEFT JOIN ledger_line AS l ON s.line_id = l.line_id
                WHERE l.line_id IS NULL
                UNION ALL
                SELECT s.file_no, s.row_no, 'chainage_m' AS column_name, CAST(CAST(s.chainage_mm / CAST(1000 AS DOUBLE) AS DECIMAL(38, 3)) AS STRING) AS value,
                  'CHAINAGE_OUTSIDE' AS code, s.date
                FROM (SELECT * FROM sample_clean WHERE point_id IS NULL AND chainage_mm IS NOT NULL) AS s
                JOIN ledger_line AS l ON s.line_id = l.line_id
                WHERE s.chainage_mm < 0 OR s.chainage_mm > l.length_mm + (1000 - l.length_mm %% 1000) %% 1000""".formatted(far);
    }

    private long thin() {
        engine.define(
                "thinnable_row",
                "SELECT file_no, row_no, device_key, session_key, operator, " + NAMED_KEY
                        + ", observed_ms, rat, rsrp_mdbm, sinr_mdb, test_mode, source, purpose, lon_e7, lat_e7,"
                        + " accuracy_mm, chainage_mm, spot, floor, instrument_id FROM sample_known WHERE thinnable AND"
                        + " service IS NULL AND outcome IS NULL AND " + COVERAGE);
        long groups = crowdedSeconds() == 0 ? 0 : groups();
        if (groups == 0) {
            engine.define("sample_settled", "SELECT * FROM sample_known");
            return 0;
        }
        long rows = engine.number("SELECT CAST(SUM(n) AS BIGINT) FROM thin_group");
        keepOneOfEach();
        return rows - groups;
    }

    /** Two numbers tell most rows from all others, so that only the rest is compared by the texts of the whole key. */
    private long crowdedSeconds() {
        engine.materialise(
                "crowded_second",
                "SELECT device_key, second_no FROM thinnable_row GROUP BY device_key, second_no HAVING COUNT(*) > 1");
        return engine.count("crowded_second");
    }

    private long groups() {
        engine.materialise("thin_group", """
                SELECT %1$s, MAX(CASE WHEN rat <> 0 THEN 1 ELSE 0 END) AS served, COUNT(*) AS n
                FROM (SELECT r.* FROM thinnable_row AS r JOIN crowded_second AS c
                  ON r.device_key = c.device_key AND r.second_no = c.second_no) AS t
                GROUP BY %1$s HAVING COUNT(*) > 1""".formatted(KEY));
        // With a device for several operators these are nearly all seconds there are.
        engine.drop("crowded_second");
        return engine.count("thin_group");
    }

    private void keepOneOfEach() {
        engine.materialise("thin_row", """
                SELECT r.*, g.served FROM thinnable_row AS r JOIN thin_group AS g
                  ON r.device_key = g.device_key AND r.session_key = g.session_key AND r.operator = g.operator
                  AND r.point_key = g.point_key AND r.line_key = g.line_key AND r.second_no = g.second_no""");
        engine.materialise("thin_first", """
                SELECT file_no, row_no, rat, %s FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY %s
                  ORDER BY observed_ms, rat DESC, test_mode, source, COALESCE(purpose, -1), COALESCE(lon_e7, -2147483647),
                    COALESCE(lat_e7, -2147483647), COALESCE(accuracy_mm, -1), COALESCE(chainage_mm, -1), COALESCE(spot, -1),
                    COALESCE(floor, -1000), COALESCE(rsrp_mdbm, 0), COALESCE(sinr_mdb, 0), COALESCE(instrument_id, ''),
                    file_no, row_no) AS place
                  FROM thin_row WHERE rat <> 0 OR served = 0) AS o WHERE place = 1""".formatted(KEY, KEY));
        engine.materialise("thin_level", """
                SELECT f.file_no, f.row_no, MAX(CASE WHEN x.level_rank * 2 = x.levels OR x.level_rank * 2 = x.levels + 1 THEN x.rsrp_mdbm END) AS rsrp_mdbm,
                  MAX(CASE WHEN x.sinr_rank * 2 = x.sinrs OR x.sinr_rank * 2 = x.sinrs + 1 THEN x.sinr_mdb END) AS sinr_mdb
                FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY %1$s, rat ORDER BY rsrp_mdbm NULLS LAST) AS level_rank,
                    COUNT(rsrp_mdbm) OVER (PARTITION BY %1$s, rat) AS levels,
                    ROW_NUMBER() OVER (PARTITION BY %1$s, rat ORDER BY sinr_mdb NULLS LAST) AS sinr_rank,
                    COUNT(sinr_mdb) OVER (PARTITION BY %1$s, rat) AS sinrs FROM thin_row) AS x
                JOIN thin_first AS f ON x.device_key = f.device_key AND x.session_key = f.session_key AND x.operator = f.operator
                  AND x.point_key = f.point_key AND x.line_key = f.line_key AND x.second_no = f.second_no AND x.rat = f.rat
                GROUP BY f.file_no, f.row_no""".formatted(KEY));
        replaceThinned();
    }

    private void replaceThinned() {
        String columns = without("rsrp_mdbm", "sample_known")
                .replace("s.sinr_mdb", "CASE WHEN k.file_no IS NULL THEN s.sinr_mdb ELSE k.sinr_mdb END AS sinr_mdb")
                .formatted("CASE WHEN k.file_no IS NULL THEN s.rsrp_mdbm ELSE k.rsrp_mdbm END AS rsrp_mdbm");
        engine.materialise(
                "sample_settled",
                columns
                        + " LEFT JOIN thin_level AS k ON s.file_no = k.file_no AND s.row_no = k.row_no"
                        + " LEFT JOIN thin_row AS t ON s.file_no = t.file_no AND s.row_no = t.row_no"
                        + " WHERE t.file_no IS NULL OR k.file_no IS NOT NULL",
                empty);
        for (String done : List.of("thin_level", "thin_row", "thin_first")) {
            engine.drop(done);
        }
    }
}
