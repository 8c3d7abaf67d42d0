package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultTables;

/** Rates of one place or line. */
public final class Rates {
    private Rates() {}

    /** All rows of an object, {@code PLACE} or {@code LINE}, on one network row. */
    public static List<RateRow> list(ResultTables tables, String object, String id, RatRow rat) {
        return tables.list(
                """
                SELECT object, object_id, operator, rat, direction, method, tests, devices, mean, low, high, clipped_mean, median,
                  p10, share_ok, share_low, share_high, verdict FROM rates
                WHERE object = ? AND object_id = ? AND rat = ? AND tests > 0 ORDER BY method, direction, operator""",
                row -> new RateRow(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        Coded.find(RatRow.class, row.text(3)).orElseThrow(),
                        Coded.find(Direction.class, row.text(4)).orElseThrow(),
                        row.text(5),
                        row.getLong(6),
                        row.findLong(7).orElse(0),
                        row.findDouble(8),
                        row.findDouble(9),
                        row.findDouble(10),
                        row.findDouble(11),
                        row.findDouble(12),
                        row.findDouble(13),
                        row.findDouble(14),
                        row.findDouble(15),
                        row.findDouble(16),
                        row.findText(17).flatMap(code -> Coded.find(Verdict.class, code))),
                object,
                id,
                rat.code());
    }
}
