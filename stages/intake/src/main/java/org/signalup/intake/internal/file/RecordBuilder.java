package org.signalup.intake.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.signalup.intake.RejectCode;

/** Makes a {@link FileRecord} of values that are not text in a file. */
public final class RecordBuilder {
    private final FileRecord record = new FileRecord();
    private byte[] bytes = new byte[1 << 12];
    private int length;

    /** Begins a record that starts at a line. */
    public RecordBuilder begin(long line) {
        record.clear();
        record.line = line;
        length = 0;
        return this;
    }

    /** Adds a cell; null for an empty one. */
    public void add(String value) {
        byte[] cell = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        if (length + cell.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + cell.length));
        }
        System.arraycopy(cell, 0, bytes, length, cell.length);
        record.add(length, length + cell.length);
        length += cell.length;
    }

    int count() {
        return record.count();
    }

    /** The record, valid until the next one begins. */
    public FileRecord end() {
        record.bytes = bytes;
        return record;
    }

    /** The same of one that cannot be read. */
    public FileRecord end(RejectCode fault) {
        record.fault = fault;
        return end();
    }
}
