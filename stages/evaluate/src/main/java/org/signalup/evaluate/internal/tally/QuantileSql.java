package org.signalup.evaluate.internal.tally;

import static org.signalup.engine.Column.Type.INT;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;

/**
 * Quantiles of level and quality, from {@code levels}, and of the latency of tests: the value with the rank ⌈q·n⌉, counted, never
 * interpolated. A level is known by its step: what is told is the lower edge.
 *
 * <p>Of coverage samples those count that are on a network and in its row per RAT, and no self-tests.
 */
public final class QuantileSql {
    /** What of a place (kind 0) or line (kind 1) lies in one division: targets from first to last. */
    public static final Schema PARTS = Schema.of("level_part")
            .with(INT, "part_no", "object_kind", "object_no", "first_tid", "last_tid", "division_no")
            .build();

    /** The regions a division lies in. */
    public static final Schema REGIONS =
            Schema.of("level_region").with(INT, "division_no", "region_no").build();

    /** What a quantile is of: the columns of {@link #quantiles} before the numbers. */
    private static final String KEY = "object_kind, object_no, operator, rat_row, measure, method";

    private final Engine engine;

    public QuantileSql(Engine engine) {
        this.engine = engine;
    }

    /**
     * Counts levels by object; needs {@link #PARTS} and {@link #REGIONS}. Then the query for kind and number of the object,
     * operator, row per RAT, measure, method, how many values there are, and their 5 %, 50 % and 95 % quantiles in thousandths, object by object.
     *
     * @param tests whether there are any, counted by {@link RateSql}
     */
    public String quantiles(boolean tests) {
        engine.materialise("level_count", counts());
        engine.define(
                "level_value", steps(Measure.RSRP, "rsrp_step") + " UNION ALL " + steps(Measure.SINR, "sinr_step"));
        String values = tests ? ofLevels() + " UNION ALL " + ofTests() : ofLevels();
        // Rows of one value are peers of each other: all of them are below it or at it.
        return """
                SELECT %1$s, MAX(total) AS samples, %2$s AS p05, %3$s AS p50, %4$s AS p95
                FROM (SELECT %1$s, value, CAST(SUM(n) OVER (PARTITION BY %1$s ORDER BY value) AS BIGINT) AS below,
                    CAST(SUM(n) OVER (PARTITION BY %1$s) AS BIGINT) AS total FROM (%5$s) AS v) AS r
                GROUP BY %1$s ORDER BY object_kind, object_no""".formatted(KEY, quantile(5), quantile(50), quantile(95), values);
    }

    /** The step of a level or quality, in thousandths of a decibel: what its quantiles are told within. */
    public static int step(Measure measure) {
        return switch (measure) {
            case RSRP -> LevelSql.RSRP_STEP_MDB;
            case SINR -> LevelSql.SINR_STEP_MDB;
            default -> 0;
        };
    }

    private static String quantile(int percent) {
        return "MIN(CASE WHEN below * 100 >= total * " + percent + " THEN value END)";
    }

    /** Samples of every part by the steps of level and quality: matches are gone through once for both. */
    private static String counts() {
        String group = "t.part_no, l.operator, l.rat, l.rsrp_step, l.sinr_step";
        return "SELECT " + group + ", CAST(SUM(l.n) AS BIGINT) AS n FROM levels AS l JOIN (" + targets()
                + ") AS t ON l.tid = t.tid WHERE l.self = 0 AND " + counted() + " GROUP BY " + group;
    }

    private static String targets() {
        return "SELECT o.tid, p.part_no FROM target_object AS o JOIN level_part AS p ON o.object_kind = p.object_kind"
                + " AND o.object_no = p.object_no AND o.tid >= p.first_tid AND o.tid <= p.last_tid";
    }

    /** Samples of every part by step of one of them. */
    private static String steps(Measure measure, String step) {
        return """
                SELECT part_no, operator, rat, %1$d AS measure, CAST(%2$s * %3$d AS BIGINT) AS value, CAST(SUM(n) AS BIGINT) AS n
                FROM level_count GROUP BY part_no, operator, rat, %2$s""".formatted(measure.number(), step, step(measure));
    }

    /** On the network of a row per RAT, and taken by the row. */
    private static String counted() {
        return Stream.of(RatRow.G4, RatRow.G5)
                .map(row -> "(l.rat = " + row.number() + " AND l.test_mode IN (" + modes(row) + "))")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String modes(RatRow row) {
        return Arrays.stream(TestMode.values())
                .filter(mode -> new SampleClass(mode.number(), row.number(), SampleClass.GOOD).in(row))
                .map(mode -> String.valueOf(mode.number()))
                .collect(Collectors.joining(", "));
    }

    private static String ofLevels() {
        return """
                SELECT p.object_kind, p.object_no, l.operator, l.rat AS rat_row, l.measure, '' AS method, l.value, l.n
                FROM level_value AS l JOIN level_part AS p ON l.part_no = p.part_no
                UNION ALL SELECT %d AS object_kind, r.region_no AS object_no, d.operator, d.rat AS rat_row, d.measure, '' AS method, d.value, d.n
                FROM (SELECT p.division_no, l.operator, l.rat, l.measure, l.value, CAST(SUM(l.n) AS BIGINT) AS n
                  FROM level_value AS l JOIN level_part AS p ON l.part_no = p.part_no
                  GROUP BY p.division_no, l.operator, l.rat, l.measure, l.value) AS d
                JOIN level_region AS r ON d.division_no = r.division_no""".formatted(RateSql.REGION);
    }

    private static String ofTests() {
        return "SELECT object_kind, object_no, operator, rat_row, " + Measure.LATENCY.number() + " AS measure, method, "
                + RateSql.LATENCY + " AS value, tests AS n FROM latency_value";
    }
}
