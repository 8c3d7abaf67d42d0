package org.signalup.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The readings of one instrument, in any order. */
public final class Series {
    private static final double HALF = 0.5;

    private final Map<Slot, Values> slots = new TreeMap<>();

    public Series add(Slot slot, double value) {
        slots.computeIfAbsent(slot, unused -> new Values()).add(value);
        return this;
    }

    /** How many slots have a reading. */
    public int slots() {
        return slots.size();
    }

    /** One pair for each slot that both have, in the order of the slots: neighbours in time do not count twice. */
    public List<Pair> paired(Series other) {
        List<Pair> pairs = new ArrayList<>();
        slots.forEach((slot, values) -> {
            Values there = other.slots.get(slot);
            if (there != null) {
                pairs.add(new Pair(slot, values.median(), there.median()));
            }
        });
        return pairs;
    }

    /**
     * What both read in one slot.
     *
     * @param reference median of the reference
     * @param other median of the other
     */
    public record Pair(Slot slot, double reference, double other) {
        public double difference() {
            return other - reference;
        }

        public double mean() {
            return (reference + other) * HALF;
        }
    }

    private static final class Values {
        private double[] values = new double[4];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        double median() {
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) * HALF;
        }
    }
}
