package org.signalup.evaluate.internal.write;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.VARCHAR;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.signalup.domain.SpreadsheetText;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.ServiceAggregates;

/**
 * {@code rejects.csv}: every refused row, by file and physical line. Files of different folders may have one name: all that is shown
 * orders their rows.
 */
public final class RejectFile {
    private RejectFile() {}

    private static final Schema AGGREGATES = Schema.of("aggregate_reject")
            .with(VARCHAR, "file")
            .with(BIGINT, "row_no")
            .with(VARCHAR, "column_name", "value", "code", "message")
            .build();

    /** @param aggregates refused rows of service aggregates */
    public static void publish(Engine engine, List<ServiceAggregates.Refused> aggregates, Path folder) {
        try (TableWriter out = engine.create(AGGREGATES)) {
            for (ServiceAggregates.Refused row : aggregates) {
                out.put(row.file());
                out.put(row.row());
                out.put(row.column());
                out.put(row.value());
                out.put(row.code().name());
                out.put(row.code().text().zh() + " " + row.code().text().en());
                out.endRow();
            }
        }
        String query = """
                SELECT file, row_no, column_name, value, code, message FROM (
                  SELECT f.file, r.row_no, r.column_name, r.value, r.code, r.message
                  FROM sample_reject AS r JOIN sample_file AS f ON r.file_no = f.file_no
                  UNION ALL SELECT file, row_no, column_name, value, code, message FROM aggregate_reject) AS x
                ORDER BY file, row_no, column_name NULLS LAST, code, value NULLS FIRST""";
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
