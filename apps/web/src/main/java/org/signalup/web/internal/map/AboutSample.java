package org.signalup.web.internal.map;

import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Text;
import org.signalup.engine.Row;
import org.signalup.web.internal.catalog.OpenEvaluation;

/**
 * One sample on the map.
 *
 * @param time of day in the programme's time zone
 */
record AboutSample(
        String operator,
        String time,
        Text rat,
        OptionalDouble rsrpDbm,
        OptionalDouble sinrDb,
        Text source,
        Text mode,
        String file,
        long row) {
    private static final int DAY_S = 86_400;

    static AboutSample find(OpenEvaluation evaluation, int file, long row) {
        return evaluation
                .tables()
                .find(
                        "SELECT s.operator, s.local_s, s.rat, s.rsrp_mdbm, s.sinr_mdb, s.source, s.test_mode, COALESCE(f.file, ''), s.row_no"
                                + " FROM sample AS s LEFT JOIN sample_file AS f ON s.file_no = f.file_no WHERE s.file_no = ? AND s.row_no = ?",
                        AboutSample::of,
                        file,
                        row)
                .orElseThrow(About::unknown);
    }

    private static AboutSample of(Row row) {
        long local = row.getLong(1);
        return new AboutSample(
                row.text(0),
                java.time.LocalDate.ofEpochDay(Math.floorDiv(local, DAY_S)) + " "
                        + java.time.LocalTime.ofSecondOfDay(Math.floorMod(local, DAY_S)),
                word(Rat.class, row, 2),
                thousandth(row, 3),
                thousandth(row, 4),
                word(Source.class, row, 5),
                word(TestMode.class, row, 6),
                row.text(7),
                row.getLong(8));
    }

    private static OptionalDouble thousandth(Row row, int column) {
        return row.isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getInt(column) / 1000.0);
    }

    private static <E extends Enum<E> & Coded> Text word(Class<E> type, Row row, int column) {
        if (!row.isNull(column)) {
            for (E constant : type.getEnumConstants()) {
                if (constant.number() == row.getInt(column)) {
                    return constant.text();
                }
            }
        }
        return Text.same("—");
    }
}
