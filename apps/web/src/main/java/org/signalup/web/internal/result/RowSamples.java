package org.signalup.web.internal.result;

import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;

/** Which samples stand behind a network row. */
public final class RowSamples {
    private RowSamples() {}

    /**
     * SQL condition on samples or matches.
     *
     * @param alias of a table with {@code test_mode} and {@code rat}
     */
    public static String sql(RatRow row, String alias) {
        String mode = alias + ".test_mode";
        String scan = "(" + mode + " = " + TestMode.SCAN.number() + " AND " + alias + ".rat = " + row.number() + ")";
        return switch (row) {
            case ANY -> "(" + mode + " = " + TestMode.FREE.number() + ")";
            case G4 -> "(" + mode + " = " + TestMode.LOCK_4G.number() + " OR " + scan + ")";
            case G5 ->
                "(" + mode + " IN (" + TestMode.FREE.number() + ", " + TestMode.LOCK_5G.number() + ") OR " + scan + ")";
        };
    }
}
