package org.signalup.parquet;

import java.util.Arrays;

/** Numbers the different values of a column in the order they are first met, as long as they are few. */
final class NumberDictionary {
    private static final int LARGEST = 4096;
    private static final int SLOTS = LARGEST * 2;
    private static final int HASH_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(SLOTS);

    private final long[] keys = new long[SLOTS];
    /** By slot, one more than the place; 0 = free. */
    private final short[] taken = new short[SLOTS];

    private final long[] values = new long[LARGEST];
    private final long[] places;
    private int size;
    private boolean full;

    NumberDictionary(int pageRows) {
        this.places = new long[pageRows];
    }

    /** The place of each of the first {@code count} values; null when they, or values before, are too many. */
    long[] places(long[] column, int count) {
        int before = size;
        for (int i = 0; i < count && !full; i++) {
            int slot = find(column[i]);
            if (taken[slot] == 0 && size == LARGEST) {
                full = true;
            } else {
                places[i] = placeAt(slot, column[i]);
            }
        }
        // A dictionary that no page uses would only cost room.
        size = full ? before : size;
        return full ? null : places;
    }

    int size() {
        return size;
    }

    /** The values by place; the first {@link #size} count. */
    long[] values() {
        return values;
    }

    void clear() {
        Arrays.fill(taken, (short) 0);
        size = 0;
        full = false;
    }

    private long placeAt(int slot, long value) {
        if (taken[slot] == 0) {
            keys[slot] = value;
            values[size++] = value;
            taken[slot] = (short) size;
        }
        return taken[slot] - 1L;
    }

    private int find(long value) {
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> HASH_SHIFT);
        while (taken[slot] != 0 && keys[slot] != value) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
