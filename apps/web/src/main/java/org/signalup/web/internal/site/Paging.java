package org.signalup.web.internal.site;

import java.util.Map;
import org.signalup.domain.Text;

/**
 * A list shown piece by piece.
 *
 * @param page the one shown, from 1
 * @param rows rows in all
 */
public record Paging(int page, int size, long rows) {
    public static final String PARAMETER = "page";
    private static final int USUAL = 100;

    /** The number of the page in a query; 400 when it is none. */
    public static int asked(Map<String, String> query) {
        try {
            return Integer.parseInt(query.getOrDefault(PARAMETER, "1"));
        } catch (NumberFormatException e) {
            throw PageFailure.badRequest(Text.of("页码应为整数", "The page must be a whole number"));
        }
    }

    /** The page asked for; one beyond the last is the last. */
    public static Paging of(int page, long rows) {
        return of(page, USUAL, rows);
    }

    /** The same with a size of its own. */
    public static Paging of(int page, int size, long rows) {
        if (page < 1) {
            throw PageFailure.badRequest(Text.of("页码从 1 开始", "Pages are counted from 1"));
        }
        int last = (int) Math.max(1, (rows + size - 1) / size);
        return new Paging(Math.min(page, last), size, rows);
    }

    public int pages() {
        return (int) Math.max(1, (rows + size - 1) / size);
    }

    public long offset() {
        return (page - 1L) * size;
    }

    /** Number of the first row shown, from 1; 0 without rows. */
    public long first() {
        return rows == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(rows, offset() + size);
    }
}
