package org.signalup.ledger.internal.table;

import org.signalup.domain.Text;

/** A file cannot be read as what it claims to be. */
public final class UnreadableException extends Exception {
    private final long row;
    private final String code;
    private final transient Text text;

    UnreadableException(long row, String code, Text text) {
        super(text.en());
        this.row = row;
        this.code = code;
        this.text = text;
    }

    static UnreadableException file(String code, String zh, String en) {
        return new UnreadableException(0, code, Text.of(zh, en));
    }

    static UnreadableException row(long row, String code, String zh, String en) {
        return new UnreadableException(row, code, Text.of(zh, en));
    }

    /** Physical line, 0 for the whole file. */
    public long row() {
        return row;
    }

    public String code() {
        return code;
    }

    public Text text() {
        return text;
    }
}
