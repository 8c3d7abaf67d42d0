package org.signalup.evaluate.internal.tally;

import java.util.List;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard;

/**
 * Counts: matched coverage samples → samples of each class in each cluster. These counts are what adds up whatever the order and
 * the split of files, even where a cluster is split; sums over clusters are made from them where targets are judged.
 *
 * <p>Dataset {@code cluster_count}: {@code place} (target and spot, {@link #target}), {@code device_key}, {@code who} (a {@link
 * ClusterKey}), {@code n} samples. Dataset {@code coverage_match}: every match.
 */
public final class TallySql {
    private static final long SPOTS = 1L << 32;

    private static final List<String> ATTRIBUTES =
            List.of("file_no", "row_no", "device_key", "who", "spot", "rat", "rsrp_mdbm", "sinr_mdb");

    private final Engine engine;
    private final Standard standard;
    private final List<String> operators;

    /** @param operators every operator of {@code sample}, in code-point order */
    public TallySql(Engine engine, Standard standard, List<String> operators) {
        this.engine = engine;
        this.standard = standard;
        this.operators = operators;
    }

    /** The operators of dataset {@code sample}, in code-point order. */
    public static List<String> operators(Engine engine) {
        return engine.list("SELECT DISTINCT operator FROM sample", row -> row.text(0)).stream()
                .sorted(TextOrder.CODE_POINTS)
                .toList();
    }

    /** Reads {@code sample} and the target index; keeps {@code coverage_match}. */
    public void match(String datesCondition) {
        engine.define(
                "coverage_sample",
                "SELECT file_no, row_no, device_key, "
                        + ClusterKey.sql(operators, standard.statistics().slotMinutes() * 60)
                        + " AS who, COALESCE(spot, -1) AS spot, rat, rsrp_mdbm, sinr_mdb, source, lon_e7, lat_e7,"
                        + " accuracy_mm, point_id, line_id, chainage_mm, floor FROM sample WHERE " + Settle.COVERAGE
                        + " AND " + datesCondition);
        new MatchSql(engine).match("coverage_match", "coverage_sample", ATTRIBUTES, standard.matching());
    }

    /** Counts {@code coverage_match}; keeps {@code cluster_count}. */
    public void count() {
        engine.materialise("cluster_count", """
                SELECT place, device_key, who, COUNT(*) AS n
                FROM (SELECT CAST(m.tid AS BIGINT) * %d + m.spot AS place, m.device_key, %s AS who
                  FROM coverage_match AS m JOIN target AS g ON m.tid = g.tid) AS c
                GROUP BY place, device_key, who""".formatted(SPOTS, ClusterKey.qualifiedSql()));
    }

    /** Pairs of a free-mode coverage sample and a target it counted for. */
    public static long matches(Engine engine) {
        return engine.number("SELECT CAST(SUM(n) AS BIGINT) FROM cluster_count WHERE " + ClusterKey.freeModeSql("who"));
    }

    /** Every match with what its sample was, in columns of their own. */
    public static String traceSql(List<String> operators) {
        return "SELECT m.tid, g.limit_no, m.file_no, m.row_no, m.device_key, m.spot, m.rsrp_mdbm, m.sinr_mdb, "
                + ClusterKey.columnsSql("m.who", operators)
                + " FROM coverage_match AS m JOIN target AS g ON m.tid = g.tid";
    }

    /** The target of a place of {@code cluster_count}. */
    public static int target(long place) {
        return (int) Math.floorDiv(place + SPOTS / 2, SPOTS);
    }
}
