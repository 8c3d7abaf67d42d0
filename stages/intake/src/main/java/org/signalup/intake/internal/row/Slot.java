package org.signalup.intake.internal.row;

import java.util.Set;
import org.signalup.engine.Column;
import org.signalup.intake.SampleSchema;

/** Where each column of {@link SampleSchema#READ} sits in a row. */
final class Slot {
    static final int COUNT = SampleSchema.READ.columns().size();
    static final int FILE_NO = of("file_no");
    static final int ROW_NO = of("row_no");
    static final int OBSERVED_MS = of("observed_ms");
    static final int LOCAL_S = of("local_s");
    static final int DATE = of("date");
    static final int LON_E7 = of("lon_e7");
    static final int LAT_E7 = of("lat_e7");
    static final int POINT_ID = of("point_id");
    static final int LINE_ID = of("line_id");
    static final int CHAINAGE_MM = of("chainage_mm");
    static final int OPERATOR = of("operator");
    static final int SERVING_PLMN = of("serving_plmn");
    static final int RAT = of("rat");
    static final int RAT_DETAIL = of("rat_detail");
    static final int SOURCE = of("source");
    static final int TEST_MODE = of("test_mode");
    static final int PURPOSE = of("purpose");
    static final int INSTRUMENT_ID = of("instrument_id");
    static final int DEVICE_ID = of("device_id");
    static final int SESSION_ID = of("session_id");
    static final int DEVICE_KEY = of("device_key");
    static final int SESSION_KEY = of("session_key");
    static final int THINNABLE = of("thinnable");
    static final int RSRP = of("rsrp_mdbm");
    static final int SINR = of("sinr_mdb");
    static final int RSRQ = of("rsrq_mdb");
    static final int SERVICE = of("service");
    static final int OUTCOME = of("outcome");
    static final int DL_KBPS = of("dl_kbps");
    static final int UL_KBPS = of("ul_kbps");
    static final int FLOOR = of("floor");

    /** What {@link RowRules} and {@link SampleTable} fill, whatever columns a file has. */
    static final Set<Integer> OF_EVERY_ROW = Set.of(
            FILE_NO,
            ROW_NO,
            OBSERVED_MS,
            LOCAL_S,
            DATE,
            LON_E7,
            LAT_E7,
            OPERATOR,
            RAT,
            RAT_DETAIL,
            SOURCE,
            TEST_MODE,
            DEVICE_KEY,
            SESSION_KEY,
            THINNABLE,
            SERVICE,
            OUTCOME,
            DL_KBPS,
            UL_KBPS);

    private Slot() {}

    static boolean isText(int slot) {
        return SampleSchema.READ.columns().get(slot).type() == Column.Type.VARCHAR;
    }

    static int of(String column) {
        return SampleSchema.READ.index(column);
    }
}
