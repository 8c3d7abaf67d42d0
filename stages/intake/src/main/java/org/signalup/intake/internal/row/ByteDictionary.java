package org.signalup.intake.internal.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what a cell's bytes mean, so that a word met a million times is understood once. Words of up to 31 bytes are
 * four numbers that lie together and are compared as such. Bounded: it forgets all when full.
 */
final class ByteDictionary<V> {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FULL = 1 << 16;
    private static final int FIRST_SIZE = 256;
    private static final int PARTS = 4;
    private static final int PADDED = PARTS * Long.BYTES;

    private final Function<String, V> meaning;
    /** Of every place the bytes of a word, zeros behind them, and in the last byte their number; 0 there is an empty place. */
    private long[] words = new long[FIRST_SIZE * PARTS];

    private Object[] values = new Object[FIRST_SIZE];
    private int size;
    private final byte[] margin = new byte[PADDED];
    private final Map<String, V> longWords = new HashMap<>();

    ByteDictionary(Function<String, V> meaning) {
        this.meaning = meaning;
    }

    /** The meaning of {@code bytes[start, end)}, which is not empty; never null. */
    V get(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length >= PADDED) {
            return getLong(new String(bytes, start, length, StandardCharsets.UTF_8));
        }
        if (start + PADDED > bytes.length) {
            System.arraycopy(bytes, start, margin, 0, length);
            return get(margin, 0, length);
        }
        long a = part(bytes, start, length);
        long b = part(bytes, start + 8, length - 8);
        long c = part(bytes, start + 16, length - 16);
        long d = part(bytes, start + 24, length - 24) | (long) length << 56;
        int place = find(a, b, c, d);
        if (words[place * PARTS + 3] == 0) {
            place = add(new String(bytes, start, length, StandardCharsets.UTF_8), a, b, c, d);
        }
        return known(values[place]);
    }

    @SuppressWarnings("unchecked")
    private V known(Object value) {
        return (V) value;
    }

    private V getLong(String word) {
        V value = longWords.get(word);
        if (value == null) {
            if (longWords.size() >= FULL) {
                longWords.clear();
            }
            value = meaning.apply(word);
            longWords.put(word, value);
        }
        return value;
    }

    /** Eight bytes as a number, of which the first {@code length} count. */
    private static long part(byte[] bytes, int start, int length) {
        if (length <= 0) {
            return 0;
        }
        long eight = (long) LONGS.get(bytes, start);
        return length >= Long.BYTES ? eight : eight & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }

    private int add(String word, long a, long b, long c, long d) {
        V value = meaning.apply(word);
        if (size >= FULL) {
            words = new long[FIRST_SIZE * PARTS];
            values = new Object[FIRST_SIZE];
            size = 0;
        } else if (size * 2 >= values.length) {
            grow();
        }
        size++;
        return place(a, b, c, d, value);
    }

    private void grow() {
        long[] old = words;
        Object[] oldValues = values;
        words = new long[old.length * 2];
        values = new Object[oldValues.length * 2];
        for (int i = 0; i < oldValues.length; i++) {
            int at = i * PARTS;
            if (old[at + 3] != 0) {
                place(old[at], old[at + 1], old[at + 2], old[at + 3], oldValues[i]);
            }
        }
    }

    private int place(long a, long b, long c, long d, Object value) {
        int place = find(a, b, c, d);
        int at = place * PARTS;
        words[at] = a;
        words[at + 1] = b;
        words[at + 2] = c;
        words[at + 3] = d;
        values[place] = value;
        return place;
    }

    private int find(long a, long b, long c, long d) {
        long[] all = words;
        int mask = all.length - 1;
        int at = (hash(a, b, c, d) * PARTS) & mask;
        while (all[at + 3] != 0 && !(all[at] == a && all[at + 1] == b && all[at + 2] == c && all[at + 3] == d)) {
            at = (at + PARTS) & mask;
        }
        return at / PARTS;
    }

    private static int hash(long a, long b, long c, long d) {
        long mixed = (a ^ Long.rotateLeft(b, 23) ^ Long.rotateLeft(c, 41) ^ d) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
