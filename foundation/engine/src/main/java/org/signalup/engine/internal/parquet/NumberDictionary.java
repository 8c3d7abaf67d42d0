package org.signalup.engine.internal.parquet;

import java.util.Arrays;

/** Numbers the different values of a column in the order they are first met, as long as they are few. */
final class NumberDictionary {
    private static final int LARGEST = 4096;
    private static final int SLOTS = LARGEST * 2;

    private final long[] keys = new long[SLOTS];
    private final short[] numbers = new short[SLOTS];
    private final long[] values = new long[LARGEST];
    private int size;

    /**
     * Writes the number of each of the first {@code count} values to {@code indices}; false, and nothing of use, when they
     * are too many or save nothing.
     */
    boolean number(long[] column, int count, long[] indices) {
        clear();
        int most = Math.min(LARGEST, Math.max(1, count / 2));
        for (int i = 0; i < count; i++) {
            int slot = find(column[i]);
            if (numbers[slot] == 0) {
                if (size == most) {
                    return false;
                }
                add(slot, column[i]);
            }
            indices[i] = numbers[slot] - 1L;
        }
        return count > 0;
    }

    int size() {
        return size;
    }

    /** The values by number; the first {@link #size} count. */
    long[] values() {
        return values;
    }

    private void clear() {
        Arrays.fill(numbers, (short) 0);
        size = 0;
    }

    private void add(int slot, long value) {
        keys[slot] = value;
        values[size++] = value;
        numbers[slot] = (short) size;
    }

    private int find(long value) {
        int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 51);
        while (numbers[slot] != 0 && keys[slot] != value) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
