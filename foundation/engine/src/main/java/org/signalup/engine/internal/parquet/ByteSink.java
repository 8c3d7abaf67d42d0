package org.signalup.engine.internal.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing array of bytes, little end first. */
public final class ByteSink {
    private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    public ByteSink int8(int value) {
        room(1).put((byte) value);
        return this;
    }

    public ByteSink int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public ByteSink varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            int8((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return int8((int) rest);
    }

    public ByteSink put(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    public ByteSink put(byte[] bytes, int length) {
        room(length).put(bytes, 0, length);
        return this;
    }

    /** The first {@code count} values as 32-bit integers. */
    public ByteSink ints(long[] values, int count) {
        ByteBuffer target = room(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            target.putInt((int) values[i]);
        }
        return this;
    }

    /** The first {@code count} values as 64-bit integers. */
    public ByteSink longs(long[] values, int count) {
        ByteBuffer target = room(count * Long.BYTES);
        target.asLongBuffer().put(values, 0, count);
        target.position(target.position() + count * Long.BYTES);
        return this;
    }

    /** The first {@code count} values in {@code width} bits each, low bits first, padded to groups of eight. */
    public ByteSink packed(long[] values, int count, int width) {
        long pending = 0;
        int bits = 0;
        int padded = (count + 7) / 8 * 8;
        ByteBuffer target = room(padded / 8 * width);
        for (int i = 0; i < padded; i++) {
            pending |= (i < count ? values[i] : 0) << bits;
            bits += width;
            while (bits >= Byte.SIZE) {
                target.put((byte) pending);
                pending >>>= Byte.SIZE;
                bits -= Byte.SIZE;
            }
        }
        return this;
    }

    public byte[] bytes() {
        return buffer.array();
    }

    public int length() {
        return buffer.position();
    }

    public byte[] toArray() {
        return Arrays.copyOf(buffer.array(), length());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(buffer.array(), 0, buffer.position());
        }
        return buffer;
    }
}
