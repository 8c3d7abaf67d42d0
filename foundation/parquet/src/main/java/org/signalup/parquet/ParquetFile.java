package org.signalup.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;

/**
 * Writes one Parquet file, row by row: set what a row has with {@link #put}, then {@link #endRow}; what was not set is
 * null. The file is whole only after {@link #close}.
 */
public final class ParquetFile implements Closeable {
    /** What a row without a value has; no value itself. */
    public static final long NULL = Long.MIN_VALUE;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_PER_GROUP = 122_880;
    /** So few that the pages at hand of all columns stay in a processor's second cache. */
    private static final int ROWS_PER_PAGE = 4_096;
    /** Of a file that stays: longer runs compress better. */
    private static final int KEPT_ROWS_PER_PAGE = 20_480;

    private final OutputStream out;
    private final Schema schema;
    private final ColumnBuffer[] columns;
    /** The page at hand of every column, by row; empty until the column has a value. */
    private final long[][] page;

    private final List<RowGroup> groups = new ArrayList<>();
    /** Columns that the file is to have: all, or those that got a value. */
    private final boolean[] shown;

    private final boolean kept;
    private final int rowsPerGroup;
    private final int rowsPerPage;
    private long offset;
    private int pageRow;
    private int groupRows;
    private long allRows;

    /** Where a column chunk lies. */
    record Chunk(
            ColumnBuffer.Kind kind,
            String name,
            boolean compressed,
            long start,
            long dictionaryLength,
            long length,
            long size,
            int values,
            Optional<ValueRange> range) {}

    private record RowGroup(List<Chunk> chunks, int rows) {}

    /** A file for those who read it soon: neither compressed nor with ranges of its values. */
    public ParquetFile(Path path, Schema schema) throws IOException {
        this(path, schema, ROWS_PER_GROUP);
    }

    ParquetFile(Path path, Schema schema, int rowsPerGroup) throws IOException {
        this(path, schema, rowsPerGroup, ROWS_PER_PAGE, false);
        Arrays.fill(shown, true);
    }

    private ParquetFile(Path path, Schema schema, int rowsPerGroup, int rowsPerPage, boolean kept) throws IOException {
        this.schema = schema;
        this.rowsPerGroup = rowsPerGroup;
        this.rowsPerPage = Math.min(rowsPerPage, rowsPerGroup);
        this.kept = kept;
        this.columns = schema.columns().stream()
                .map(column -> new ColumnBuffer(kind(column.type()), this.rowsPerPage, kept))
                .toArray(ColumnBuffer[]::new);
        this.page = new long[columns.length][0];
        this.shown = new boolean[columns.length];
        this.out = Files.newOutputStream(path);
        write(new ByteSink().put(MAGIC));
    }

    /**
     * A file for those who read it soon, of many columns of which most may have nothing in them: these it does not have, for even a column of
     * nothing costs who reads or copies it.
     */
    public static ParquetFile ofFilledColumns(Path path, Schema schema) throws IOException {
        return new ParquetFile(path, schema, ROWS_PER_GROUP, ROWS_PER_PAGE, false);
    }

    /** A file that stays: compressed (zstd), each group with the range of its numbers and texts, so that readers pass over groups. */
    public static ParquetFile toKeep(Path path, Schema schema) throws IOException {
        return toKeep(path, schema, ROWS_PER_GROUP);
    }

    /** The same in groups of about so many rows. */
    public static ParquetFile toKeep(Path path, Schema schema, int rowsPerGroup) throws IOException {
        ParquetFile file = new ParquetFile(path, schema, rowsPerGroup, KEPT_ROWS_PER_PAGE, true);
        Arrays.fill(file.shown, true);
        return file;
    }

    /** @param value {@link #NULL} is the same as putting nothing */
    public void put(int column, long value) {
        long[] values = page[column];
        if (values.length == 0) {
            values = new long[rowsPerPage];
            Arrays.fill(values, NULL);
            page[column] = values;
        }
        values[pageRow] = value;
    }

    public void put(int column, String value) {
        put(column, columns[column].number(value));
    }

    /** @param value −0.0 is written as 0.0 */
    public void put(int column, double value) {
        put(column, Double.doubleToRawLongBits(value + 0.0));
    }

    /** As {@link #put(int, String)}, quicker for a text that comes again and again. */
    public void put(int column, KnownText value) {
        put(column, columns[column].number(value));
    }

    public void endRow() throws IOException {
        if (++pageRow == rowsPerPage) {
            endPage();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            endPage();
            endGroup();
            ThriftWriter footer = new ThriftWriter();
            footer(footer);
            write(footer.out());
            write(new ByteSink().int32(footer.out().length()).put(MAGIC));
        }
    }

    private void endPage() throws IOException {
        if (pageRow == 0) {
            return;
        }
        for (int i = 0; i < columns.length; i++) {
            shown[i] |= columns[i].endPage(page[i], pageRow);
        }
        groupRows += pageRow;
        pageRow = 0;
        if (groupRows >= rowsPerGroup) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (groupRows == 0) {
            return;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            chunks.add(writeChunk(columns[i], schema.columns().get(i)));
        }
        groups.add(new RowGroup(chunks, groupRows));
        allRows += groupRows;
        groupRows = 0;
    }

    private Chunk writeChunk(ColumnBuffer column, Column declared) throws IOException {
        long start = offset;
        write(column.dictionaryPage());
        long dictionary = offset - start;
        write(column.pages());
        Chunk chunk = new Chunk(
                kind(declared.type()),
                declared.name(),
                kept,
                start,
                dictionary,
                offset - start,
                column.size(),
                groupRows,
                column.range());
        column.clear();
        return chunk;
    }

    private void write(ByteSink bytes) throws IOException {
        bytes.writeTo(out);
        offset += bytes.length();
    }

    private void footer(ThriftWriter thrift) {
        List<Column> there = shown(schema.columns());
        thrift.i32(1, 1);
        thrift.list(2, ThriftWriter.STRUCT, there.size() + 1);
        thrift.begin();
        thrift.text(4, "schema");
        thrift.i32(5, there.size());
        thrift.end();
        there.forEach(column -> element(thrift, column));
        thrift.i64(3, allRows);
        thrift.list(4, ThriftWriter.STRUCT, groups.size());
        groups.forEach(group -> group(thrift, group));
        thrift.text(6, "signalup");
        // Without it a reader may not believe the ranges of texts.
        thrift.list(7, ThriftWriter.STRUCT, there.size());
        there.forEach(column -> {
            thrift.begin();
            thrift.struct(1);
            thrift.end();
            thrift.end();
        });
        thrift.stop();
    }

    private static void element(ThriftWriter thrift, Column column) {
        ColumnBuffer.Kind kind = kind(column.type());
        thrift.begin();
        thrift.i32(1, kind.physicalType());
        thrift.i32(3, 1);
        thrift.text(4, column.name());
        if (kind == ColumnBuffer.Kind.TEXT) {
            thrift.i32(6, 0);
        }
        thrift.end();
    }

    private <T> List<T> shown(List<T> ofAllColumns) {
        return IntStream.range(0, columns.length)
                .filter(i -> shown[i])
                .mapToObj(ofAllColumns::get)
                .toList();
    }

    private void group(ThriftWriter thrift, RowGroup group) {
        List<Chunk> chunks = shown(group.chunks);
        thrift.begin();
        thrift.list(1, ThriftWriter.STRUCT, chunks.size());
        chunks.forEach(chunk -> PageHeaders.chunk(thrift, chunk));
        thrift.i64(2, chunks.stream().mapToLong(Chunk::size).sum());
        thrift.i64(3, group.rows);
        thrift.end();
    }

    private static ColumnBuffer.Kind kind(Column.Type type) {
        return switch (type) {
            case INT -> ColumnBuffer.Kind.INT;
            case BIGINT -> ColumnBuffer.Kind.LONG;
            case BOOLEAN -> ColumnBuffer.Kind.FLAG;
            case VARCHAR -> ColumnBuffer.Kind.TEXT;
            case DOUBLE -> ColumnBuffer.Kind.DOUBLE;
        };
    }
}
