package org.signalup.intake.internal.file;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.signalup.intake.RefusalCode;

/** The first sheet of a small XLSX file as records. Dates and times of Excel have no zone and come out so. */
public final class XlsxRecords implements RecordSource {
    private final InputFile file;

    public XlsxRecords(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        XlsxGuard.check(file.path());
        try (ReadableWorkbook book = new ReadableWorkbook(file.path().toFile(), options());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            hand(rows, handler);
        } catch (ExcelReaderException e) {
            throw new FileRefusal(RefusalCode.XLSX_BROKEN);
        }
    }

    /** Whether a number is a date its format says; a program that sets no formats may leave their part out. */
    private ReadingOptions options() throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            boolean formats = zip.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("styles.xml"));
            return new ReadingOptions(formats, false);
        }
    }

    private static void hand(Stream<Row> rows, Predicate<FileRecord> handler) {
        RecordBuilder builder = new RecordBuilder();
        int width = 0;
        for (Row row : (Iterable<Row>) rows::iterator) {
            builder.begin(row.getRowNum());
            int last = Math.max(row.getCellCount(), width);
            boolean blank = true;
            for (int i = 0; i < last; i++) {
                String text = text(row, i);
                blank &= text.isBlank();
                builder.add(text);
            }
            // Titles above the header are narrow, and rows end where their last value is.
            width = Math.max(width, last);
            if (!blank && !handler.test(builder.end())) {
                return;
            }
        }
    }

    private static String text(Row row, int index) {
        Cell cell = row.getOptionalCell(index).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        boolean date =
                format != null && !format.contains("0") && !format.contains("#") && format.matches("(?i).*[ymdhs].*");
        return date ? cell.asDate().toString() : cell.getRawValue();
    }
}
