package org.signalup.bench.internal.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;

/** Turns normalised samples into a canonical CSV file, as a client would send it. */
final class CanonicalCsv {
    /** A column with how its cell is made and what DuckDB should read it as. */
    private record Cell(String name, String column, String duckDbType, Maker maker) {}

    private interface Maker {
        String text(Row row, int column);
    }

    private static final List<Cell> CELLS = List.of(
            new Cell(
                    "observed_at",
                    "observed_ms",
                    "TIMESTAMPTZ",
                    (row, i) -> Instant.ofEpochMilli(row.getLong(i)).toString()),
            new Cell("lon", "lon_e7", "DOUBLE", scaled(1e7)),
            new Cell("lat", "lat_e7", "DOUBLE", scaled(1e7)),
            new Cell("crs", "file_no", "VARCHAR", (row, i) -> "WGS84"),
            new Cell("accuracy_m", "accuracy_mm", "DOUBLE", scaled(1e3)),
            new Cell("point_id", "point_id", "VARCHAR", Row::text),
            new Cell("spot_no", "spot", "INTEGER", Row::text),
            new Cell("line_id", "line_id", "VARCHAR", Row::text),
            new Cell("operator", "operator", "VARCHAR", Row::text),
            new Cell("rat", "rat", "VARCHAR", coded(Rat.values())),
            new Cell("source", "source", "VARCHAR", coded(Source.values())),
            new Cell("test_mode", "test_mode", "VARCHAR", coded(TestMode.values())),
            new Cell("purpose", "purpose", "VARCHAR", coded(Purpose.values())),
            new Cell("device_id", "device_id", "VARCHAR", Row::text),
            new Cell("session_id", "session_id", "VARCHAR", Row::text),
            new Cell("rsrp_dbm", "rsrp_mdbm", "DOUBLE", scaled(1e3)),
            new Cell("sinr_db", "sinr_mdb", "DOUBLE", scaled(1e3)),
            new Cell("service", "service", "VARCHAR", coded(Service.values())),
            new Cell("outcome", "outcome", "VARCHAR", coded(Outcome.values())),
            new Cell("dl_mbps", "dl_kbps", "DOUBLE", scaled(1e3)),
            new Cell("ul_mbps", "ul_kbps", "DOUBLE", scaled(1e3)),
            new Cell("floor", "floor", "VARCHAR", Row::text));

    private CanonicalCsv() {}

    /** Writes the first {@code rows} rows of a dataset. */
    static void write(Engine engine, String dataset, long rows, Path file) {
        String columns = CELLS.stream().map(Cell::column).collect(Collectors.joining(", "));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try (BufferedWriter out = Files.newBufferedWriter(partial)) {
            out.write(CELLS.stream().map(Cell::name).collect(Collectors.joining(",")) + "\n");
            engine.forEach("SELECT " + columns + " FROM " + dataset + " LIMIT " + rows, row -> write(row, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, BufferedWriter out) {
        List<String> cells = new ArrayList<>(CELLS.size());
        for (int i = 0; i < CELLS.size(); i++) {
            cells.add(row.isNull(i) ? "" : CELLS.get(i).maker().text(row, i));
        }
        try {
            out.write(String.join(",", cells) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** DuckDB's own reader over the same columns, typed, as a query. */
    static String readCsv(Path file) {
        String columns = CELLS.stream()
                .map(cell -> "'" + cell.name() + "': '" + cell.duckDbType() + "'")
                .collect(Collectors.joining(", "));
        return "SELECT * FROM read_csv('" + file.toAbsolutePath().toString().replace("'", "''")
                + "', header = true, auto_detect = false, delim = ',', quote = '\"', columns = {" + columns + "})";
    }

    private static Maker scaled(double unit) {
        return (row, i) -> Double.toString(row.getLong(i) / unit);
    }

    private static Maker coded(Coded... words) {
        return (row, i) -> {
            int number = row.getInt(i);
            for (Coded word : words) {
                if (word.number() == number) {
                    return word.code();
                }
            }
            throw new IllegalStateException("number: " + number + " (expected: a known word)");
        };
    }
}
