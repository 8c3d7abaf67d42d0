package org.signalup.evaluate.internal.tally;

import java.util.List;
import org.signalup.domain.Service;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;

/** Service sessions with what was measured of them, each once per object, however many of its targets it matched. */
public final class SessionSql {
    /** Columns of a sample that KPIs are reckoned of. */
    public static final List<String> MEASURED = List.of(
            "setup_us",
            "first_frame_us",
            "stall_us",
            "played_us",
            "hd_us",
            "latency_us",
            "loss_ppm",
            "mos_milli",
            "stalls",
            "delay_us");

    private static final String ORDER = "object_kind, object_no, operator, service";

    private final Engine engine;

    public SessionSql(Engine engine) {
        this.engine = engine;
    }

    /** Keeps {@code service_session}; needs {@code test_match}, {@code target_object} and {@code target_region}. */
    public void define() {
        String columns = "m.file_no, m.row_no, m.operator, m.service, m.outcome, m." + String.join(", m.", MEASURED);
        String counts = " WHERE m.service <> " + Service.RATE.number() + " AND m.outcome IS NOT NULL AND m.test_mode = "
                + TestMode.FREE.number();
        engine.materialise(
                "service_session",
                "SELECT DISTINCT o.object_kind, o.object_no, " + columns
                        + " FROM test_match AS m JOIN target_object AS o ON m.tid = o.tid" + counts
                        + " UNION ALL SELECT DISTINCT " + RateSql.REGION + " AS object_kind, r.region_no AS object_no, "
                        + columns + " FROM test_match AS m JOIN target_region AS r ON m.tid = r.tid" + counts);
    }

    /** A query for object, operator, service, outcome and {@link #MEASURED}, group by group. */
    public String inOrder() {
        return "SELECT " + ORDER + ", outcome, " + String.join(", ", MEASURED) + " FROM service_session ORDER BY "
                + ORDER;
    }
}
