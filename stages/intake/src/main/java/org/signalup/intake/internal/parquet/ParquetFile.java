package org.signalup.intake.internal.parquet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;

/**
 * Writes one Parquet file, row by row: set what a row has with {@link #put}, then {@link #endRow}; what was not set is
 * null. The file is whole only after {@link #close}.
 */
public final class ParquetFile implements Closeable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_PER_GROUP = 122_880;

    private final OutputStream out;
    private final Schema schema;
    private final ColumnBuffer[] columns;
    private final List<RowGroup> groups = new ArrayList<>();
    private final int rowsPerGroup;
    private long offset;
    private int rows;
    private long allRows;

    /** Where a column chunk lies. */
    record Chunk(ColumnBuffer.Kind kind, String name, long start, long dictionaryLength, long length, int values) {}

    private record RowGroup(List<Chunk> chunks, int rows) {}

    public ParquetFile(Path path, Schema schema) throws IOException {
        this(path, schema, ROWS_PER_GROUP);
    }

    ParquetFile(Path path, Schema schema, int rowsPerGroup) throws IOException {
        this.schema = schema;
        this.rowsPerGroup = rowsPerGroup;
        this.columns = schema.columns().stream()
                .map(column -> new ColumnBuffer(kind(column.type()), rowsPerGroup))
                .toArray(ColumnBuffer[]::new);
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        write(MAGIC, MAGIC.length);
    }

    public void put(int column, long value) {
        columns[column].put(rows, value);
    }

    public void put(int column, String value) {
        columns[column].put(rows, value);
    }

    public void endRow() throws IOException {
        if (++rows == rowsPerGroup) {
            endGroup();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            endGroup();
            ThriftWriter footer = new ThriftWriter();
            footer(footer);
            write(footer.bytes(), footer.length());
            byte[] length = new ByteSink().int32(footer.length()).toArray();
            write(length, length.length);
            write(MAGIC, MAGIC.length);
        }
    }

    private void endGroup() throws IOException {
        if (rows == 0) {
            return;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            chunks.add(writeChunk(columns[i], schema.columns().get(i)));
        }
        groups.add(new RowGroup(chunks, rows));
        allRows += rows;
        rows = 0;
    }

    private Chunk writeChunk(ColumnBuffer column, Column declared) throws IOException {
        long start = offset;
        long dictionary = 0;
        if (column.usesDictionary()) {
            ByteSink page = column.dictionaryPage();
            page(PageHeaders.dictionary(page.length(), column.dictionarySize()), page);
            dictionary = offset - start;
        }
        ByteSink page = column.dataPage(rows);
        int encoding = column.usesDictionary() ? PageHeaders.RLE_DICTIONARY : PageHeaders.PLAIN;
        page(PageHeaders.data(page.length(), rows, encoding), page);
        column.clear();
        return new Chunk(kind(declared.type()), declared.name(), start, dictionary, offset - start, rows);
    }

    private void page(ThriftWriter header, ByteSink page) throws IOException {
        write(header.bytes(), header.length());
        write(page.bytes(), page.length());
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        offset += length;
    }

    private void footer(ThriftWriter thrift) {
        thrift.i32(1, 1);
        thrift.list(2, ThriftWriter.STRUCT, schema.columns().size() + 1);
        thrift.begin();
        thrift.text(4, "schema");
        thrift.i32(5, schema.columns().size());
        thrift.end();
        schema.columns().forEach(column -> element(thrift, column));
        thrift.i64(3, allRows);
        thrift.list(4, ThriftWriter.STRUCT, groups.size());
        groups.forEach(group -> group(thrift, group));
        thrift.text(6, "signalup intake");
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

    private static void group(ThriftWriter thrift, RowGroup group) {
        thrift.begin();
        thrift.list(1, ThriftWriter.STRUCT, group.chunks.size());
        group.chunks.forEach(chunk -> PageHeaders.chunk(thrift, chunk));
        thrift.i64(2, group.chunks.stream().mapToLong(Chunk::length).sum());
        thrift.i64(3, group.rows);
        thrift.end();
    }

    private static ColumnBuffer.Kind kind(Column.Type type) {
        return switch (type) {
            case INT -> ColumnBuffer.Kind.INT;
            case BIGINT -> ColumnBuffer.Kind.LONG;
            case BOOLEAN -> ColumnBuffer.Kind.FLAG;
            case VARCHAR -> ColumnBuffer.Kind.TEXT;
            case DOUBLE -> throw new IllegalArgumentException("type: DOUBLE (expected: a whole number, flag or text)");
        };
    }
}
