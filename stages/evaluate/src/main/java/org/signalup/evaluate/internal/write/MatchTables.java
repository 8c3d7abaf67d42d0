package org.signalup.evaluate.internal.write;

import java.nio.file.Path;
import org.signalup.engine.Engine;

/** Which sample counted for which target: what lets every published number be opened down to its samples. */
public final class MatchTables {
    private static final String COVERAGE =
            "tid, limit_no, file_no, row_no, operator, self, source, device_key, slot, spot, date, rat, test_mode, rsrp_mdbm, sinr_mdb";

    private static final String TESTS =
            "tid, file_no, row_no, operator, source, device_key, date, rat, test_mode, service, outcome, dl_kbps, ul_kbps";

    private MatchTables() {}

    /** Writes {@code match.parquet}, sorted by target so that one target is read alone. Before tests are matched: they take over the names. */
    public static void coverage(Engine engine, Path data) {
        engine.export(
                "SELECT " + COVERAGE + " FROM coverage_match ORDER BY tid, operator, file_no, row_no",
                data.resolve("match.parquet"));
    }

    /** Writes {@code test_match.parquet}, the same for rate and service tests. */
    public static void tests(Engine engine, Path data) {
        engine.export(
                "SELECT " + TESTS + " FROM test_match ORDER BY tid, operator, file_no, row_no",
                data.resolve("test_match.parquet"));
    }
}
