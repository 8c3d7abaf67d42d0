package org.signalup.intake.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.signalup.intake.RejectCode;

/** The current record of a file: cells as ranges of UTF-8 bytes. Valid only while its reader's handler runs. */
public final class FileRecord {
    byte[] bytes = {};
    int[] starts = new int[64];
    int[] ends = new int[64];
    int count;
    long line;
    RejectCode fault;

    public byte[] bytes() {
        return bytes;
    }

    public int start(int cell) {
        return starts[cell];
    }

    public int end(int cell) {
        return ends[cell];
    }

    public int count() {
        return count;
    }

    /** Physical line where the record starts; the first line is 1. */
    public long line() {
        return line;
    }

    /** Whether it cannot be read at all, as a quoted field that did not end properly cannot. */
    public boolean broken() {
        return fault != null;
    }

    /** Why it cannot be read; null when it can. */
    public RejectCode fault() {
        return fault;
    }

    public String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }

    /** All cells, without the spaces around them. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            texts.add(text(cell).strip());
        }
        return texts;
    }

    /** Whether there is nothing but white space in the cell. */
    public boolean blank(int cell) {
        for (int i = starts[cell]; i < ends[cell]; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    void clear() {
        count = 0;
        fault = null;
    }
}
