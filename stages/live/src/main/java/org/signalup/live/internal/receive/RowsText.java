package org.signalup.live.internal.receive;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.signalup.intake.RowIntake.Kept;

/** Rows as they are kept and told. */
public final class RowsText {
    private RowsText() {}

    /** Lines of a canonical sample file. */
    public static byte[] csv(List<Kept> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(row -> csv.writeRecord(row.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Numbers of rows as ranges, {@code 1-9,11}; rows come in order. */
    public static String ranges(List<Kept> rows, int linesBefore) {
        StringBuilder text = new StringBuilder();
        long first = 0;
        long last = -1;
        for (Kept row : rows) {
            long number = row.row() - linesBefore;
            if (number != last + 1) {
                end(text, first, last);
                first = number;
            }
            last = number;
        }
        end(text, first, last);
        return text.toString();
    }

    private static void end(StringBuilder text, long first, long last) {
        if (last < 0) {
            return;
        }
        text.append(text.isEmpty() ? "" : ",").append(first);
        if (last > first) {
            text.append('-').append(last);
        }
    }
}
