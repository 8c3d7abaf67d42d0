package org.signalup.parquet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Thrift's compact protocol, as far as Parquet's metadata needs it. */
final class ThriftWriter {
    static final int I32 = 5;
    static final int I64 = 6;
    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteSink out = new ByteSink();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    void i32(int field, int value) {
        header(field, I32);
        zigzag(value);
    }

    void i64(int field, long value) {
        header(field, I64);
        zigzag(value);
    }

    void text(int field, String value) {
        header(field, BINARY);
        element(value);
    }

    void bytes(int field, ByteSink value) {
        header(field, BINARY);
        out.varint(value.length());
        out.put(value);
    }

    void list(int field, int type, int size) {
        header(field, LIST);
        if (size < SHORT_LIST) {
            out.int8(size << 4 | type);
        } else {
            out.int8(0xF0 | type);
            out.varint(size);
        }
    }

    /** Begins a structure that is a field. */
    void struct(int field) {
        header(field, STRUCT);
        begin();
    }

    /** Begins a structure that is an element of a list. */
    void begin() {
        outer.push(last);
        last = 0;
    }

    void end() {
        stop();
        last = outer.pop();
    }

    /** Ends the outermost structure. */
    void stop() {
        out.int8(0);
    }

    void element(int value) {
        zigzag(value);
    }

    void element(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.varint(bytes.length);
        out.put(bytes);
    }

    ByteSink out() {
        return out;
    }

    private void header(int field, int type) {
        out.int8((field - last) << 4 | type);
        last = field;
    }

    private void zigzag(long value) {
        out.varint((value << 1) ^ (value >> 63));
    }
}
