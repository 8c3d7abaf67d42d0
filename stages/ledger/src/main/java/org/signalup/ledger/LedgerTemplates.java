package org.signalup.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.ledger.internal.template.LedgerSheets;
import org.signalup.ledger.internal.template.SampleSheet;
import org.signalup.ledger.internal.template.Sheet;
import org.signalup.ledger.internal.template.SheetCsv;
import org.signalup.ledger.internal.template.SheetWorkbook;
import org.signalup.standards.Programme;

/**
 * Templates to fill in: workbooks with drop-downs, frozen headings, notes and one example row, and the same as CSV in the
 * folder {@code csv}. What is written reads back without a problem.
 */
public final class LedgerTemplates {
    /** What a template is for. */
    public enum Kind {
        LEDGER,
        SAMPLES;

        /** Parses {@code ledger} or {@code samples}, in any case. */
        public static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("template: " + name + " (expected: ledger or samples)");
        }
    }

    private LedgerTemplates() {}

    /**
     * Writes the templates into a folder, made when missing; files of the same name are replaced.
     *
     * @param language Chinese headings and names, or the English words of the file contract
     * @return the files written
     * @throws IOException when the folder cannot be written to
     */
    public static List<Path> write(Path dir, Programme programme, Kind kind, Language language) throws IOException {
        List<Sheet> sheets = kind == Kind.LEDGER
                ? new LedgerSheets(programme, language).all()
                : List.of(SampleSheet.of(programme, language));
        Path plain = Files.createDirectories(dir.resolve("csv"));
        List<Path> written = new ArrayList<>();
        for (Sheet sheet : sheets) {
            written.add(SheetWorkbook.write(dir.resolve(sheet.file() + ".xlsx"), sheet, language));
            written.add(SheetCsv.write(plain.resolve(sheet.file() + ".csv"), sheet));
        }
        if (kind == Kind.LEDGER) {
            written.add(LedgerSheets.writeLines(dir.resolve("lines.geojson"), language));
            written.add(LedgerSheets.writeLines(plain.resolve("lines.geojson"), language));
        }
        return written;
    }
}
