package org.signalup.intake.internal.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.signalup.intake.RefusalCode;

/**
 * Sheets of a small XLSX file as records. Dates and times of Excel have no zone and come out so. Rows of a further
 * sheet are numbered onward from the last of the sheet before.
 */
public final class XlsxRecords implements RecordSource {
    private final InputFile file;
    private final List<Part> parts;

    /**
     * A sheet.
     *
     * @param index from 0
     * @param above how many of its first rows are left out
     */
    public record Part(int index, long above) {}

    /** Hears the first rows of sheets. */
    public interface Beginnings {
        /** @return a handler of the sheet's records, until it says false */
        Predicate<FileRecord> of(int index, String name);
    }

    /** Of the first sheet. */
    public XlsxRecords(InputFile file) {
        this(file, List.of(new Part(0, 0)));
    }

    public XlsxRecords(InputFile file, List<Part> parts) {
        this.file = file;
        this.parts = parts;
    }

    @Override
    public void forEach(Predicate<FileRecord> handler) throws IOException {
        try (ReadableWorkbook book = open(file)) {
            long before = 0;
            for (Part part : parts) {
                Reading reading = new Reading(before, row -> row > part.above(), handler);
                if (!reading.read(book.getSheet(part.index()).orElseThrow())) {
                    return;
                }
                before += reading.last;
            }
        } catch (ExcelReaderException e) {
            throw new FileRefusal(RefusalCode.XLSX_BROKEN);
        }
    }

    /** Lets a handler for each sheet that people see look at its first rows. */
    public static void begin(InputFile file, Beginnings beginnings) throws IOException {
        try (ReadableWorkbook book = open(file)) {
            List<Sheet> sheets = new ArrayList<>(book.getSheets().toList());
            sheets.removeIf(sheet -> sheets.size() > 1 && sheet.getVisibility() != SheetVisibility.VISIBLE);
            for (Sheet sheet : sheets) {
                new Reading(0, row -> true, beginnings.of(sheet.getIndex(), sheet.getName())).read(sheet);
            }
        } catch (ExcelReaderException e) {
            throw new FileRefusal(RefusalCode.XLSX_BROKEN);
        }
    }

    private static ReadableWorkbook open(InputFile file) throws IOException {
        XlsxGuard.check(file.path());
        return new ReadableWorkbook(file.path().toFile(), options(file));
    }

    /** Whether a number is a date its format says; a program that sets no formats may leave their part out. */
    private static ReadingOptions options(InputFile file) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            boolean formats = zip.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("styles.xml"));
            return new ReadingOptions(formats, false);
        }
    }

    /** Of one sheet. */
    private static final class Reading {
        private final long before;
        private final LongPredicate wanted;
        private final Predicate<FileRecord> handler;
        private final RecordBuilder builder = new RecordBuilder();
        private int width;
        private long last;

        Reading(long before, LongPredicate wanted, Predicate<FileRecord> handler) {
            this.before = before;
            this.wanted = wanted;
            this.handler = handler;
        }

        /** Whether more is wanted. */
        boolean read(Sheet sheet) throws IOException {
            try (Stream<Row> rows = sheet.openStream()) {
                for (Row row : (Iterable<Row>) rows::iterator) {
                    last = row.getRowNum();
                    if (!blank(row) && wanted.test(last) && !handler.test(builder.end())) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean blank(Row row) {
            builder.begin(before + row.getRowNum());
            int cells = Math.max(row.getCellCount(), width);
            boolean blank = true;
            for (int i = 0; i < cells; i++) {
                String text = text(row, i);
                blank &= text.isBlank();
                builder.add(text);
            }
            // Titles above the header are narrow, and rows end where their last value is.
            width = Math.max(width, cells);
            return blank;
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
