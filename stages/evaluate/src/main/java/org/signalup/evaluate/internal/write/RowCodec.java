package org.signalup.evaluate.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as bytes and back. A text that its column had in the row before takes one byte, one that comes again and again two: most
 * texts are ids of the object at hand, or words.
 */
final class RowCodec {
    private static final int SAME = 0;
    private static final int SPELT = 1;
    private static final int FIRST_WORD = 2;
    private static final int MOST_WORDS = 4_096;
    private static final int SEVEN_BITS = 0x7F;

    private final List<Cell> cells;
    private final List<Words> words;
    private final String[] before;
    private byte[] bytes = new byte[1024];
    private int length;

    RowCodec(List<Cell> cells) {
        this.cells = cells;
        this.before = new String[cells.size()];
        this.words = cells.stream().map(cell -> new Words()).toList();
    }

    /** The texts of one column that have a number. */
    private static final class Words {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        /** Its number, or −1 when the column has too many texts to number them all. */
        int number(String text) {
            Integer known = numbers.get(text);
            if (known == null && texts.size() < MOST_WORDS) {
                known = texts.size();
                texts.add(text);
                numbers.put(text, known);
            }
            return known == null ? -1 : known;
        }
    }

    /** Before the first row, and before each row that others were not read or written in front of. */
    void start() {
        Arrays.fill(before, null);
    }

    void clear() {
        length = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Adds a row to {@link #bytes}. */
    void encode(CellRow row) {
        int missing = 0;
        for (int column = 0; column < before.length; column++) {
            missing |= row.isMissing(column) ? 1 << column : 0;
        }
        varint(missing);
        for (int column = 0; column < before.length; column++) {
            if (!row.isMissing(column)) {
                encode(row, column);
            }
        }
    }

    private void encode(CellRow row, int column) {
        switch (cells.get(column).type()) {
            case VARCHAR -> text(row.text(column), column);
            case BIGINT -> varint((row.count(column) << 1) ^ (row.count(column) >> (Long.SIZE - 1)));
            default -> eight(Double.doubleToRawLongBits(row.number(column)));
        }
    }

    private void text(String text, int column) {
        if (text.equals(before[column])) {
            varint(SAME);
            return;
        }
        before[column] = text;
        int word = words.get(column).number(text);
        if (word >= 0) {
            varint(FIRST_WORD + word);
            return;
        }
        byte[] spelt = text.getBytes(StandardCharsets.UTF_8);
        varint(SPELT);
        varint(spelt.length);
        room(spelt.length);
        System.arraycopy(spelt, 0, bytes, length, spelt.length);
        length += spelt.length;
    }

    private void varint(long value) {
        room(Long.BYTES + 2);
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            bytes[length++] = (byte) (rest | (SEVEN_BITS + 1));
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void eight(long bits) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[length++] = (byte) (bits >>> shift);
        }
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    /** Reads rows again, in the order they were added since {@link #start}. */
    final class Reader {
        private final byte[] source;
        private int at;

        Reader(byte[] source, int from) {
            this.source = source;
            this.at = from;
            start();
        }

        void read(CellRow row) {
            int missing = (int) varint();
            for (int column = 0; column < before.length; column++) {
                if (((missing >> column) & 1) == 1) {
                    row.setMissing(column);
                } else {
                    read(row, column);
                }
            }
        }

        private void read(CellRow row, int column) {
            switch (cells.get(column).type()) {
                case VARCHAR -> row.set(column, text(column));
                case BIGINT -> {
                    long folded = varint();
                    row.set(column, (folded >>> 1) ^ -(folded & 1));
                }
                default -> row.set(column, Double.longBitsToDouble(eight()));
            }
        }

        private String text(int column) {
            int kind = (int) varint();
            if (kind == SPELT) {
                int count = (int) varint();
                before[column] = new String(source, at, count, StandardCharsets.UTF_8);
                at += count;
            } else if (kind != SAME) {
                before[column] = words.get(column).texts.get(kind - FIRST_WORD);
            }
            return before[column];
        }

        private long varint() {
            long value = 0;
            int shift = 0;
            while (source[at] < 0) {
                value |= (long) (source[at++] & SEVEN_BITS) << shift;
                shift += 7;
            }
            return value | ((long) source[at++] << shift);
        }

        private long eight() {
            long bits = 0;
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                bits |= (source[at++] & 0xFFL) << shift;
            }
            return bits;
        }
    }
}
