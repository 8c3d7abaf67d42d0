package org.signalup.web.internal.result;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Measure;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultTables;

/** How levels, rates and latency of one place or line are spread. */
public final class Quantiles {
    private static final String LEVELS = "measure IN ('" + Measure.RSRP.code() + "', '" + Measure.SINR.code() + "')";

    private Quantiles() {}

    /**
     * Of an object, {@code PLACE} or {@code LINE}: levels of both networks, then rates and latency of one network row. None in
     * evaluations made before it was told.
     */
    public static List<QuantileRow> list(ResultTables tables, String object, String id, RatRow rat) {
        if (!tables.has("quantiles")) {
            return List.of();
        }
        return tables.list(
                "SELECT operator, rat, measure, method, samples, p05, p50, p95, within FROM quantiles WHERE object = ? AND object_id = ?"
                        + " AND (" + LEVELS + " OR rat = ?) ORDER BY CASE WHEN " + LEVELS
                        + " THEN 0 WHEN measure = '" + Measure.LATENCY.code()
                        + "' THEN 2 ELSE 1 END, rat DESC, measure, method, operator",
                row -> new QuantileRow(
                        object,
                        id,
                        row.text(0),
                        Coded.find(RatRow.class, row.text(1)).orElseThrow(),
                        Coded.find(Measure.class, row.text(2)).orElseThrow(),
                        row.findText(3).orElse(""),
                        row.getLong(4),
                        row.getDouble(5),
                        row.getDouble(6),
                        row.getDouble(7),
                        row.getDouble(8)),
                object,
                id,
                rat.code());
    }
}
