package org.signalup.web.internal.quality;

import java.util.List;
import org.signalup.evaluate.ResultTables;

/**
 * A device whose reading never changed: the sign of a default written in the place of a measurement.
 *
 * @param what the column, {@code rsrp} or {@code sinr}
 * @param value in dBm or dB
 */
public record Unchanging(String device, String operator, int rat, String what, double value, long rows) {
    private static final int SHOWN = 20;

    /** Those with the most rows. */
    static List<Unchanging> of(ResultTables tables) {
        return tables.list(
                "SELECT device, operator, rat, what, value, n FROM (" + of("rsrp", "rsrp_mdbm") + " UNION ALL "
                        + of("sinr", "sinr_mdb") + ") AS u ORDER BY n DESC, device, operator, rat, what LIMIT ?",
                row -> new Unchanging(
                        row.text(0), row.text(1), row.getInt(2), row.text(3), row.getLong(4) / 1000.0, row.getLong(5)),
                SHOWN);
    }

    /** One reading proves nothing, two may agree by chance: the more rows the odder, so the list begins with the most. */
    private static String of(String what, String column) {
        return "SELECT device_id AS device, operator, rat, '" + what + "' AS what, MIN(" + column
                + ") AS value, COUNT(*) AS n FROM sample WHERE " + column + " IS NOT NULL AND device_id IS NOT NULL"
                + " GROUP BY device_id, operator, rat HAVING MIN(" + column + ") = MAX(" + column
                + ") AND COUNT(*) > 2";
    }
}
