package org.signalup.testkit.internal.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One row of a canonical sample file. */
public final class SampleRow {
    public static final List<String> COLUMNS = List.of(
            "observed_at",
            "lon",
            "lat",
            "crs",
            "accuracy_m",
            "point_id",
            "spot_no",
            "line_id",
            "chainage_m",
            "operator",
            "rat",
            "source",
            "test_mode",
            "purpose",
            "instrument_id",
            "device_id",
            "session_id",
            "rsrp_dbm",
            "sinr_db",
            "service",
            "outcome",
            "dl_mbps",
            "ul_mbps",
            "floor",
            "serving_plmn",
            "arfcn",
            "setup_ms",
            "first_frame_ms",
            "stall_ms",
            "played_ms",
            "hd_ms",
            "latency_ms",
            "loss_pct",
            "mos",
            "stalls",
            "delay_ms",
            "av_sync_ms",
            "mock_location",
            "server_class",
            "bandwidth_mhz",
            "layers");

    private final List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));

    SampleRow set(String column, String value) {
        cells.set(COLUMNS.indexOf(column), value);
        return this;
    }

    String get(String column) {
        return cells.get(COLUMNS.indexOf(column));
    }

    SampleRow cell(String rat, String rsrp, String sinr) {
        return set("rat", rat).set("rsrp_dbm", rsrp).set("sinr_db", sinr);
    }

    List<String> cells() {
        return cells;
    }

    static String metres(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }

    static String degrees(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP).toPlainString();
    }
}
