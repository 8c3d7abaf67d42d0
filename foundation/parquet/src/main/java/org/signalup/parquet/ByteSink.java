package org.signalup.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing array of bytes, little end first. */
final class ByteSink {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[256];
    private int length;

    ByteSink int8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteSink int32(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
        return this;
    }

    void setInt32(int at, int value) {
        INTS.set(bytes, at, value);
    }

    ByteSink varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            int8((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return int8((int) rest);
    }

    ByteSink put(byte[] source) {
        return put(source, source.length);
    }

    ByteSink put(ByteSink source) {
        return put(source.bytes, source.length);
    }

    ByteSink put(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** The first {@code count} values as 32-bit integers. */
    ByteSink ints(long[] values, int count) {
        room(count * Integer.BYTES);
        byte[] target = bytes;
        int at = length;
        for (int i = 0; i < count; i++, at += Integer.BYTES) {
            INTS.set(target, at, (int) values[i]);
        }
        length = at;
        return this;
    }

    /** The first {@code count} values as 64-bit integers. */
    ByteSink longs(long[] values, int count) {
        room(count * Long.BYTES);
        byte[] target = bytes;
        int at = length;
        for (int i = 0; i < count; i++, at += Long.BYTES) {
            LONGS.set(target, at, values[i]);
        }
        length = at;
        return this;
    }

    /**
     * The first {@code count} values in {@code width} ≤ 24 bits each, low bits first, padded to groups of eight.
     *
     * @param values not negative; what lies behind {@code count} is overwritten
     */
    ByteSink packed(long[] values, int count, int width) {
        int padded = (count + 7) / 8 * 8;
        Arrays.fill(values, count, Math.min(padded, values.length), 0);
        room(padded / 8 * width + Long.BYTES);
        long pending = 0;
        int bits = 0;
        for (int i = 0; i < padded; i++) {
            pending |= (i < values.length ? values[i] : 0) << bits;
            bits += width;
            if (bits >= Integer.SIZE) {
                INTS.set(bytes, length, (int) pending);
                length += Integer.BYTES;
                pending >>>= Integer.SIZE;
                bits -= Integer.SIZE;
            }
        }
        LONGS.set(bytes, length, pending);
        length += bits / Byte.SIZE;
        return this;
    }

    /** Adds {@code source} compressed. */
    ByteSink zstd(ByteSink source) {
        int bound = Math.toIntExact(Zstd.compressBound(source.length));
        room(bound);
        long stored = Zstd.compressByteArray(
                bytes, length, bound, source.bytes, 0, source.length, Zstd.defaultCompressionLevel());
        if (Zstd.isError(stored)) {
            throw new IllegalStateException("zstd: " + Zstd.getErrorName(stored) + " (expected: compressed bytes)");
        }
        length += Math.toIntExact(stored);
        return this;
    }

    ByteSink clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
