package org.signalup.intake.internal.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Remembers what a cell's bytes mean, so that a word met a million times is understood once. Bounded: it forgets all
 * when full.
 */
final class ByteDictionary<V> {
    private static final int CAPACITY = 1 << 17;
    private static final int FULL = CAPACITY / 2;

    private final Function<String, V> meaning;
    private byte[][] keys = new byte[256][];
    private Object[] values = new Object[256];
    private int size;
    private byte[] lastKey = {};
    private V lastValue;

    ByteDictionary(Function<String, V> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of {@code bytes[start, end)}; never null. */
    V get(byte[] bytes, int start, int end) {
        if (lastValue != null && Arrays.equals(lastKey, 0, lastKey.length, bytes, start, end)) {
            return lastValue;
        }
        int slot = find(keys, bytes, start, end);
        if (keys[slot] == null) {
            slot = add(bytes, start, end);
        }
        lastKey = keys[slot];
        lastValue = value(slot);
        return lastValue;
    }

    @SuppressWarnings("unchecked")
    private V value(int slot) {
        return (V) values[slot];
    }

    private int add(byte[] bytes, int start, int end) {
        if (size >= FULL) {
            keys = new byte[256][];
            values = new Object[256];
            size = 0;
        } else if (size * 2 >= keys.length) {
            grow();
        }
        byte[] key = Arrays.copyOfRange(bytes, start, end);
        int slot = find(keys, key, 0, key.length);
        keys[slot] = key;
        values[slot] = meaning.apply(new String(key, StandardCharsets.UTF_8));
        size++;
        return slot;
    }

    private void grow() {
        byte[][] wider = new byte[keys.length * 2][];
        Object[] moved = new Object[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != null) {
                int slot = find(wider, keys[i], 0, keys[i].length);
                wider[slot] = keys[i];
                moved[slot] = values[i];
            }
        }
        keys = wider;
        values = moved;
    }

    private static int find(byte[][] keys, byte[] bytes, int start, int end) {
        int mask = keys.length - 1;
        int slot = hash(bytes, start, end) & mask;
        while (keys[slot] != null && !Arrays.equals(keys[slot], 0, keys[slot].length, bytes, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return ((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 8;
    }
}
