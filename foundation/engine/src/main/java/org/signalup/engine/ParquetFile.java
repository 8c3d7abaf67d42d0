package org.signalup.engine;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.internal.parquet.ByteSink;
import org.signalup.engine.internal.parquet.ColumnBuffer;
import org.signalup.engine.internal.parquet.ColumnChunk;
import org.signalup.engine.internal.parquet.PageHeaders;
import org.signalup.engine.internal.parquet.ThriftWriter;

/**
 * Writes one Parquet file, row by row, without any engine: set what a row has with {@link #put}, then {@link #endRow}; what
 * was not set is null. The same rows give the same bytes. The file is whole only after {@link #close}.
 */
public final class ParquetFile implements Closeable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** Rows whose values are held in memory before they are written. */
    private static final int ROWS_PER_GROUP = 122_880;

    private final OutputStream out;
    private final Schema schema;
    private final ColumnBuffer[] columns;
    private final List<RowGroup> groups = new ArrayList<>();
    private final int rowsPerGroup;
    private long offset;
    private int rows;
    private long allRows;

    private record RowGroup(List<ColumnChunk> chunks, int rows) {}

    private ParquetFile(Path path, Schema schema, int rowsPerGroup, boolean compact) throws IOException {
        this.schema = schema;
        this.rowsPerGroup = rowsPerGroup;
        this.columns = schema.columns().stream()
                .map(column -> new ColumnBuffer(kind(column.type()), rowsPerGroup, compact))
                .toArray(ColumnBuffer[]::new);
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        write(MAGIC, MAGIC.length);
    }

    /** A file that is read soon and then thrown away: written as fast as possible. */
    public static ParquetFile forUse(Path path, Schema schema) throws IOException {
        return forUse(path, schema, ROWS_PER_GROUP);
    }

    /** @param rowsPerGroup rows held in memory before they are written */
    public static ParquetFile forUse(Path path, Schema schema, int rowsPerGroup) throws IOException {
        return new ParquetFile(path, schema, rowsPerGroup, false);
    }

    /** A file that is kept: smaller where numbers are few, and with bounds by which a reader passes over what it does not seek. */
    public static ParquetFile forKeeping(Path path, Schema schema) throws IOException {
        return forKeeping(path, schema, ROWS_PER_GROUP);
    }

    /** @param rowsPerGroup rows held in memory before they are written */
    public static ParquetFile forKeeping(Path path, Schema schema, int rowsPerGroup) throws IOException {
        return new ParquetFile(path, schema, rowsPerGroup, true);
    }

    public void put(int column, long value) {
        columns[column].put(rows, value);
    }

    public void put(int column, double value) {
        columns[column].put(rows, Double.doubleToRawLongBits(value));
    }

    public void put(int column, boolean value) {
        columns[column].put(rows, value ? 1 : 0);
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
        List<ColumnChunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            chunks.add(writeChunk(columns[i], schema.columns().get(i).name()));
        }
        groups.add(new RowGroup(chunks, rows));
        allRows += rows;
        rows = 0;
    }

    private ColumnChunk writeChunk(ColumnBuffer column, String name) throws IOException {
        ColumnBuffer.Pages pages = column.pages(rows);
        long start = offset;
        boolean numbered = pages.dictionary() != null;
        if (numbered) {
            page(PageHeaders.dictionary(pages.dictionary().length(), pages.entries()), pages.dictionary());
        }
        long dictionary = offset - start;
        int encoding = numbered ? PageHeaders.RLE_DICTIONARY : PageHeaders.PLAIN;
        page(PageHeaders.data(pages.data().length(), rows, encoding), pages.data());
        return new ColumnChunk(column.kind().physicalType(), name, start, dictionary, offset - start, rows, pages.bounds());
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
        thrift.text(6, "signalup");
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
        thrift.i64(2, group.chunks.stream().mapToLong(ColumnChunk::length).sum());
        thrift.i64(3, group.rows);
        thrift.end();
    }

    private static ColumnBuffer.Kind kind(Column.Type type) {
        return switch (type) {
            case INT -> ColumnBuffer.Kind.INT;
            case BIGINT -> ColumnBuffer.Kind.LONG;
            case DOUBLE -> ColumnBuffer.Kind.DOUBLE;
            case BOOLEAN -> ColumnBuffer.Kind.FLAG;
            case VARCHAR -> ColumnBuffer.Kind.TEXT;
        };
    }
}
