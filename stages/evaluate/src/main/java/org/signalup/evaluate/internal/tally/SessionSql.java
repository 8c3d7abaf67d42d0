package org.signalup.evaluate.internal.tally;

import java.util.List;
import java.util.stream.Stream;
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
            "delay_us",
            "av_sync_us");

    private static final String TOLD = String.join(", ", MEASURED) + ", dl_kbps";

    private static final String ORDER = "object_kind, object_no, operator, service";

    private static final List<String> KEPT = Stream.concat(
                    Stream.of("object_kind", "object_no", "operator", "service", "date", "outcome", "dl_kbps"),
                    MEASURED.stream())
            .toList();

    private final Engine engine;
    private final FewDevices few;

    public SessionSql(Engine engine, FewDevices few) {
        this.engine = engine;
        this.few = few;
    }

    /** Keeps {@code service_session}; needs {@code test_match}, {@code target_object}, {@code target_region} and what too few devices said. */
    public void define() {
        String columns = "m.file_no, m.row_no, m.operator, m.source, m.service, m.date, m.outcome, m.dl_kbps, m."
                + String.join(", m.", MEASURED);
        String counts = " WHERE m.service <> " + Service.RATE.number() + " AND m.outcome IS NOT NULL AND m.test_mode = "
                + TestMode.FREE.number();
        String met = "SELECT DISTINCT o.object_kind, o.object_no, " + columns
                + " FROM test_match AS m JOIN target_object AS o ON m.tid = o.tid" + counts
                + " UNION ALL SELECT DISTINCT " + RateSql.REGION + " AS object_kind, r.region_no AS object_no, "
                + columns + " FROM test_match AS m JOIN target_region AS r ON m.tid = r.tid" + counts;
        engine.materialise("service_session", few.without(met, KEPT));
    }

    /** A query for object, operator, service, outcome, {@link #MEASURED}, the downlink rate and the date, group by group, dates ascending. */
    public String inOrder() {
        return "SELECT " + ORDER + ", outcome, " + TOLD + ", date FROM service_session ORDER BY " + ORDER + ", date";
    }
}
