package org.signalup.ledger.internal.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a sheet as CSV, UTF-8 with BOM so that spreadsheets open the Chinese headings as they are. */
public final class SheetCsv {
    private SheetCsv() {}

    public static Path write(Path file, Sheet sheet) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
                csv.writeRecord(
                        sheet.columns().stream().map(Sheet.Column::heading).toList());
                csv.writeRecord(
                        sheet.columns().stream().map(Sheet.Column::example).toList());
            }
        }
        return file;
    }
}
