package org.signalup.engine.internal.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.signalup.domain.TextOrder;
import org.signalup.engine.internal.parquet.ColumnChunk.Bounds;

/**
 * The values of one column of one row group. Texts are numbered in a dictionary, and a number that never changes, too. A
 * compact buffer, for files that are kept, also numbers numbers that are few and tells the bounds of its values.
 */
public final class ColumnBuffer {
    private static final int LARGEST_DICTIONARY = 1 << 15;
    private static final int FIRST_SIZE = 256;

    /** What a column holds, with its physical type in the file. */
    public enum Kind {
        FLAG(0),
        INT(1),
        LONG(2),
        DOUBLE(5),
        TEXT(6);

        private final int physicalType;

        Kind(int physicalType) {
            this.physicalType = physicalType;
        }

        public int physicalType() {
            return physicalType;
        }
    }

    private final Kind kind;
    private final int capacity;
    private final boolean compact;
    private long[] values = {};
    private byte[] present = {};
    private int count;
    private boolean constant = true;
    private final TextNumbers texts = new TextNumbers();

    /** @param compact for files that are kept, see above */
    public ColumnBuffer(Kind kind, int capacity, boolean compact) {
        this.kind = kind;
        this.capacity = capacity;
        this.compact = compact;
    }

    public Kind kind() {
        return kind;
    }

    public void put(int row, long value) {
        if (count == values.length) {
            grow();
        }
        constant &= count == 0 || value == values[0];
        values[count++] = value;
        present[row >> 3] |= (byte) (1 << (row & 7));
    }

    private void grow() {
        if (values.length == 0) {
            present = new byte[(capacity + 7) / 8];
        }
        values = Arrays.copyOf(values, Math.min(capacity, Math.max(FIRST_SIZE, 2 * values.length)));
    }

    public void put(int row, String text) {
        put(row, texts.number(text));
    }

    /** The pages of the first {@code rows} rows; the buffer is empty afterwards. */
    public Pages pages(int rows) {
        Pages pages = kind == Kind.TEXT ? textPages(rows) : numberPages(rows);
        count = 0;
        constant = true;
        Arrays.fill(present, (byte) 0);
        texts.clear();
        return pages;
    }

    /**
     * What a chunk consists of.
     *
     * @param dictionary null when values stand for themselves
     * @param entries of the dictionary
     * @param bounds null when not told
     */
    public record Pages(ByteSink dictionary, int entries, ByteSink data, Bounds bounds) {}

    private Pages textPages(int rows) {
        ByteSink data = levels(rows);
        if (count > 0 && texts.size() <= LARGEST_DICTIONARY) {
            ByteSink dictionary = new ByteSink();
            texts.texts().forEach(text -> text(dictionary, text));
            indices(data, values, texts.size());
            return new Pages(dictionary, texts.size(), data, textBounds());
        }
        for (int i = 0; i < count; i++) {
            text(data, texts.texts().get((int) values[i]));
        }
        return new Pages(null, 0, data, textBounds());
    }

    private Pages numberPages(int rows) {
        ByteSink data = levels(rows);
        if (kind != Kind.FLAG && constant && count > 0) {
            indices(data, values, 1);
            return new Pages(plain(new ByteSink(), values, 1), 1, data, numberBounds());
        }
        if (compact && kind != Kind.FLAG) {
            NumberDictionary few = new NumberDictionary();
            long[] numbers = new long[count];
            if (few.number(values, count, numbers)) {
                indices(data, numbers, few.size());
                return new Pages(plain(new ByteSink(), few.values(), few.size()), few.size(), data, numberBounds());
            }
        }
        return new Pages(null, 0, plain(data, values, count), numberBounds());
    }

    private Bounds textBounds() {
        if (!compact || count == 0) {
            return null;
        }
        String least = Collections.min(texts.texts(), TextOrder.CODE_POINTS);
        String most = Collections.max(texts.texts(), TextOrder.CODE_POINTS);
        return new Bounds(
                new ByteSink().put(least.getBytes(StandardCharsets.UTF_8)),
                new ByteSink().put(most.getBytes(StandardCharsets.UTF_8)));
    }

    private Bounds numberBounds() {
        if (!compact || count == 0 || (kind != Kind.INT && kind != Kind.LONG)) {
            return null;
        }
        long[] least = {values[0]};
        long[] most = {values[0]};
        for (int i = 1; i < count; i++) {
            least[0] = Math.min(least[0], values[i]);
            most[0] = Math.max(most[0], values[i]);
        }
        return new Bounds(plain(new ByteSink(), least, 1), plain(new ByteSink(), most, 1));
    }

    /** Which rows have a value: one run where all or none have, else a bit each. */
    private ByteSink levels(int rows) {
        ByteSink levels = new ByteSink();
        if (count == 0 || count == rows) {
            levels.varint((long) rows << 1).int8(count == 0 ? 0 : 1);
        } else {
            int groups = (rows + 7) / 8;
            levels.varint((long) groups << 1 | 1).put(present, groups);
        }
        return new ByteSink().int32(levels.length()).put(levels.bytes(), levels.length());
    }

    private void indices(ByteSink page, long[] numbers, int entries) {
        int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1));
        page.int8(width);
        if (entries == 1) {
            page.varint((long) count << 1).int8(0);
        } else {
            page.varint((long) ((count + 7) / 8) << 1 | 1).packed(numbers, count, width);
        }
    }

    private ByteSink plain(ByteSink page, long[] numbers, int number) {
        return switch (kind) {
            case INT -> page.ints(numbers, number);
            case LONG, DOUBLE -> page.longs(numbers, number);
            case FLAG -> page.packed(numbers, number, 1);
            case TEXT -> throw new IllegalStateException("kind: TEXT (expected: a number or flag)");
        };
    }

    private static void text(ByteSink page, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        page.int32(bytes.length).put(bytes);
    }
}
