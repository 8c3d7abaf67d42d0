package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of several sheets. */
class SheetsTest {
    private static final String HEADER = "采集时间,点位编号,运营商,网络制式";
    private static final String ROWS = "SELECT row_no, operator FROM sample_read ORDER BY row_no";

    @TempDir
    Path folder;

    private Desk desk;

    /** A sheet's name and its lines. */
    private record Sheet(String name, List<String> lines) {
        Sheet(String name, String... lines) {
            this(name, List.of(lines));
        }
    }

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path book(Sheet... sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            for (Sheet one : sheets) {
                Worksheet sheet = book.newWorksheet(one.name);
                for (int row = 0; row < one.lines.size(); row++) {
                    String[] cells = one.lines.get(row).split(",", -1);
                    for (int column = 0; column < cells.length; column++) {
                        sheet.value(row, column, cells[column]);
                    }
                }
                if (one.name.startsWith("_")) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
        }
        return desk.bytes("book.xlsx", bytes.toByteArray());
    }

    private static String row(int second, String operator) {
        return "2025-07-18T22:11:0" + second + "+08:00,P1," + operator + ",4G";
    }

    private List<String> warnings(IntakeReport report) {
        return report.warnings().stream()
                .map(warning -> warning.line(desk.language))
                .toList();
    }

    @Test
    void theTableMayBeOnAnySheet() throws IOException {
        IntakeReport report = desk.read(book(new Sheet("填写说明", "请填写第二张表"), new Sheet("采样", HEADER, row(1, "移动"))));

        assertThat(desk.rows(ROWS)).containsExactly("2 CMCC");
        assertThat(warnings(report))
                .containsExactly("book.xlsx: sheets without that header, not read: 填写说明 [SHEETS_LEFT]");
    }

    @Test
    void sheetsWithTheSameHeaderAreReadOneAfterTheOther() throws IOException {
        IntakeReport report = desk.read(book(
                new Sheet("移动", HEADER, row(1, "移动"), row(2, "无名")),
                new Sheet("_清单", HEADER, row(3, "移动")),
                new Sheet("电信", "某市测试", HEADER, row(4, "电信"), row(5, "无名")),
                new Sheet("汇总", "合计,2")));

        assertThat(desk.rows(ROWS)).containsExactly("2 CMCC", "6 CTCC");
        assertThat(desk.rows("SELECT row_no, code FROM sample_reject ORDER BY row_no"))
                .containsExactly("3 OPERATOR_UNKNOWN", "7 OPERATOR_UNKNOWN");
        assertThat(report.files().get(0).read()).isEqualTo(4);
        assertThat(warnings(report))
                .containsExactly(
                        "book.xlsx: sheets read one after the other, rows numbered onward: 移动, 电信 [SHEETS_JOINED]",
                        "book.xlsx: sheets without that header, not read: 汇总 [SHEETS_LEFT]");
    }

    @Test
    void aWorkbookWithoutATableIsRefused() throws IOException {
        assertThat(desk.refusals(book(new Sheet("甲", "一"), new Sheet("乙", "二"))))
                .singleElement()
                .asString()
                .contains("FORMAT_UNKNOWN");
    }
}
