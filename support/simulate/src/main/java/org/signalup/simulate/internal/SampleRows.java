package org.signalup.simulate.internal;

import static org.signalup.engine.Column.Type.DOUBLE;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Rows of a canonical sample file being written to an engine. */
final class SampleRows {
    static final Schema SCHEMA = Schema.of("simulated_sample")
            .with(VARCHAR, "observed_at", "point_id")
            .with(INT, "spot_no")
            .with(VARCHAR, "line_id")
            .with(DOUBLE, "chainage_m")
            .with(VARCHAR, "operator", "rat", "source", "test_mode", "tester_org", "purpose", "device_id", "session_id")
            .with(DOUBLE, "rsrp_dbm", "sinr_db")
            .with(VARCHAR, "service", "outcome")
            .with(DOUBLE, "dl_mbps", "ul_mbps", "latency_ms")
            .build();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss'+08:00'", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(8));
    private static final String TESTER = "模拟测试单位";

    /** Who measured where: a point with a spot, or a line with a chainage. */
    record Spot(String pointId, int spotNo, String lineId, double chainageM) {
        static Spot at(String pointId, int spotNo) {
            return new Spot(pointId, spotNo, null, 0);
        }

        static Spot along(String lineId, double chainageM) {
            return new Spot(null, 0, lineId, chainageM);
        }
    }

    /** The phone: operator, device, session, and how it was used. */
    record Phone(String operator, String source, String device, String session) {}

    /** What a finished rate test found. */
    record Speed(double dlMbps, double ulMbps, double latencyMs) {}

    private final TableWriter out;
    private long rows;

    SampleRows(TableWriter out) {
        this.out = out;
    }

    long rows() {
        return rows;
    }

    void coverage(long second, Spot spot, Phone phone, Radio.Signal signal) {
        begin(second, spot, phone, signal.rat());
        if (signal.served()) {
            out.put(signal.rsrpDbm()).put(signal.sinrDb());
        } else {
            out.putNull().putNull();
        }
        out.putNull().putNull().putNull().putNull().putNull().endRow();
    }

    /** A finished rate test. */
    void rate(long second, Spot spot, Phone phone, Radio.Signal signal, Speed speed) {
        begin(second, spot, phone, signal.rat());
        out.put(signal.rsrpDbm()).put(signal.sinrDb()).put("RATE").put("OK");
        out.put(speed.dlMbps()).put(speed.ulMbps()).put(speed.latencyMs()).endRow();
    }

    /** A service session, or a rate test that failed. */
    void session(long second, Spot spot, Phone phone, Radio.Signal signal, String service, boolean ok) {
        begin(second, spot, phone, signal.rat());
        out.putNull().putNull().put(service).put(ok ? "OK" : "FAILED");
        out.putNull().putNull().putNull().endRow();
    }

    private void begin(long second, Spot spot, Phone phone, String rat) {
        rows++;
        out.put(TIME.format(Instant.ofEpochSecond(second)));
        out.put(spot.pointId());
        if (spot.pointId() == null) {
            out.putNull().put(spot.lineId()).put(spot.chainageM());
        } else {
            out.put(spot.spotNo()).putNull().putNull();
        }
        out.put(phone.operator())
                .put(rat)
                .put(phone.source())
                .put("FREE")
                .put(TESTER)
                .put("THIRD_PARTY");
        out.put(phone.device()).put(phone.session());
    }
}
