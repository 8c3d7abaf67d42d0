package org.signalup.testkit;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;

/** Reads the samples that intake left in an engine. */
public final class RefSamples {
    private static final String COLUMNS =
            "file_no, row_no, observed_ms, local_s, date, lon_e7, lat_e7, accuracy_mm, point_id, spot, line_id,"
                    + " chainage_mm, operator, rat, source, test_mode, purpose, instrument_id, device_id, session_id,"
                    + " device_key, session_key, thinnable, rsrp_mdbm, sinr_mdb, service, outcome, dl_kbps, ul_kbps,"
                    + " floor, serving_plmn, arfcn, setup_us, first_frame_us, stall_us, played_us, hd_us, latency_us,"
                    + " loss_ppm, mos_milli, stalls, delay_us, av_sync_us, mock, server_class, bandwidth_khz, layers";

    private RefSamples() {}

    /** All rows of {@code sample_read}. */
    public static List<RefSample> read(Engine engine) {
        return engine.list("SELECT " + COLUMNS + " FROM sample_read ORDER BY file_no, row_no", RefSamples::sample);
    }

    private static RefSample sample(Row row) {
        return new RefSample(
                row.getInt(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                intAt(row, 5),
                intAt(row, 6),
                intAt(row, 7),
                row.text(8),
                intAt(row, 9),
                row.text(10),
                longAt(row, 11),
                row.text(12),
                Coded.of(Rat.class, row.getInt(13)),
                Coded.of(Source.class, row.getInt(14)),
                Coded.of(TestMode.class, row.getInt(15)),
                row.isNull(16) ? null : Coded.of(Purpose.class, row.getInt(16)),
                row.text(17),
                row.text(18),
                row.text(19),
                row.getLong(20),
                row.isNull(21) ? 0 : row.getLong(21),
                row.getBoolean(22),
                intAt(row, 23),
                intAt(row, 24),
                row.isNull(25) ? null : Coded.of(Service.class, row.getInt(25)),
                row.isNull(26) ? null : Coded.of(Outcome.class, row.getInt(26)),
                longAt(row, 27),
                longAt(row, 28),
                intAt(row, 29),
                row.text(30),
                intAt(row, 31),
                new RefSample.Measured(
                        longAt(row, 32),
                        longAt(row, 33),
                        longAt(row, 34),
                        longAt(row, 35),
                        longAt(row, 36),
                        longAt(row, 37),
                        longAt(row, 38),
                        longAt(row, 39),
                        longAt(row, 40),
                        longAt(row, 41),
                        longAt(row, 42)),
                new RefSample.Client(intAt(row, 43), intAt(row, 44), intAt(row, 45), intAt(row, 46)));
    }

    private static Integer intAt(Row row, int column) {
        return row.isNull(column) ? null : row.getInt(column);
    }

    private static Long longAt(Row row, int column) {
        return row.isNull(column) ? null : row.getLong(column);
    }
}
