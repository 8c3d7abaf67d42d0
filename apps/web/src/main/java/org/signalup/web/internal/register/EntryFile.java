package org.signalup.web.internal.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.signalup.domain.Language;
import org.signalup.register.Entry;
import org.signalup.register.Subject;

/** Entries as a table people work on and bring back: columns of the contract, then the version of the row. */
final class EntryFile implements Closeable {
    private interface Rows extends Closeable {
        void row(List<String> cells) throws IOException;
    }

    private final List<String> columns;
    private final Rows rows;

    private EntryFile(List<String> columns, Rows rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static EntryFile open(String format, Subject subject, Language language, LedgerWords words, OutputStream out)
            throws IOException {
        List<String> columns = subject.columns().stream()
                .filter(column -> !column.equals("feature"))
                .toList();
        List<String> headings = new ArrayList<>();
        columns.forEach(column -> headings.add(
                language == Language.ZH ? words.column(subject, column).zh() : column));
        headings.add(language == Language.ZH ? "版本" : "version");
        Rows rows = format.equals("csv")
                ? new Csv(out)
                : new Xlsx(out, subject.text().in(language));
        rows.row(headings);
        return new EntryFile(columns, rows);
    }

    void write(Entry entry) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(entry.text(column)));
        cells.add(String.valueOf(entry.version()));
        try {
            rows.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** With a BOM for spreadsheets; a cell one would run as a formula is made text. */
    private static final class Csv implements Rows {
        private final CsvWriter csv;

        Csv(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        }

        @Override
        public void row(List<String> cells) {
            csv.writeRecord(cells.stream().map(Csv::guarded).toList());
        }

        private static String guarded(String cell) {
            boolean formula = !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0;
            return formula && !cell.matches("-?[0-9.]+") ? "'" + cell : cell;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** Cells are text: no code loses its zeros, nothing is run. */
    private static final class Xlsx implements Rows {
        private static final int ROWS_AT_ONCE = 1_000;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        Xlsx(OutputStream out, String title) {
            this.workbook = new Workbook(out, "SignalUp", "1.0");
            this.sheet = workbook.newWorksheet(title);
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.value(row, column, cells.get(column));
                }
            }
            if (++row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
