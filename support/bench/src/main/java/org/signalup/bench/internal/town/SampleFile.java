package org.signalup.bench.internal.town;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Rows of one canonical sample file in memory. */
final class SampleFile {
    static final List<String> COLUMNS = List.of(
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
            "serving_plmn",
            "rat",
            "source",
            "test_mode",
            "task_id",
            "tester_org",
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
            "setup_ms",
            "first_frame_ms",
            "stall_ms",
            "played_ms",
            "mos",
            "floor");
    private final List<String> rows = new ArrayList<>();

    /** One row, filled by column name. */
    static final class Sample {
        private final String[] values = new String[COLUMNS.size()];

        Sample set(String column, String value) {
            int index = COLUMNS.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("column: " + column + " (expected: one of " + COLUMNS + ")");
            }
            values[index] = value;
            return this;
        }

        Sample set(String column, double value, int digits) {
            return set(column, Ground.text(value, digits));
        }

        Sample copy() {
            Sample copy = new Sample();
            System.arraycopy(values, 0, copy.values, 0, values.length);
            return copy;
        }

        private String line() {
            return String.join(
                    ",",
                    Arrays.stream(values)
                            .map(value -> value == null ? "" : value)
                            .toList());
        }
    }

    void add(Sample sample) {
        rows.add(sample.line());
    }

    int size() {
        return rows.size();
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            out.write(String.join(",", COLUMNS) + "\n");
            for (String row : rows) {
                out.write(row + "\n");
            }
        }
    }
}
