package org.signalup.evaluate.internal.write;

import org.signalup.engine.Column;

/** How a column of a contract file is written; a missing value is empty. */
enum Cell {
    TEXT(Column.Type.VARCHAR, 0),
    COUNT(Column.Type.BIGINT, 0),
    SHARE(Column.Type.DOUBLE, 6),
    METRES(Column.Type.DOUBLE, 3),
    RATE(Column.Type.DOUBLE, 3),
    SCORE(Column.Type.DOUBLE, 2),
    /** A number of whatever unit its row has: at most six decimals, no trailing zeros. */
    PLAIN(Column.Type.DOUBLE, 6);

    private final Column.Type type;
    private final int decimals;

    Cell(Column.Type type, int decimals) {
        this.type = type;
        this.decimals = decimals;
    }

    Column.Type type() {
        return type;
    }

    String text(CellRow row, int column) {
        if (row.isMissing(column)) {
            return "";
        }
        return switch (this) {
            case TEXT -> row.text(column);
            case COUNT -> Long.toString(row.count(column));
            case PLAIN -> Decimals.shortest(row.number(column), decimals);
            default -> Decimals.text(row.number(column), decimals);
        };
    }
}
