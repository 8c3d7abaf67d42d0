package org.signalup.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * One column of one row group: its pages as they will lie in the file. Texts are numbered in a dictionary, unless most are
 * new; numbers below 64 are a dictionary in themselves.
 */
final class ColumnBuffer {
    private static final int LARGEST_TEXT_DICTIONARY = 1 << 15;
    private static final int SMALL_NUMBERS = 64;

    /** What a column holds. */
    enum Kind {
        FLAG(0),
        INT(1),
        LONG(2),
        /** By the bits of each number. */
        DOUBLE(5),
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
    private final byte[] present;
    private long[] values = {};
    private final TextNumbers texts = new TextNumbers();
    /** Rows in order have the same text again and again. */
    private String lastText;

    private int lastNumber;
    private int smallUsed;
    private int textsUsed;
    private boolean textsPlain;
    private int emptyRows;
    private final ByteSink pages = new ByteSink();
    private final ByteSink page = new ByteSink();

    private final boolean kept;
    private final ByteSink stored = new ByteSink();
    /** Bytes of all pages as they were before they were compressed. */
    private long size;

    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    /** @param kept for a file that stays: pages are compressed, and the range of values is told */
    ColumnBuffer(Kind kind, int pageRows, boolean kept) {
        this.kind = kind;
        this.kept = kept;
        this.present = new byte[(pageRows + 7) / 8];
    }

    int number(String text) {
        if (!text.equals(lastText)) {
            lastNumber = textsPlain ? texts.add(text) : texts.number(text);
            lastText = text;
        }
        return lastNumber;
    }

    int number(KnownText text) {
        return text.numberIn(texts);
    }

    /**
     * Closes a page with the values of {@code rows} rows, NULL where there is none; afterwards all are NULL.
     *
     * @return whether there was a value
     */
    boolean endPage(long[] given, int rows) {
        values = given;
        int count = given.length == 0 ? 0 : compact(rows);
        if (count == 0) {
            emptyRows += rows;
            return false;
        }
        endEmptyPage();
        if (kept && kind != Kind.TEXT) {
            widen(count);
        }
        page.clear();
        levels(count, rows);
        int encoding = body(count);
        addPage(rows, encoding);
        Arrays.fill(values, 0, rows, ParquetFile.NULL);
        return true;
    }

    /** Pages without a value become one. */
    private void endEmptyPage() {
        if (emptyRows > 0) {
            page.clear();
            levels(0, emptyRows);
            addPage(emptyRows, PageHeaders.PLAIN);
            emptyRows = 0;
        }
    }

    private void addPage(int rows, int encoding) {
        ByteSink body = store();
        ByteSink header = PageHeaders.data(page.length(), body.length(), rows, encoding);
        size += header.length() + page.length();
        pages.put(header).put(body);
    }

    /** The page as it will lie in the file. */
    private ByteSink store() {
        return kept ? stored.clear().zstd(page) : page;
    }

    /** The dictionary with its header; empty when no page refers to it. */
    ByteSink dictionaryPage() {
        page.clear();
        int size = kind == Kind.TEXT ? textsUsed : smallUsed;
        if (size == 0) {
            return page;
        }
        if (kind == Kind.TEXT) {
            texts.texts().subList(0, size).forEach(this::text);
        } else {
            plain(LongStream.range(0, size).toArray(), size);
        }
        ByteSink body = store();
        ByteSink header = PageHeaders.dictionary(page.length(), body.length(), size);
        this.size += header.length() + page.length();
        return header.put(body);
    }

    /** The data pages with their headers. */
    ByteSink pages() {
        endEmptyPage();
        return pages;
    }

    /** Bytes of the dictionary and the pages before compression; asked after them. */
    long size() {
        return size;
    }

    /** The range of the values, where it is told and known. */
    Optional<ValueRange> range() {
        if (!kept || kind == Kind.FLAG || kind == Kind.DOUBLE) {
            return Optional.empty();
        }
        if (kind == Kind.TEXT) {
            return ValueRange.ofTexts(texts.texts());
        }
        if (least > most) {
            return Optional.empty();
        }
        return Optional.of(kind == Kind.INT ? ValueRange.ofInts(least, most) : ValueRange.ofLongs(least, most));
    }

    /** Begins the next row group. */
    void clear() {
        size = 0;
        least = Long.MAX_VALUE;
        most = Long.MIN_VALUE;
        pages.clear();
        texts.clear();
        lastText = null;
        smallUsed = 0;
        textsUsed = 0;
        textsPlain = false;
    }

    private void widen(int count) {
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
    }

    /** Moves the values there are to the front and notes their rows in {@link #present}; no branch that data decides. */
    private int compact(int rows) {
        int count = 0;
        for (int row = 0; row < rows; row += Byte.SIZE) {
            int bits = 0;
            int last = Math.min(Byte.SIZE, rows - row);
            for (int i = 0; i < last; i++) {
                long value = values[row + i];
                int there = value == ParquetFile.NULL ? 0 : 1;
                values[count] = value;
                count += there;
                bits |= there << i;
            }
            present[row >> 3] = (byte) bits;
        }
        return count;
    }

    /** Which rows have a value: one run where all or none have, else a bit each. */
    private void levels(int count, int rows) {
        page.int32(0);
        if (count == 0 || count == rows) {
            page.varint((long) rows << 1).int8(count == 0 ? 0 : 1);
        } else {
            int groups = (rows + 7) / 8;
            page.varint((long) groups << 1 | 1).put(present, groups);
        }
        page.setInt32(0, page.length() - Integer.BYTES);
    }

    /** Adds the values to the page and returns their encoding. */
    private int body(int count) {
        if (kind == Kind.TEXT) {
            textsPlain |= texts.size() > LARGEST_TEXT_DICTIONARY || (textsUsed == 0 && mostlyNew(count));
            textsUsed = textsPlain ? textsUsed : texts.size();
        }
        long bits = union(count);
        boolean small = kind != Kind.FLAG && kind != Kind.DOUBLE && bits >= 0 && bits < SMALL_NUMBERS;
        if (kind == Kind.TEXT ? textsPlain : !small) {
            plain(values, count);
            return PageHeaders.PLAIN;
        }
        smallUsed = Math.max(smallUsed, (int) bits + 1);
        numbers(count, bits);
        return PageHeaders.RLE_DICTIONARY;
    }

    /** Ids and the like: a dictionary would hold them all and be one number a row more. */
    private boolean mostlyNew(int count) {
        return texts.size() > count / 2;
    }

    /** Places in the dictionary: one run where all are the same, else bits. */
    private void numbers(int count, long bits) {
        int width = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(bits));
        page.int8(width);
        if (constant(count)) {
            page.varint((long) count << 1);
            for (int shift = 0; shift < width; shift += Byte.SIZE) {
                page.int8((int) (values[0] >>> shift));
            }
        } else {
            page.varint((long) ((count + 7) / 8) << 1 | 1).packed(values, count, width);
        }
    }

    private boolean constant(int count) {
        long changes = 0;
        for (int i = 1; i < count; i++) {
            changes |= values[i] ^ values[0];
        }
        return changes == 0;
    }

    private long union(int count) {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= values[i];
        }
        return bits;
    }

    private void plain(long[] source, int count) {
        switch (kind) {
            case INT -> page.ints(source, count);
            case LONG, DOUBLE -> page.longs(source, count);
            case FLAG -> page.packed(source, count, 1);
            case TEXT -> {
                for (int i = 0; i < count; i++) {
                    text(texts.texts().get((int) source[i]));
                }
            }
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        page.int32(bytes.length).put(bytes);
    }
}
