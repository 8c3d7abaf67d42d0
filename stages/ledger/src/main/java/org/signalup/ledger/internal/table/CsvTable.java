package org.signalup.ledger.internal.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;

/** Reads a comma-separated file with a heading row. */
final class CsvTable {
    private CsvTable() {}

    static Table read(String file, String text, Findings findings) throws UnreadableException {
        refuseOtherSeparator(text);
        List<Table.Row> rows = new ArrayList<>();
        List<String> headings = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord found : reader) {
                if (headings == null) {
                    headings = found.getFields();
                } else if (!blank(found) && fits(file, found, headings.size(), findings)) {
                    rows.add(new Table.Row(found.getStartingLineNumber(), found.getFields()));
                }
            }
        } catch (CsvParseException wrong) {
            throw UnreadableException.file(
                    "CSV_INVALID", "CSV 引号或结构有误：" + reason(wrong), "the CSV is not well formed: " + reason(wrong));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (headings == null) {
            throw UnreadableException.file("FILE_EMPTY", "文件里没有内容", "the file has no content");
        }
        return new Table(file, headings, rows, false);
    }

    private static boolean fits(String file, CsvRecord found, int width, Findings findings) {
        if (found.getFieldCount() == width) {
            return true;
        }
        findings.error(
                new Spot(file, found.getStartingLineNumber(), "", ""),
                "ROW_WIDTH",
                "这一行有 " + found.getFieldCount() + " 格（应为：" + width + "，与表头一致）",
                "the row has " + found.getFieldCount() + " cells (expected: " + width + " as in the heading)");
        return false;
    }

    private static boolean blank(CsvRecord found) {
        return found.getFields().stream().allMatch(String::isBlank);
    }

    private static String reason(CsvParseException wrong) {
        Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static void refuseOtherSeparator(String text) throws UnreadableException {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (heading.indexOf(',') >= 0) {
            return;
        }
        for (char separator : new char[] {';', '\t', '|', '，'}) {
            if (heading.indexOf(separator) >= 0) {
                String shown = separator == '\t' ? "TAB" : String.valueOf(separator);
                throw UnreadableException.row(
                        1,
                        "WRONG_SEPARATOR",
                        "列之间用的是“" + shown + "”（应为：半角逗号）",
                        "columns are separated by \"" + shown + "\" (expected: comma)");
            }
        }
    }
}
