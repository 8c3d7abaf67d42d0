package org.signalup.evaluate.internal.tally;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.nio.file.Path;
import java.util.List;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.evaluate.internal.match.MatchSql;
import org.signalup.standards.Standard;

/**
 * Matches coverage samples to targets, once, and counts them. What is counted adds up whatever the order and the split of
 * files, so the engine does no more than COUNT; the sums over clusters are made from it where targets are judged.
 *
 * <p>A tally has per target and cluster ({@link #CLUSTER}) the number {@code n} of samples of each class
 * (test_mode, rat, quality: {@link SampleClass}). A cluster never crosses midnight because its slot divides the day, so
 * tallies of several dates are simply put together.
 */
public final class TallySql {
    /** What samples of one cluster at a target have in common. */
    public static final String CLUSTER = "operator, self, date, source, device_key, slot, spot";

    /** The columns of a tally. */
    public static final Schema TALLY = Schema.of("tally")
            .with(INT, "tid")
            .with(VARCHAR, "operator")
            .with(INT, "self", "date", "source")
            .with(BIGINT, "device_key", "slot")
            .with(INT, "spot", "test_mode", "rat", "quality")
            .with(BIGINT, "n")
            .build();

    private static final List<String> ATTRIBUTES = List.of(
            "file_no",
            "row_no",
            "operator",
            "purpose",
            "source",
            "device_key",
            "local_s",
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

    /**
     * Reads {@code sample} and the target index; writes which sample counts for which target.
     *
     * @param order columns to sort the pairs by
     */
    public void match(String order, Path file) {
        int slotSeconds = standard.statistics().slotMinutes() * 60;
        engine.define("coverage_sample", "SELECT * FROM sample WHERE " + Settle.COVERAGE);
        new MatchSql(engine).define("coverage_target", "coverage_sample", ATTRIBUTES, standard.matching());
        engine.define("coverage_match", """
                SELECT tid, file_no, row_no, operator, CASE WHEN purpose = %d THEN 1 ELSE 0 END AS self, source, device_key,
                  (local_s - local_s %% %d) AS slot, COALESCE(spot, -1) AS spot, date, rat, test_mode, rsrp_mdbm, sinr_mdb
                FROM coverage_target""".formatted(Purpose.SELF.number(), slotSeconds));
        engine.export("SELECT * FROM coverage_match ORDER BY " + order, file);
    }

    /** Counts the samples of {@code matches} against the limits of their targets into {@code tally}. */
    public void count(String tally, String matches) {
        engine.materialise(tally, """
                SELECT tid, %1$s, test_mode, rat, quality, COUNT(*) AS n
                FROM (SELECT m.*, %2$s AS quality FROM %3$s AS m JOIN target_limit AS l ON m.tid = l.tid) AS q
                GROUP BY tid, %1$s, test_mode, rat, quality""".formatted(CLUSTER, quality("m.rsrp_mdbm", "m.sinr_mdb"), matches));
    }

    /** Number of the quality of a sample against the limits {@code l} of its target. */
    static String quality(String rsrp, String sinr) {
        return "CASE m.rat WHEN %d THEN %s WHEN %d THEN %s ELSE 0 END"
                .formatted(
                        Rat.G4.number(),
                        against(rsrp, "l.rsrp4", sinr, "l.sinr4"),
                        Rat.G5.number(),
                        against(rsrp, "l.rsrp5", sinr, "l.sinr5"));
    }

    private static String against(String rsrp, String rsrpLimit, String sinr, String sinrLimit) {
        return "CASE WHEN " + rsrp + " < " + rsrpLimit + " THEN " + SampleClass.WEAK + " WHEN " + sinr + " < "
                + sinrLimit + " THEN " + SampleClass.INTERFERED + " ELSE " + SampleClass.GOOD + " END";
    }
}
