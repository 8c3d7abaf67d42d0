package org.signalup.publish.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.signalup.domain.Text;
import org.signalup.publish.Format;

/** A table declared column by column; at most so many rows are written, and it says where the others are. */
public final class Table<R> {
    /** Rows written at most. A page of everything would help nobody; the CSV files have all. */
    public static final int CAP = 200;

    /** With more columns than this a table keeps its width on a phone and is pushed sideways. */
    private static final int WIDE = 5;

    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(Text heading, boolean number, BiConsumer<Html, R> cell) {}

    public Table<R> column(Text heading, BiConsumer<Html, R> cell) {
        columns.add(new Column<>(heading, false, cell));
        return this;
    }

    /** A column of numbers, right-aligned. */
    public Table<R> number(Text heading, BiConsumer<Html, R> cell) {
        columns.add(new Column<>(heading, true, cell));
        return this;
    }

    /** Writes the table. {@code file} has all rows; empty when there is no such file. */
    public void write(Html html, List<R> rows, String file) {
        write(html, rows, file, CAP);
    }

    public void write(Html html, List<R> rows, String file, int cap) {
        if (rows.isEmpty()) {
            html.el("p.none", Text.of("没有这样的记录。", "There is no such record."));
            return;
        }
        html.el(
                "div.scroll",
                () -> html.el(columns.size() > WIDE ? "table.wide" : "table", () -> {
                    html.el("thead", () -> html.el("tr", () -> columns.forEach(column -> heading(html, column))));
                    html.el("tbody", () -> rows.stream().limit(cap).forEach(row -> row(html, row)));
                }),
                "tabindex",
                "0");
        if (rows.size() > cap || !file.isEmpty()) {
            html.el("p.more", () -> more(html, rows.size(), cap, file));
        }
    }

    /** Writes the table folded behind a chart. */
    public void fold(Html html, List<R> rows, String file) {
        html.el("details", () -> {
            html.el("summary", Text.of("数据表", "Table"));
            write(html, rows, file);
        });
    }

    private void heading(Html html, Column<R> column) {
        html.el(column.number() ? "th.num" : "th", column.heading(), "scope", "col");
    }

    private void row(Html html, R row) {
        html.el(
                "tr",
                () -> columns.forEach(column -> html.el(
                        column.number() ? "td.num" : "td", () -> column.cell().accept(html, row))));
    }

    private static void more(Html html, int rows, int cap, String file) {
        if (rows > cap) {
            html.text(Text.of(
                    "共 " + Format.count(rows) + " 行，此处列前 " + cap + " 行。",
                    Format.count(rows) + " rows, the first " + cap + " are listed. "));
        }
        if (!file.isEmpty()) {
            html.text(Text.of("完整数据：", "All of it: ")).data(file);
        }
    }
}
