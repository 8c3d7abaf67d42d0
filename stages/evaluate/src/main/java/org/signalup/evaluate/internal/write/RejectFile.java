package org.signalup.evaluate.internal.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.signalup.domain.SpreadsheetText;
import org.signalup.engine.Engine;

/** {@code rejects.csv}: every refused row, by file and physical line. */
public final class RejectFile {
    private RejectFile() {}

    public static void publish(Engine engine, Path folder) {
        String query = """
                SELECT f.file, r.row_no, r.column_name, r.value, r.code, r.message
                FROM sample_reject AS r JOIN sample_file AS f ON r.file_no = f.file_no
                ORDER BY f.file, r.row_no, r.column_name NULLS LAST, r.code""";
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(folder.resolve("rejects.csv"), StandardCharsets.UTF_8)) {
            csv.writeRecord("file", "row", "column", "value", "code", "message");
            engine.forEach(
                    query,
                    row -> csv.writeRecord(
                            row.text(0),
                            row.text(1),
                            orEmpty(row.text(2)),
                            SpreadsheetText.safe(orEmpty(row.text(3))),
                            row.text(4),
                            row.text(5)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.export(query, folder.resolve("data/reject.parquet"));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
