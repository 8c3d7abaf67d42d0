package org.signalup.evaluate.internal.write;

import org.signalup.engine.Column;

/** How a column of a contract file is written; a missing value is empty. */
enum Cell {
    /** A text of its own, an id for example. */
    TEXT(Column.Type.VARCHAR, 0),
    /** One word of a few, for example a verdict. */
    CODE(Column.Type.VARCHAR, 0),
    COUNT(Column.Type.BIGINT, 0),
    SHARE(Column.Type.DOUBLE, 6),
    /** Gathered in millimetres, written in metres. */
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

    int decimals() {
        return decimals;
    }
}
