package org.signalup.evaluate.internal.match;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Sets of targets that positions were found to have, numbered as they come: the numbers mean nothing outside a run. Asked
 * for millions of times and extended some thousand times, by several threads.
 */
final class TargetSets {
    private static final int SPREAD = 0x9E3779B9;

    private volatile int[][] sets = new int[256][];
    /** By hash the number of a set and 1, 0 where there is none; replaced when it is half full. */
    private volatile AtomicIntegerArray table = new AtomicIntegerArray(1024);

    private int count;

    /** The number of the set of the first {@code size} of these targets. */
    int number(int[] targets, int size) {
        int known = find(table, targets, size);
        return known > 0 ? known - 1 : add(targets, size);
    }

    /** The targets of a set. */
    int[] get(int number) {
        return sets[number];
    }

    /** A number and 1; 0 for a set that is not there. */
    private int find(AtomicIntegerArray known, int[] targets, int size) {
        int mask = known.length() - 1;
        int slot = hash(targets, size) & mask;
        for (int number = known.get(slot); number != 0; number = known.get(slot)) {
            int[] set = sets[number - 1];
            if (Arrays.equals(set, 0, set.length, targets, 0, size)) {
                return number;
            }
            slot = slot + 1 & mask;
        }
        return 0;
    }

    private synchronized int add(int[] targets, int size) {
        int known = find(table, targets, size);
        if (known > 0) {
            return known - 1;
        }
        if (count == sets.length) {
            sets = Arrays.copyOf(sets, count * 2);
        }
        sets[count] = Arrays.copyOf(targets, size);
        count++;
        if (count * 2 > table.length()) {
            AtomicIntegerArray longer = new AtomicIntegerArray(table.length() * 2);
            for (int number = 1; number <= count; number++) {
                put(longer, number);
            }
            table = longer;
        } else {
            put(table, count);
        }
        return count - 1;
    }

    private void put(AtomicIntegerArray into, int number) {
        int[] set = sets[number - 1];
        int mask = into.length() - 1;
        int slot = hash(set, set.length) & mask;
        while (into.get(slot) != 0) {
            slot = slot + 1 & mask;
        }
        into.set(slot, number);
    }

    private static int hash(int[] targets, int size) {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = (hash ^ targets[i]) * SPREAD;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
