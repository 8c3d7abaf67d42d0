package org.signalup.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.parquet.ParquetFile;

/**
 * Rows on their way into DuckDB, by a Parquet file that the engine then reads. The driver's own appender costs several
 * times as much a value.
 */
final class TableFile implements TableWriter {
    private final List<Column> columns;
    private final Path path;
    private final ParquetFile file;
    private final Consumer<Path> whole;
    private int column;
    private boolean closed;

    /** @param whole hears of the file once, when it is complete */
    TableFile(Schema schema, Path path, Consumer<Path> whole) throws IOException {
        this.columns = schema.columns();
        this.path = path;
        this.file = ParquetFile.forUse(path, schema);
        this.whole = whole;
    }

    @Override
    public TableWriter put(int value) {
        return put((long) value);
    }

    @Override
    public TableWriter put(long value) {
        if (next() != Column.Type.INT) {
            expect(Column.Type.BIGINT);
        } else if ((int) value != value) {
            throw new ArithmeticException(columns.get(column) + ": " + value + " (expected: 32 bits)");
        }
        file.put(column++, value);
        return this;
    }

    @Override
    public TableWriter put(double value) {
        expect(Column.Type.DOUBLE);
        file.put(column++, value);
        return this;
    }

    @Override
    public TableWriter put(boolean value) {
        expect(Column.Type.BOOLEAN);
        file.put(column++, value);
        return this;
    }

    @Override
    public TableWriter put(String value) {
        expect(Column.Type.VARCHAR);
        if (value != null) {
            file.put(column, value);
        }
        column++;
        return this;
    }

    @Override
    public TableWriter putNull() {
        next();
        column++;
        return this;
    }

    private Column.Type next() {
        if (column == columns.size()) {
            throw new IllegalStateException("row: more values than columns (expected: " + columns + ")");
        }
        return columns.get(column).type();
    }

    private void expect(Column.Type type) {
        if (next() != type) {
            throw new IllegalStateException("column: " + columns.get(column) + " got a value of type " + type);
        }
    }

    @Override
    public void endRow() {
        if (column != columns.size()) {
            throw new IllegalStateException("row: " + column + " values (expected: " + columns + ")");
        }
        column = 0;
        try {
            file.endRow();
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
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        whole.accept(path);
    }
}
