package org.signalup.web.internal.overview;

import java.util.HashMap;
import java.util.Map;
import org.signalup.web.internal.overview.PlaceCells.Cell;
import org.signalup.web.internal.site.Counts;

/** Counts by scenario and operator. */
public final class ByOperator {
    private final Map<String, Map<String, Counts>> counts = new HashMap<>();

    ByOperator(PlaceCells cells) {
        cells.by(Cell::operator)
                .keySet()
                .forEach(operator -> counts.put(operator, cells.of(operator).by(Cell::scenario)));
    }

    public Counts of(String scenario, String operator) {
        return counts.getOrDefault(operator, Map.of()).getOrDefault(scenario, Counts.NONE);
    }
}
