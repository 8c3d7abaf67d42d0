package org.signalup.publish.internal.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.signalup.domain.Text;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import org.signalup.publish.XmlText;

/** A workbook: what it is on the first sheet, the rows on the next ones, as many as the format needs. */
public final class XlsxTable implements TableFile {
    /** A sheet holds 1 048 576 rows. */
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private static final int FLUSH_EVERY = 1_000;
    private static final int LONGEST_CELL = 32_767;
    private static final double WIDTH = 14;

    private final About about;
    private final List<Column> columns;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    public XlsxTable(About about, List<Column> columns, OutputStream out) throws IOException {
        this.about = about;
        this.columns = columns;
        this.workbook = new Workbook(out, "SignalUp", null);
        say();
        begin();
    }

    private void say() throws IOException {
        Worksheet first = workbook.newWorksheet(Text.of("说明", "About").in(about.language()));
        first.width(0, 80);
        first.value(0, 0, about.title().in(about.language()));
        first.style(0, 0).bold().set();
        int line = 1;
        for (Text note : about.notes()) {
            first.value(line++, 0, note.in(about.language()));
        }
        first.finish();
    }

    private void begin() throws IOException {
        sheets++;
        sheet = workbook.newWorksheet(about.title().in(about.language()) + (sheets == 1 ? "" : " " + sheets));
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.value(0, column, columns.get(column).heading().in(about.language()));
            sheet.style(0, column).bold().wrapText(true).set();
        }
        sheet.freezePane(1, 1);
        row = 0;
    }

    @Override
    public void row(List<Object> values, Shape shape) throws IOException {
        if (row == ROWS_OF_A_SHEET) {
            sheet.finish();
            begin();
        }
        row++;
        for (int column = 0; column < values.size(); column++) {
            cell(column, values.get(column));
        }
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            sheet.value(row, column, number);
        } else if (value instanceof Long number) {
            sheet.value(row, column, number);
        } else if (value instanceof String text && !text.isEmpty()) {
            sheet.value(row, column, written(text));
        }
    }

    /** What XML 1.0 cannot hold is left out, and a cell holds 32 767 characters. */
    private static String written(String text) {
        String held = XmlText.held(text);
        return held.length() > LONGEST_CELL ? held.substring(0, LONGEST_CELL) : held;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
