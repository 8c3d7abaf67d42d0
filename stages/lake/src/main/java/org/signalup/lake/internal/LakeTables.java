package org.signalup.lake.internal;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.util.List;
import java.util.stream.Collectors;
import org.signalup.engine.Schema;

/** The tables of a lake and the SQL that makes them. */
public final class LakeTables {
    /** Per date, operator, device and network ({@code rat}): how many rows have a SINR, the lowest and the highest. */
    public static final Schema DEVICES = Schema.of("sample_device")
            .with(INT, "date")
            .with(VARCHAR, "operator")
            .with(BIGINT, "device_key")
            .with(INT, "rat")
            .with(BIGINT, "sinr_rows")
            .with(INT, "sinr_min_mdb", "sinr_max_mdb")
            .build();

    /** Rejects as kept: the message follows from the code. */
    static final Schema REJECTS = Schema.of("reject_kept")
            .with(INT, "file_no")
            .with(BIGINT, "row_no")
            .with(VARCHAR, "column_name", "value", "code")
            .build();

    /** Rows of a group: what a reader of a few cells skips or reads as a whole. */
    static final int GROUP_ROWS = 100_000;

    private static final int CELL_E7 = 20_000;

    private LakeTables() {}

    /**
     * Samples in the order of a part: by grid cell of 1/500 degree, then by name, time and origin; without position last.
     *
     * @param filled columns that something is in
     */
    static String sorted(List<String> filled, String dataset, String condition, int fileNoShift) {
        String columns = filled.stream()
                .map(name -> name.equals("file_no") ? shifted(fileNoShift) : name)
                .collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM " + dataset + " WHERE " + condition + " ORDER BY " + cell("lat_e7") + ", "
                + cell("lon_e7") + ", COALESCE(point_id, ''), COALESCE(line_id, ''), observed_ms, file_no, row_no";
    }

    /** The row or column of the grid; rows without position come last. */
    private static String cell(String coordinate) {
        return "COALESCE(CAST(FLOOR(" + coordinate + " / CAST(" + CELL_E7 + " AS DOUBLE)) AS BIGINT), 1000000)";
    }

    static String shifted(int fileNoShift) {
        return "CAST(file_no + " + fileNoShift + " AS INT) AS file_no";
    }

    static String devices(String dataset) {
        return "SELECT date, operator, device_key, rat, COUNT(*) AS sinr_rows, MIN(sinr_mdb) AS sinr_min_mdb,"
                + " MAX(sinr_mdb) AS sinr_max_mdb FROM " + dataset + " WHERE sinr_mdb IS NOT NULL"
                + " GROUP BY date, operator, device_key, rat ORDER BY date, operator, device_key, rat";
    }

    static String rejects(String dataset, int fileNoShift) {
        return "SELECT " + shifted(fileNoShift) + ", row_no, column_name, value, code FROM " + dataset
                + " ORDER BY file_no, row_no, column_name, code";
    }
}
