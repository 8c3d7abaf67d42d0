package org.signalup.evaluate.internal.tally;

import java.util.List;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard;

/**
 * Counts matched coverage samples. What is counted adds up whatever the order and the split of files, so the engine does
 * no more than this one COUNT; the sums over clusters are made from it where targets are judged.
 *
 * <p>Dataset {@code tally}: per target and cluster ({@link #CLUSTER}) the number {@code n} of samples of each class
 * (test_mode, rat, quality: {@link SampleClass}). A cluster never crosses midnight because its slot divides the day.
 */
public final class TallySql {
    /** What samples of one cluster at a target have in common. */
    public static final String CLUSTER = "operator, self, date, source, device_key, slot, spot";

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
        engine.materialise(
                "tally", """
                SELECT tid, %1$s, test_mode, rat, quality, COUNT(*) AS n
                FROM (SELECT m.*, CASE m.rat WHEN %2$d THEN %3$s WHEN %4$d THEN %5$s ELSE 0 END AS quality
                  FROM coverage_match AS m JOIN limit_set AS l ON m.limit_no = l.limit_no) AS q
                GROUP BY tid, %1$s, test_mode, rat, quality""".formatted(CLUSTER, Rat.G4.number(), quality("4"), Rat.G5.number(), quality("5")));
    }

    private static String quality(String rat) {
        return "CASE WHEN m.rsrp_mdbm < l.rsrp" + rat + " THEN " + SampleClass.WEAK + " WHEN m.sinr_mdb < l.sinr" + rat
                + " THEN " + SampleClass.INTERFERED + " ELSE " + SampleClass.GOOD + " END";
    }
}
