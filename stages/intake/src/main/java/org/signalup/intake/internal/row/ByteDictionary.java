package org.signalup.intake.internal.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Remembers what a cell's bytes mean, so that a word met a million times is understood once. Words of up to eight bytes
 * are one number and one comparison. Bounded: it forgets all when full.
 */
final class ByteDictionary<V> {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FULL = 1 << 16;
    private static final int FIRST_SIZE = 256;

    private final Function<String, V> meaning;
    /** Short words by their bytes as a number; text has no zero bytes, so no two are alike and none is 0. */
    private long[] shortKeys = new long[FIRST_SIZE];

    private Object[] shortValues = new Object[FIRST_SIZE];
    private int shortSize;
    private byte[][] keys = new byte[FIRST_SIZE][];
    private Object[] values = new Object[FIRST_SIZE];
    private int size;

    ByteDictionary(Function<String, V> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of {@code bytes[start, end)}, which is not empty; never null. */
    V get(byte[] bytes, int start, int end) {
        if (end - start <= Long.BYTES && start + Long.BYTES <= bytes.length) {
            return getShort(bytes, start, end);
        }
        int slot = find(keys, bytes, start, end);
        if (keys[slot] == null) {
            slot = add(bytes, start, end);
        }
        return known(values[slot]);
    }

    private V getShort(byte[] bytes, int start, int end) {
        long key = (long) LONGS.get(bytes, start) & (-1L >>> (Long.SIZE - Byte.SIZE * (end - start)));
        int slot = findShort(shortKeys, key);
        if (shortKeys[slot] != key) {
            slot = addShort(key, new String(bytes, start, end - start, StandardCharsets.UTF_8));
        }
        return known(shortValues[slot]);
    }

    @SuppressWarnings("unchecked")
    private V known(Object value) {
        return (V) value;
    }

    private int addShort(long key, String word) {
        V value = meaning.apply(word);
        if (shortSize >= FULL) {
            shortKeys = new long[FIRST_SIZE];
            shortValues = new Object[FIRST_SIZE];
            shortSize = 0;
        } else if (shortSize * 2 >= shortKeys.length) {
            growShort();
        }
        int slot = findShort(shortKeys, key);
        shortKeys[slot] = key;
        shortValues[slot] = value;
        shortSize++;
        return slot;
    }

    private void growShort() {
        long[] wider = new long[shortKeys.length * 2];
        Object[] moved = new Object[shortKeys.length * 2];
        for (int i = 0; i < shortKeys.length; i++) {
            if (shortKeys[i] != 0) {
                int slot = findShort(wider, shortKeys[i]);
                wider[slot] = shortKeys[i];
                moved[slot] = shortValues[i];
            }
        }
        shortKeys = wider;
        shortValues = moved;
    }

    private static int findShort(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = mix(key) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int add(byte[] bytes, int start, int end) {
        byte[] key = Arrays.copyOfRange(bytes, start, end);
        V value = meaning.apply(new String(key, StandardCharsets.UTF_8));
        if (size >= FULL) {
            keys = new byte[FIRST_SIZE][];
            values = new Object[FIRST_SIZE];
            size = 0;
        } else if (size * 2 >= keys.length) {
            grow();
        }
        int slot = find(keys, key, 0, key.length);
        keys[slot] = key;
        values[slot] = value;
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
        long hash = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; at < end; at++) {
            hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
        }
        return mix(hash);
    }

    private static int mix(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
