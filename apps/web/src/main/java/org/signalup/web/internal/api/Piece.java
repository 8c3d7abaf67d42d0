package org.signalup.web.internal.api;

import java.util.Optional;

/**
 * Which piece of a list is asked for: {@code ?limit=&after=}.
 *
 * @param limit rows at most
 */
public record Piece(int limit, Optional<Cursor> after) {
    static final int USUAL = 100;
    static final int MOST = 1_000;

    /** How many to read: one more tells whether there is a next piece. */
    public int limitAndOne() {
        return limit + 1;
    }

    /** The number of the last row shown, of a list in the order of one number; {@code atFirst} for the first piece. */
    public long afterNumber(long atFirst) {
        return after.map(Cursor::number).orElse(atFirst);
    }
}
