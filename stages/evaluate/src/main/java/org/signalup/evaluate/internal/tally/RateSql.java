package org.signalup.evaluate.internal.tally;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard;

/**
 * Rate tests and service sessions at places, on lines and in regions. A test counts once per object, however many of
 * its points it matched; each direction present is one trial; a failed test has rate 0.
 *
 * <p>Keeps {@code device_day}: per object, operator, RAT row, direction, method, stratum, device and date the trials with the
 * sums of raw and clipped kbit/s and the compliant ones; {@code rate_value}: the trials by kbit/s; {@code latency_value}: the tests that
 * did not fail by latency; {@code service_tally}: tries and successes per object, operator, service and date. Objects are (0, place), (1, line), (2, region) numbers.
 */
public final class RateSql {
    /** Number of the kind of object that regions have. */
    public static final int REGION = 2;

    private static final List<String> ATTRIBUTES = List.of(
            "file_no",
            "row_no",
            "operator",
            "source",
            "device_key",
            "date",
            "rat",
            "test_mode",
            "service",
            "outcome",
            "dl_kbps",
            "ul_kbps");

    static final String LATENCY = "latency_us";

    private static final String GROUP = "object_kind, object_no, operator, rat_row, direction, method, stratum";

    /** All tests with their objects, before what too few devices say is left out. */
    public static final String MET = "object_met";

    private final Engine engine;
    private final Standard standard;
    private final FewDevices few;

    public RateSql(Engine engine, Standard standard) {
        this.engine = engine;
        this.standard = standard;
        this.few = new FewDevices(engine, standard.crowdFilters());
    }

    /**
     * Matches the tests of {@code test_row} to targets and writes the pairs.
     *
     * @param order columns to sort the pairs by
     * @return whether there are any tests; without them nothing is written
     */
    public boolean match(String order, Path file) {
        engine.define(
                "test_sample",
                "SELECT " + String.join(", ", ATTRIBUTES) + ", " + String.join(", ", SessionSql.MEASURED)
                        + ", lon_e7, lat_e7, accuracy_mm, point_id, line_id, chainage_mm, floor FROM test_row WHERE"
                        + " service IS NOT NULL AND rat <> " + Rat.WIFI.number());
        if (engine.number("SELECT COUNT(*) FROM (SELECT 1 AS one FROM test_sample LIMIT 1) AS probe") == 0) {
            return false;
        }
        List<String> attributes = new ArrayList<>(ATTRIBUTES);
        attributes.addAll(SessionSql.MEASURED);
        new MatchSql(engine).define("test_target", "test_sample", attributes, standard.matching());
        engine.export("SELECT tid, " + String.join(", ", attributes) + " FROM test_target ORDER BY " + order, file);
        return true;
    }

    /** Sums up {@code test_match}; needs {@code target_region} (tid, region_no, scenario) for the targets matched. */
    public void tally() {
        String columns = "m." + String.join(", m.", ATTRIBUTES) + ", m." + LATENCY;
        engine.materialise(
                MET,
                "SELECT DISTINCT o.object_kind, o.object_no, " + columns
                        + ", '' AS stratum FROM test_match AS m JOIN target_object AS o ON m.tid = o.tid UNION ALL SELECT "
                        + REGION + " AS object_kind, r.region_no AS object_no, " + columns + ", MIN(" + stratum()
                        + ") AS stratum FROM test_match AS m JOIN target_region AS r ON m.tid = r.tid GROUP BY r.region_no, "
                        + columns);
        few.find(MET);
        List<String> kept = new ArrayList<>(List.of("object_kind", "object_no"));
        kept.addAll(ATTRIBUTES);
        kept.add(LATENCY);
        kept.add("stratum");
        engine.materialise("object_test", few.without("SELECT * FROM " + MET, kept));
        engine.define("rate_trial", trials());
        engine.materialise(
                "device_day",
                "SELECT " + GROUP
                        + ", device_key, date, COUNT(*) AS tests, CAST(SUM(kbps) AS BIGINT) AS kbps,"
                        + " CAST(SUM(clipped) AS BIGINT) AS clipped_kbps, CAST(SUM(ok) AS BIGINT) AS ok FROM rate_trial"
                        + " GROUP BY " + GROUP + ", device_key, date");
        engine.materialise(
                "rate_value",
                "SELECT " + GROUP + ", kbps, COUNT(*) AS tests FROM rate_trial GROUP BY " + GROUP + ", kbps");
        engine.define("latency_value", latencies());
        engine.materialise(
                "service_tally",
                "SELECT object_kind, object_no, operator, service, date, COUNT(*) AS tries, CAST(SUM(CASE WHEN outcome = "
                        + Outcome.OK.number() + " THEN 1 ELSE 0 END) AS BIGINT) AS successes FROM object_test WHERE"
                        + " service <> " + Service.RATE.number() + " AND outcome IS NOT NULL AND test_mode = "
                        + TestMode.FREE.number() + " GROUP BY object_kind, object_no, operator, service, date");
    }

    /** The stratum of a test in a region: its RAT, or the scenario of what it matched (the first if there are several). */
    private String stratum() {
        return switch (standard.rates().regionMean().strata()) {
            case NONE -> "''";
            case RAT ->
                "CASE m.rat WHEN 0 THEN 'NONE' WHEN 2 THEN '2G' WHEN 3 THEN '3G' WHEN 4 THEN '4G' ELSE '5G' END";
            case SCENARIO -> "r.scenario";
        };
    }

    /** The 口径 of a test, by its source. */
    private String method() {
        StringBuilder method = new StringBuilder("CASE t.source");
        standard.rates()
                .methods()
                .forEach((source, name) -> method.append(" WHEN ")
                        .append(source.number())
                        .append(" THEN '")
                        .append(name.replace("'", "''"))
                        .append("'"));
        return method.append(" ELSE '' END").toString();
    }

    private String trials() {
        return """
                SELECT d.object_kind, d.object_no, d.operator, w.rat_row, d.direction, d.method, d.stratum, d.device_key, d.date, d.kbps,
                  CASE WHEN d.kbps > d.cap THEN d.cap ELSE d.kbps END AS clipped,
                  CASE WHEN d.outcome <> %d AND d.kbps >= d.enough THEN 1 ELSE 0 END AS ok
                FROM (%s UNION ALL %s) AS d JOIN %s""".formatted(Outcome.FAILED.number(), direction(Direction.DL), direction(Direction.UL), rowsOf("d"));
    }

    private String latencies() {
        return """
                SELECT t.object_kind, t.object_no, t.operator, w.rat_row, %s AS method, t.%s, COUNT(*) AS tests
                FROM object_test AS t JOIN %s
                WHERE t.service = %d AND t.%s IS NOT NULL AND COALESCE(t.outcome, %d) <> %d
                GROUP BY t.object_kind, t.object_no, t.operator, w.rat_row, t.source, t.%s""".formatted(
                        method(),
                        LATENCY,
                        rowsOf("t"),
                        Service.RATE.number(),
                        LATENCY,
                        Outcome.OK.number(),
                        Outcome.FAILED.number(),
                        LATENCY);
    }

    /** The rows per RAT {@code w} that a test counts in, as what a join goes on with. */
    private static String rowsOf(String test) {
        return """
                (%1$s) AS w ON
                  (w.rat_row = 0 AND %2$s.test_mode = %3$d)
                  OR (w.rat_row = 4 AND (%2$s.test_mode = %4$d OR (%2$s.test_mode = %3$d AND %2$s.rat = 4)))
                  OR (w.rat_row = 5 AND (%2$s.test_mode = %5$d OR (%2$s.test_mode = %3$d AND %2$s.rat = 5)))""".formatted(
                        "SELECT " + RatRow.ANY.number()
                                + " AS rat_row UNION ALL SELECT 4 AS rat_row UNION ALL SELECT 5 AS rat_row",
                        test,
                        TestMode.FREE.number(),
                        TestMode.LOCK_4G.number(),
                        TestMode.LOCK_5G.number());
    }

    private String direction(Direction direction) {
        String kbps = direction == Direction.DL ? "dl_kbps" : "ul_kbps";
        return """
                SELECT t.object_kind, t.object_no, t.operator, %d AS direction, %s AS method, t.stratum, t.device_key, t.date, t.rat, t.test_mode,
                  COALESCE(t.outcome, %d) AS outcome, CASE WHEN t.outcome = %d THEN 0 ELSE t.%s END AS kbps,
                  CASE WHEN t.object_kind = 1 THEN %d ELSE %d END AS cap,
                  CASE WHEN t.rat = 4 THEN %d WHEN t.rat = 5 THEN %d ELSE 9223372036854775807 END AS enough
                FROM object_test AS t WHERE t.service = %d AND t.%s IS NOT NULL""".formatted(
                        direction.number(),
                        method(),
                        Outcome.OK.number(),
                        Outcome.FAILED.number(),
                        kbps,
                        kbps(standard.rates().clipLineMbps().get(direction)),
                        kbps(standard.rates().clipPlaceMbps().get(direction)),
                        compliant(Rat.G4, direction),
                        compliant(Rat.G5, direction),
                        Service.RATE.number(),
                        kbps);
    }

    private long compliant(Rat rat, Direction direction) {
        return kbps(standard.rates().compliant().getOrDefault(rat, Map.of()).get(direction));
    }

    /** No limit given means no rate is clipped, or none is enough. */
    private static long kbps(Double mbps) {
        return mbps == null ? Long.MAX_VALUE : Math.round(mbps * 1000);
    }
}
