package org.signalup.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger as a folder of the file contract: what an evaluation reads, and pins by its version. */
public final class LedgerExport {
    private static final int ROWS_AT_ONCE = 5_000;

    /** Done for everybody it is asked of: what the ledger says, else the day the last of the obliged operators said so. */
    private static final String REPORTED = """
            coalesce(t.reported_done, (select case when count(distinct c.operator) filter (where c.operator = any(w.operators))
                    >= cardinality(w.operators) then max(c.done_on) end
                from claim c, (select coalesce(nullif(t.operators, '{}'), :obliged::text[]) as operators) w
                where c.subject = '%s' and c.subject_key = t.%s and c.withdrawn_at is null and cardinality(w.operators) > 0
                group by w.operators))::text as reported_done
            """;

    private final Store store;

    public LedgerExport(Store store) {
        this.store = store;
    }

    /**
     * Writes {@code places.csv}, {@code keypoints.csv}, {@code lines.geojson}, {@code divisions.csv} and {@code instruments.csv}, what there is of them, as of one moment.
     *
     * @param obliged operators asked of where an entry names none
     * @return the version of the ledger written: the number of the last change recorded
     */
    public long write(Scope scope, Path dir, List<String> obliged) {
        return store.snapshot(scope, client -> {
            long version =
                    client.sql("select ledger_version()").query(Long.class).single();
            try {
                Files.createDirectories(dir);
                table(client, dir.resolve("places.csv"), Subject.PLACE, obliged);
                table(client, dir.resolve("keypoints.csv"), Subject.KEY_POINT, obliged);
                lines(client, dir.resolve("lines.geojson"));
                divisions(client, dir.resolve("divisions.csv"));
                table(client, dir.resolve("instruments.csv"), Subject.INSTRUMENT, obliged);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return version;
        });
    }

    private static void table(JdbcClient client, Path file, Subject subject, List<String> obliged) throws IOException {
        String sql = "select "
                + subject.columns().stream().map(c -> cell(subject, c)).collect(Collectors.joining(", ")) + " from "
                + subject.table() + " t order by t." + subject.key();
        JdbcClient.StatementSpec query = client.sql(sql).withFetchSize(ROWS_AT_ONCE);
        if (subject == Subject.PLACE) {
            query = query.param("obliged", obliged.toArray(String[]::new));
        }
        table(query, file, subject.columns());
    }

    /** With their validity, the whole of it: an evaluation may look back. */
    private static void divisions(JdbcClient client, Path file) throws IOException {
        JdbcClient.StatementSpec query = client.sql("""
                        select code, name, parent, nullif(valid_from, :first)::text, nullif(valid_to, :last)::text
                        from division order by code, valid_from
                        """)
                .param("first", Divisions.FIRST)
                .param("last", Divisions.LAST)
                .withFetchSize(ROWS_AT_ONCE);
        table(query, file, List.of("code", "name", "parent", "valid_from", "valid_to"));
    }

    /** A table with its heading; none without a row. */
    private static void table(JdbcClient.StatementSpec query, Path file, List<String> columns) throws IOException {
        boolean any = false;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
                var rows = query.query((row, number) -> cells(row, columns.size())).stream()) {
            csv.writeRecord(columns);
            for (var each = rows.iterator(); each.hasNext(); any = true) {
                csv.writeRecord(each.next());
            }
        }
        if (!any) {
            Files.delete(file);
        }
    }

    private static List<String> cells(ResultSet row, int columns) throws SQLException {
        List<String> cells = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            String text = row.getString(column);
            cells.add(text == null ? "" : text);
        }
        return cells;
    }

    private static String cell(Subject subject, String column) {
        return switch (column) {
            case "operators", "device_ids" -> "array_to_string(t." + column + ", ';')";
            case "reported_done" -> REPORTED.formatted(subject.table(), subject.key());
            default -> "t." + column + "::text";
        };
    }

    private static void lines(JdbcClient client, Path file) throws IOException {
        boolean any = false;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var features = client
                        .sql("select feature::text from ledger_line order by line_id")
                        .withFetchSize(100)
                        .query(String.class)
                        .stream()) {
            out.write("{\"type\": \"FeatureCollection\", \"features\": [\n");
            for (var each = features.iterator(); each.hasNext(); any = true) {
                out.write(any ? ",\n" : "");
                out.write(each.next());
            }
            out.write("\n]}\n");
        }
        if (!any) {
            Files.delete(file);
        }
    }
}
