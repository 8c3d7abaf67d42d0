package org.signalup.instrument;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalup.instrument.Series.Pair;

/** All that one instrument read. */
public final class Readings {
    private final Map<Quantity, Series> series = new EnumMap<>(Quantity.class);

    public void add(Quantity quantity, Slot slot, double value) {
        series.computeIfAbsent(quantity, unused -> new Series()).add(slot, value);
    }

    /** Side by side with another: the pairs of one quantity. */
    public List<Pair> paired(Quantity quantity, Readings other) {
        return of(quantity).paired(other.of(quantity));
    }

    private Series of(Quantity quantity) {
        return series.getOrDefault(quantity, new Series());
    }
}
