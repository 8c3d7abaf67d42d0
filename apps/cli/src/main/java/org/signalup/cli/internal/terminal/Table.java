package org.signalup.cli.internal.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: the first column to the left, numbers to the right, aligned by display width. */
public final class Table {
    private static final String GAP = "  ";
    private static final int WIDEST_CELL = 36;

    /** A piece of text and what it means. */
    public record Cell(String text, Style style) {
        public Cell {
            text = DisplayWidth.fit(Terminal.clean(text).replace('\n', ' '), WIDEST_CELL);
        }

        public static Cell of(String text) {
            return new Cell(text, Style.PLAIN);
        }

        public static Cell of(long number) {
            return of(String.format("%,d", number));
        }
    }

    private final List<String> headings;
    private final int leftColumns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Table(int leftColumns, List<String> headings) {
        this.leftColumns = leftColumns;
        this.headings = List.copyOf(headings);
    }

    /** @param leftColumns how many of the first columns hold words, not numbers */
    public static Table of(int leftColumns, String... headings) {
        return new Table(leftColumns, List.of(headings));
    }

    public Table row(List<Cell> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException("cells: " + cells.size() + " (expected: " + headings.size() + ")");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Terminal terminal) {
        int[] widths = widths();
        terminal.out().println(terminal.out(Style.FAINT, line(headings, widths)));
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                Cell cell = row.get(i);
                String padded = DisplayWidth.pad(cell.text(), widths[i], i >= leftColumns);
                line.append(GAP).append(terminal.out(cell.style(), padded));
            }
            terminal.out().println(line.toString().stripTrailing());
        }
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int cells = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(column).text()))
                    .max()
                    .orElse(0);
            widths[i] = Math.max(DisplayWidth.of(headings.get(i)), cells);
        }
        return widths;
    }

    private String line(List<String> texts, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(GAP).append(DisplayWidth.pad(texts.get(i), widths[i], i >= leftColumns));
        }
        return line.toString().stripTrailing();
    }
}
