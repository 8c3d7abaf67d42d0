package org.signalup.web.internal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A piece of a list.
 *
 * @param next the cursor to go on with as {@code after}; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listing<T>(List<T> items, String next) {
    /**
     * A piece of rows read with one more than asked for: whether that one came says whether there are more.
     *
     * @param cursor what the last row shown is found again by
     */
    public static <T> Listing<T> of(List<T> rowsAndOne, Piece piece, Function<T, Cursor> cursor) {
        if (rowsAndOne.size() <= piece.limit()) {
            return new Listing<>(List.copyOf(rowsAndOne), null);
        }
        List<T> shown = List.copyOf(rowsAndOne.subList(0, piece.limit()));
        return new Listing<>(shown, cursor.apply(shown.get(shown.size() - 1)).text());
    }

    /** The same list with its items told otherwise. */
    public <U> Listing<U> map(Function<T, U> told) {
        return new Listing<>(items.stream().map(told).toList(), next);
    }
}
