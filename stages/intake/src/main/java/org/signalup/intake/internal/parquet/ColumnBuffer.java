package org.signalup.intake.internal.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The values of one column of one row group. Texts are numbered in a dictionary; a number that never changes is one, too. */
final class ColumnBuffer {
    private static final int LARGEST_DICTIONARY = 1 << 15;

    /** What a column holds. */
    enum Kind {
        FLAG(0),
        INT(1),
        LONG(2),
        TEXT(6);

        private final int physicalType;

        Kind(int physicalType) {
            this.physicalType = physicalType;
        }

        int physicalType() {
            return physicalType;
        }
    }

    private final Kind kind;
    private final int capacity;
    private long[] values = {};
    private byte[] present = {};
    private int count;
    private boolean constant = true;
    private final TextNumbers texts = new TextNumbers();

    ColumnBuffer(Kind kind, int capacity) {
        this.kind = kind;
        this.capacity = capacity;
    }

    void put(int row, long value) {
        if (values.length == 0) {
            values = new long[capacity];
            present = new byte[(capacity + 7) / 8];
        }
        constant &= count == 0 || value == values[0];
        values[count++] = value;
        present[row >> 3] |= (byte) (1 << (row & 7));
    }

    void put(int row, String text) {
        put(row, texts.number(text));
    }

    boolean usesDictionary() {
        if (kind == Kind.TEXT) {
            return count > 0 && texts.size() <= LARGEST_DICTIONARY;
        }
        return kind != Kind.FLAG && constant && count > 0;
    }

    int dictionarySize() {
        return kind == Kind.TEXT ? texts.size() : 1;
    }

    ByteSink dictionaryPage() {
        ByteSink page = new ByteSink();
        if (kind == Kind.TEXT) {
            texts.texts().forEach(text -> text(page, text));
        } else {
            plain(page, 1);
        }
        return page;
    }

    ByteSink dataPage(int rows) {
        ByteSink page = new ByteSink();
        levels(page, rows);
        if (usesDictionary()) {
            indices(page);
        } else if (kind == Kind.TEXT) {
            for (int i = 0; i < count; i++) {
                text(page, texts.texts().get((int) values[i]));
            }
        } else {
            plain(page, count);
        }
        return page;
    }

    void clear() {
        count = 0;
        constant = true;
        Arrays.fill(present, (byte) 0);
        texts.clear();
    }

    /** Which rows have a value: one run where all or none have, else a bit each. */
    private void levels(ByteSink page, int rows) {
        ByteSink levels = new ByteSink();
        if (count == 0 || count == rows) {
            levels.varint((long) rows << 1).int8(count == 0 ? 0 : 1);
        } else {
            int groups = (rows + 7) / 8;
            levels.varint((long) groups << 1 | 1).put(present, groups);
        }
        page.int32(levels.length()).put(levels.bytes(), levels.length());
    }

    private void indices(ByteSink page) {
        int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(dictionarySize() - 1));
        page.int8(width);
        if (dictionarySize() == 1) {
            page.varint((long) count << 1).int8(0);
        } else {
            page.varint((long) ((count + 7) / 8) << 1 | 1).packed(values, count, width);
        }
    }

    private void plain(ByteSink page, int number) {
        switch (kind) {
            case INT -> page.ints(values, number);
            case LONG -> page.longs(values, number);
            case FLAG -> page.packed(values, number, 1);
            case TEXT -> throw new IllegalStateException("kind: TEXT (expected: a number or flag)");
        }
    }

    private static void text(ByteSink page, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        page.int32(bytes.length).put(bytes);
    }
}
