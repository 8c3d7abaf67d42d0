package org.signalup.instrument;

import java.util.Comparator;
import org.signalup.domain.TextOrder;

/**
 * Where and when two instruments are side by side.
 *
 * @param startMs start of the slot of time, UTC milliseconds
 * @param place key point, stretch of a line or cell, as {@link PairingRule} names it
 * @param network operator, rat and test mode: only what measures the same network is compared
 */
public record Slot(long startMs, String place, String network) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER = Comparator.comparingLong(Slot::startMs)
            .thenComparing(Slot::place, TextOrder.CODE_POINTS)
            .thenComparing(Slot::network, TextOrder.CODE_POINTS);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }
}
