package org.signalup.register.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RefusedException;
import org.signalup.ledger.LedgerRows;
import org.signalup.register.Entry;
import org.signalup.register.Subject;
import org.signalup.standards.Programme;

/** What a form says, checked as a file would be, as a row of its table. */
public final class Stated {
    private Stated() {}

    /**
     * Cells as a row.
     *
     * @param before the line that is changed: its geometry and sections stay
     * @throws RefusedException with everything that is wrong
     */
    public static Map<String, Object> row(
            Subject subject, Map<String, String> cells, Entry before, Programme programme, LedgerRows.Known known) {
        return switch (subject) {
            case PLACE ->
                Rows.of(one(LedgerRows.of(LedgerRows.Columns.PLACES, List.of(cells), programme, known)
                        .places()));
            case KEY_POINT ->
                Rows.of(one(LedgerRows.of(LedgerRows.Columns.KEY_POINTS, List.of(cells), programme, known)
                        .keyPoints()));
            case LINE -> line(cells, before, programme);
            case INSTRUMENT ->
                Rows.of(one(LedgerRows.of(LedgerRows.Columns.INSTRUMENTS, List.of(cells), programme, known)
                        .instruments()));
        };
    }

    private static Map<String, Object> line(Map<String, String> cells, Entry before, Programme programme) {
        Map<String, Object> feature = new LinkedHashMap<>();
        ((Map<?, ?>) before.values().get("feature")).forEach((name, value) -> feature.put(String.valueOf(name), value));
        Map<String, Object> properties = new LinkedHashMap<>();
        ((Map<?, ?>) feature.get("properties")).forEach((name, value) -> properties.put(String.valueOf(name), value));
        cells.forEach((column, text) -> {
            if (!column.equals("feature") && Subject.LINE.columns().contains(column)) {
                properties.put(column, text);
            }
        });
        properties.put("line_id", before.id());
        feature.put("properties", properties);
        String collection = KnownEntries.collection(List.of(Json.write(feature)));
        return Rows.of(one(LedgerRows.ofLines(collection, programme).lines()));
    }

    private static <T> T one(List<LedgerRows.Row<T>> rows) {
        LedgerRows.Row<T> row = rows.get(0);
        return row.value().orElseThrow(() -> new RefusedException(row.errors()));
    }
}
