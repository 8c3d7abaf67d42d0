package org.signalup.intake;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.BOOLEAN;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;

/**
 * The columns of a normalised sample and of a reject. A missing value is null. Words ({@code rat}, {@code source}, …)
 * are the stored numbers of their enums. Position is WGS-84.
 *
 * <ul>
 *   <li>{@code file_no, row_no}: where it came from (see dataset {@code sample_file}); row = physical line, header = 1;
 *       {@link #NEXT_OF_SAME_LINE} is added for each further sample of a line that says several
 *   <li>{@code observed_ms}: UTC milliseconds; {@code local_s}: seconds of the wall clock in the programme's zone,
 *       counted as if that clock were UTC; {@code date}: days since 1970-01-01 on that wall clock
 *   <li>{@code lon_e7, lat_e7}: 1e-7 degree; {@code accuracy_mm, chainage_mm}
 *   <li>{@code device_key}: 64-bit digest of the device, or of (operator, source, instrument) where there is none;
 *       {@code thinnable}: device and session are both given
 *   <li>{@code rsrp_mdbm, sinr_mdb, rsrq_mdb}: 1/1000 dBm and dB; rates in kbit/s; times in microseconds; {@code
 *       loss_ppm}; {@code mos_milli}
 *   <li>{@code stalls}: how often the picture stood still; {@code delay_us}: end to end, one way; {@code av_sync_us}: how far sound and picture were
 *       apart; samples read before there were these columns have none
 *   <li>{@code mock}: 1 when the device said that its position is made up; {@code bandwidth_khz, layers}: of all carriers in use together, and
 *       of the carrier with most
 *   <li>{@code outcome}: of a rate test without an outcome: OK
 * </ul>
 */
public final class SampleSchema {
    /** Added to {@code row_no} for each further sample of the same line, so that file and row name one sample. */
    public static final long NEXT_OF_SAME_LINE = 1_000_000_000L;

    /** The dataset intake fills. */
    public static final Schema READ = Schema.of("sample_read")
            .with(INT, "file_no")
            .with(BIGINT, "row_no", "observed_ms", "local_s")
            .with(INT, "date", "lon_e7", "lat_e7", "accuracy_mm")
            .with(VARCHAR, "point_id")
            .with(INT, "spot")
            .with(VARCHAR, "line_id")
            .with(BIGINT, "chainage_mm")
            .with(VARCHAR, "operator", "serving_plmn")
            .with(INT, "rat")
            .with(VARCHAR, "rat_detail")
            .with(INT, "source", "test_mode")
            .with(BOOLEAN, "busy")
            .with(VARCHAR, "task_id", "tester_org")
            .with(INT, "purpose")
            .with(VARCHAR, "instrument_id", "device_id", "session_id")
            .with(BIGINT, "device_key", "session_key")
            .with(BOOLEAN, "thinnable")
            .with(INT, "rsrp_mdbm", "sinr_mdb", "rsrq_mdb", "service", "outcome")
            .with(BIGINT, "dl_kbps", "ul_kbps", "traffic_dl_kbps", "traffic_ul_kbps")
            .with(BIGINT, "latency_us", "jitter_us")
            .with(INT, "loss_ppm")
            .with(BIGINT, "setup_us", "first_frame_us", "stall_us", "played_us", "hd_us")
            .with(INT, "mos_milli", "arfcn", "pci")
            .with(VARCHAR, "cell_id", "band")
            .with(INT, "speed_mmps", "floor", "stalls")
            .with(BIGINT, "delay_us", "av_sync_us")
            .with(INT, "mock", "server_class", "bandwidth_khz", "layers")
            .build();

    /** Files read: number, name as reported, SHA-256 of the content, format id. */
    public static final Schema FILES = Schema.of("sample_file")
            .with(INT, "file_no")
            .with(VARCHAR, "file", "digest", "format")
            .build();

    /** Rows refused. */
    public static final Schema REJECTS = Schema.of("sample_reject")
            .with(INT, "file_no")
            .with(BIGINT, "row_no")
            .with(VARCHAR, "column_name", "value", "code", "message")
            .build();

    private SampleSchema() {}

    /**
     * Those columns of a dataset attached as {@link #READ} that may have something in them, to be selected: a copy need not have the others, and
     * of some sixty most samples fill half.
     */
    public static List<String> filled(Engine engine, String dataset) {
        return engine.attached(READ.named(dataset)).stream().map(Column::name).toList();
    }

    /** The columns beside {@link #filled}: there is nothing in any row. */
    public static Set<String> empty(List<String> filled) {
        return READ.columns().stream()
                .map(Column::name)
                .filter(name -> !filled.contains(name))
                .collect(Collectors.toSet());
    }
}
