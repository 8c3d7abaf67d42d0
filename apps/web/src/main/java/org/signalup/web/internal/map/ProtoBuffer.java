package org.signalup.web.internal.map;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** As much of Protocol Buffers as a vector tile needs: varints and fields that hold bytes. */
final class ProtoBuffer {
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** A small signed number stays short: 0, -1, 1, -2 become 0, 1, 2, 3. */
    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    void number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
    }

    void text(int field, String text) {
        bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    void message(int field, ProtoBuffer message) {
        bytes(field, message.toBytes());
    }

    void bytes(int field, byte[] bytes) {
        varint(((long) field << 3) | BYTES);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    void append(ProtoBuffer more) {
        out.writeBytes(more.toBytes());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
