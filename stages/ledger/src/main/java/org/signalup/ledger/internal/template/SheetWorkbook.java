package org.signalup.ledger.internal.template;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.signalup.domain.Language;
import org.signalup.domain.Text;

/** Writes a sheet as a workbook: the table first, then notes on each column, then the lists behind the drop-downs. */
public final class SheetWorkbook {
    /** Drop-downs reach this far down; a table may be longer. */
    private static final int DROP_DOWN_ROWS = 5_000;

    private static final int WIDEST = 40;
    private static final Text NOTES = Text.of("填写说明", "notes");
    private static final Text LISTS = Text.of("选项", "choices");
    private static final Text CHOOSE = Text.of("请从下拉列表中选择", "please choose from the list");

    private SheetWorkbook() {}

    public static Path write(Path file, Sheet sheet, Language language) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "SignalUp", "1.0")) {
            Worksheet table = workbook.newWorksheet(sheet.title());
            Worksheet notes = workbook.newWorksheet(NOTES.in(language));
            Worksheet lists = workbook.newWorksheet(LISTS.in(language));
            for (int i = 0; i < sheet.columns().size(); i++) {
                Sheet.Column column = sheet.columns().get(i);
                column(table, i, column);
                note(notes, i + 1, column, language);
                choices(lists, table, i, column, language);
            }
            headings(notes, List.of(Text.of("列", "column"), Text.of("代码", "code"), Text.of("说明", "note")), language);
            notes.width(0, 20);
            notes.width(1, 20);
            notes.width(2, 90);
            table.freezePane(0, 1);
        }
        return file;
    }

    private static void column(Worksheet table, int index, Sheet.Column column) {
        table.value(0, index, column.heading());
        table.style(0, index).bold().fillColor("DDEBF7").set();
        // As text, so that codes keep their zeros and nothing turns into a date.
        table.style(index).format("@").set();
        if (!column.example().isEmpty()) {
            table.value(1, index, column.example());
        }
        int width = Math.max(2 * column.heading().length(), column.example().length()) + 4;
        table.width(index, Math.min(WIDEST, width));
    }

    private static void note(Worksheet notes, int row, Sheet.Column column, Language language) {
        notes.value(row, 0, column.heading());
        notes.value(row, 1, column.code());
        notes.value(row, 2, column.note().in(language));
    }

    private static void headings(Worksheet sheet, List<Text> texts, Language language) {
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(0, i, texts.get(i).in(language));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void choices(Worksheet lists, Worksheet table, int index, Sheet.Column column, Language language) {
        lists.value(0, index, column.heading());
        if (column.choices().isEmpty()) {
            return;
        }
        for (int i = 0; i < column.choices().size(); i++) {
            lists.value(i + 1, index, column.choices().get(i));
        }
        table.range(1, index, DROP_DOWN_ROWS, index)
                .validateWithList(lists.range(1, index, column.choices().size(), index))
                .allowBlank(true)
                .showErrorMessage(column.closed())
                .errorStyle(DataValidationErrorStyle.STOP)
                .error(CHOOSE.in(language));
    }
}
