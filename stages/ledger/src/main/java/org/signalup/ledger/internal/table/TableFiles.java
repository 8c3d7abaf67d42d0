package org.signalup.ledger.internal.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.Findings.Spot;

/** Finds and reads the tables of a ledger folder. */
public final class TableFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".xlsx");

    private TableFiles() {}

    /** The file of a table, whatever its form; two forms of one table are an error. */
    public static Optional<Path> find(Path dir, String base, Findings findings) {
        List<Path> found = ENDINGS.stream()
                .map(ending -> dir.resolve(base + ending))
                .filter(Files::isRegularFile)
                .toList();
        if (found.size() > 1) {
            findings.error(
                    Spot.file(name(found.get(1))),
                    "FILE_TWICE",
                    "与 " + name(found.get(0)) + " 重复（应为：每张表只有一个文件）",
                    "is there besides " + name(found.get(0)) + " (expected: one file per table)");
        }
        return found.stream().findFirst();
    }

    /** Reads a table; what is wrong with it goes to the findings and nothing comes back. */
    public static Optional<Table> read(Path file, Findings findings) {
        int before = findings.errorCount();
        try {
            Table table = name(file).toLowerCase(Locale.ROOT).endsWith(".xlsx")
                    ? XlsxTable.read(name(file), file, findings)
                    : CsvTable.read(name(file), TextDecoder.table(FileBytes.read(file)), findings);
            if (table.rows().isEmpty() && findings.errorCount() == before) {
                throw UnreadableException.file(
                        "NO_ROWS",
                        "只有表头，没有数据行（应为：至少一行，或不放这个文件）",
                        "has a heading but no rows (expected: at least one row, or no such file)");
            }
            return Optional.of(table);
        } catch (UnreadableException wrong) {
            findings.error(
                    new Spot(name(file), wrong.row(), "", ""),
                    wrong.code(),
                    wrong.text().zh(),
                    wrong.text().en());
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
