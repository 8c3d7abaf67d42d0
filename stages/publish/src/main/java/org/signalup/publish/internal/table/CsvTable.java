package org.signalup.publish.internal.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.signalup.domain.SpreadsheetText;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;

/** UTF-8, comma, {@code \n}; no text starts a formula. */
public final class CsvTable implements TableFile {
    private final CsvWriter csv;

    public CsvTable(List<Column> columns, OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(Column::code).toList());
    }

    @Override
    public void row(List<Object> values, Shape shape) {
        csv.writeRecord(values.stream().map(CsvTable::cell).toList());
    }

    private static String cell(Object value) {
        String text = Plain.text(value);
        return value instanceof String ? SpreadsheetText.safe(text) : text;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
