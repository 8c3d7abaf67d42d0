package org.signalup.ledger.internal.table;

import java.util.List;

/**
 * A file with a heading row, as text.
 *
 * @param file name as shown to the user
 */
public record Table(String file, List<String> headings, List<Row> rows, boolean spreadsheet) {
    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * One record.
     *
     * @param line physical line where it starts, the first line of the file is 1
     * @param cells as many as there are headings
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
