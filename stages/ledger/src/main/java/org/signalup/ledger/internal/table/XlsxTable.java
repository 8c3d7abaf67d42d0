package org.signalup.ledger.internal.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;

/** Reads the first sheet of a workbook as text; numbers as their plain decimal form, formulas as their stored result. */
final class XlsxTable {
    private XlsxTable() {}

    static Table read(String file, Path path, Findings findings) throws UnreadableException {
        XlsxGuard.check(path);
        List<List<String>> cells = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                List<String> texts = texts(row);
                if (texts.stream().anyMatch(text -> !text.isBlank())) {
                    cells.add(texts);
                    lines.add((long) row.getRowNum());
                }
            });
        } catch (IOException | ExcelReaderException | IllegalStateException failed) {
            throw UnreadableException.file("XLSX_DAMAGED", "XLSX 读不了：内容已损坏", "the XLSX cannot be read: it is damaged");
        }
        if (cells.isEmpty()) {
            throw UnreadableException.file("FILE_EMPTY", "第一张工作表是空的", "the first sheet is empty");
        }
        return table(file, cells, lines, findings);
    }

    private static Table table(String file, List<List<String>> cells, List<Long> lines, Findings findings) {
        List<String> headings = trimmed(cells.get(0));
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            List<String> row = trimmed(cells.get(i));
            if (row.size() > headings.size()) {
                findings.error(
                        new Spot(file, lines.get(i), "", ""),
                        "ROW_WIDTH",
                        "表头之外还有内容（应为：最多 " + headings.size() + " 列）",
                        "there is content beyond the heading (expected: at most " + headings.size() + " columns)");
                continue;
            }
            while (row.size() < headings.size()) {
                row.add("");
            }
            rows.add(new Table.Row(lines.get(i), row));
        }
        return new Table(file, headings, rows, true);
    }

    private static List<String> trimmed(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isBlank()) {
            size--;
        }
        return new ArrayList<>(cells.subList(0, size));
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(text(row.getCell(i)));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return cell.getValue() == null ? "" : String.valueOf(cell.getValue());
    }
}
