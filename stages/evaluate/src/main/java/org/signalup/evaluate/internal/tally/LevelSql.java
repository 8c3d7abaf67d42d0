package org.signalup.evaluate.internal.tally;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;
import static org.signalup.evaluate.internal.tally.TallySql.CLUSTER;

import org.signalup.domain.Rat;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.evaluate.internal.match.LimitSet;
import org.signalup.evaluate.internal.match.Targets;

/**
 * Histograms of level and quality per target and cluster, in steps of {@value #RSRP_STEP_MDB} and {@value #SINR_STEP_MDB}
 * thousandths of a decibel: exact counts that add up. From them samples are counted anew under other limits, as long as the limits lie
 * on edges of steps; and quantiles are known to within a step.
 */
public final class LevelSql {
    static final int RSRP_STEP_MDB = 5_000;
    static final int SINR_STEP_MDB = 3_000;

    /** The histograms of all days, as far as quantiles ask for them. */
    public static final Schema LEVELS = Schema.of("levels")
            .with(INT, "tid")
            .with(VARCHAR, "operator")
            .with(INT, "self", "test_mode", "rat", "rsrp_step", "sinr_step")
            .with(BIGINT, "n")
            .build();

    private final Engine engine;

    public LevelSql(Engine engine) {
        this.engine = engine;
    }

    /** Counts the samples of {@code matches} by step into {@code levels}. */
    public void count(String levels, String matches) {
        engine.materialise(levels, """
                SELECT tid, %1$s, test_mode, rat, rsrp_step, sinr_step, COUNT(*) AS n
                FROM (SELECT m.*, %2$s AS rsrp_step, %3$s AS sinr_step FROM %4$s AS m) AS s
                GROUP BY tid, %1$s, test_mode, rat, rsrp_step, sinr_step""".formatted(
                        CLUSTER, step("m.rsrp_mdbm", RSRP_STEP_MDB), step("m.sinr_mdb", SINR_STEP_MDB), matches));
    }

    /** A query for {@link #LEVELS} of {@code matches}, a row for each sample. */
    public static String each(String matches) {
        return "SELECT m.tid, m.operator, m.self, m.test_mode, m.rat, " + step("m.rsrp_mdbm", RSRP_STEP_MDB)
                + " AS rsrp_step, " + step("m.sinr_mdb", SINR_STEP_MDB) + " AS sinr_step, CAST(1 AS BIGINT) AS n FROM "
                + matches + " AS m";
    }

    /** Level and quality of 2G, 3G and no service never decide and are not told apart. */
    private static String step(String value, int stepMdb) {
        return "CASE WHEN m.rat IN (" + Rat.G4.number() + ", " + Rat.G5.number() + ") THEN CAST(FLOOR(" + value
                + " / CAST(" + stepMdb + " AS DOUBLE)) AS INT) ELSE 0 END";
    }

    /** A query for the tally that {@code levels} give under the limits of the targets; exact if {@link #exact}. */
    public static String tally(String levels) {
        String quality =
                TallySql.quality("(m.rsrp_step * " + RSRP_STEP_MDB + ")", "(m.sinr_step * " + SINR_STEP_MDB + ")");
        return """
                SELECT tid, %1$s, test_mode, rat, quality, CAST(SUM(n) AS BIGINT) AS n
                FROM (SELECT m.*, %2$s AS quality FROM %3$s AS m JOIN target_limit AS l ON m.tid = l.tid) AS q
                GROUP BY tid, %1$s, test_mode, rat, quality""".formatted(CLUSTER, quality, levels);
    }

    /** Whether every limit lies on the edge of a step, so that a step is wholly above or below it. */
    public static boolean exact(Targets targets) {
        boolean[] exact = {true};
        targets.forEachLimits((tid, limits) -> exact[0] &= exact(limits));
        return exact[0];
    }

    private static boolean exact(LimitSet limits) {
        return onEdge(limits.rsrp4(), RSRP_STEP_MDB)
                && onEdge(limits.rsrp5(), RSRP_STEP_MDB)
                && onEdge(limits.sinr4(), SINR_STEP_MDB)
                && onEdge(limits.sinr5(), SINR_STEP_MDB);
    }

    private static boolean onEdge(int limit, int stepMdb) {
        return limit == LimitSet.NEVER || limit % stepMdb == 0;
    }
}
