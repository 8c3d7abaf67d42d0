package org.signalup.evaluate.internal.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.engine.Column;
import org.signalup.parquet.ParquetFile;

/**
 * The rows of one contract file, gathered in a scratch file as they come and published sorted by their key; rows of one
 * key stay in the order they came. Only the keys and where their rows begin are held in memory.
 *
 * <p>A gathered row is a mask of the cells it has, then those cells: texts by length (1 more than the bytes; 0 for the
 * text of the row before), codes by number, whole numbers by groups of seven bits, doubles as such.
 */
final class RowStore implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_COLUMNS = 31;

    private final ContractFile file;
    private final Path scratch;
    private final OutputStream out;
    private final RowKeys keys = new RowKeys();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Cell> cells;
    private final String[] before;
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private int rowStart;
    private long written;
    private int column;
    private int mask;
    private boolean closed;

    RowStore(ContractFile file, Path scratchFolder) {
        this.file = file;
        this.cells = file.cells();
        if (cells.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "columns: " + cells.size() + " (expected: at most " + MOST_COLUMNS + ")");
        }
        this.before = new String[cells.size()];
        this.scratch = scratchFolder.resolve("result-" + file.name());
        try {
            this.out = Files.newOutputStream(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a row that is sorted by this key. */
    RowStore row(String key) {
        if (keys.begin(key, written + length)) {
            Arrays.fill(before, null);
        }
        rowStart = length;
        column = 0;
        mask = 0;
        length += Integer.BYTES;
        return this;
    }

    RowStore text(String text) {
        expect(Cell.TEXT);
        if (text.equals(before[column])) {
            varint(0);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            varint(bytes.length + 1L);
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
            before[column] = text;
        }
        return present();
    }

    RowStore code(String word) {
        expect(Cell.CODE);
        Integer number = codes.get(word);
        if (number == null) {
            number = codes.size();
            codes.put(word, number);
        }
        varint(number);
        return present();
    }

    RowStore count(long count) {
        expect(Cell.COUNT);
        varint(zigzag(count));
        return present();
    }

    RowStore millimetres(long length) {
        expect(Cell.METRES);
        varint(zigzag(length));
        return present();
    }

    RowStore number(double number) {
        if (column >= cells.size()
                || cells.get(column).type() != Column.Type.DOUBLE
                || cells.get(column) == Cell.METRES) {
            throw misplaced("a double");
        }
        room(Long.BYTES);
        long bits = Double.doubleToRawLongBits(number);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            buffer[length++] = (byte) (bits >>> shift);
        }
        return present();
    }

    RowStore none() {
        column++;
        return this;
    }

    void end() {
        if (column != cells.size()) {
            throw new IllegalStateException(file.name() + ": " + column + " cells (expected: " + cells.size() + ")");
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            buffer[rowStart + i] = (byte) (mask >>> (Byte.SIZE * i));
        }
        if (length >= BUFFER / 2) {
            flush();
        }
    }

    private RowStore present() {
        mask |= 1 << column++;
        return this;
    }

    private void expect(Cell cell) {
        if (column >= cells.size() || cells.get(column) != cell) {
            throw misplaced(cell.name());
        }
    }

    private IllegalStateException misplaced(String value) {
        return new IllegalStateException(
                file.name() + ": " + value + " as cell " + column + " (expected: the kind of the column)");
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    private void room(int bytes) {
        if (buffer.length - length < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written += length;
        length = 0;
    }

    /** Writes {@code <name>.csv} and {@code data/<name>.parquet}; no row may follow. */
    void publish(Path folder) {
        close();
        String[] words = new String[codes.size()];
        codes.forEach((word, number) -> words[number] = word);
        try (CsvBytes csv = new CsvBytes(folder.resolve(file.csvName()));
                ParquetFile parquet = ParquetFile.forKeeping(
                        folder.resolve("data").resolve(file.name() + ".parquet"), file.schema());
                GatheredRows rows = new GatheredRows(scratch, words)) {
            RowPrinter printer = new RowPrinter(file, csv, parquet);
            printer.header();
            for (RowKeys.Range range : keys.sorted(written)) {
                rows.enter(range);
                while (rows.next()) {
                    printer.print(rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
