package org.signalup.intake.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes a {@link FileRecord} of values that are not text in a file. */
final class RecordBuilder {
    private final FileRecord record = new FileRecord();
    private byte[] bytes = new byte[1 << 12];
    private int length;

    RecordBuilder begin(long line) {
        record.clear();
        record.line = line;
        length = 0;
        return this;
    }

    void add(String value) {
        byte[] cell = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        if (length + cell.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + cell.length));
        }
        System.arraycopy(cell, 0, bytes, length, cell.length);
        record.add(length, length + cell.length);
        length += cell.length;
    }

    /** The record whose cells {@code whole} has, each but the last followed by {@code separator}. */
    FileRecord split(String whole, byte separator) {
        bytes = whole.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == separator) {
                record.add(start, at);
                start = at + 1;
            }
        }
        record.add(start, bytes.length);
        return end();
    }

    int count() {
        return record.count();
    }

    FileRecord end() {
        record.bytes = bytes;
        return record;
    }
}
