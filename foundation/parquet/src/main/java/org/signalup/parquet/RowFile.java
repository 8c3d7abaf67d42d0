package org.signalup.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Rows, put from left to right, into a Parquet file of an engine's own. */
public final class RowFile implements TableWriter {
    private final ParquetFile file;
    private final Column.Type[] types;
    private final Runnable whole;
    private int column;
    private boolean closed;

    /** @param whole what to do once the file is whole */
    public RowFile(Path path, Schema schema, Runnable whole) {
        this.types = schema.columns().stream().map(Column::type).toArray(Column.Type[]::new);
        this.whole = whole;
        try {
            this.file = new ParquetFile(path, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TableWriter put(int value) {
        return put((long) value);
    }

    /** @throws IllegalArgumentException for {@link Long#MIN_VALUE}, which cannot be told from a missing number */
    @Override
    public TableWriter put(long value) {
        Column.Type type = types[column];
        if (type == Column.Type.DOUBLE) {
            return put((double) value);
        }
        boolean fits = type == Column.Type.BIGINT ? value != ParquetFile.NULL : value == (int) value;
        if (!fits || type == Column.Type.VARCHAR || type == Column.Type.BOOLEAN) {
            throw unfit(value);
        }
        file.put(column++, value);
        return this;
    }

    @Override
    public TableWriter put(double value) {
        if (types[column] != Column.Type.DOUBLE) {
            throw unfit(value);
        }
        file.put(column++, value);
        return this;
    }

    @Override
    public TableWriter put(boolean value) {
        if (types[column] != Column.Type.BOOLEAN) {
            throw unfit(value);
        }
        file.put(column++, value ? 1 : 0);
        return this;
    }

    @Override
    public TableWriter put(String value) {
        if (value != null) {
            if (types[column] != Column.Type.VARCHAR) {
                throw unfit(value);
            }
            file.put(column, value);
        }
        column++;
        return this;
    }

    private IllegalArgumentException unfit(Object value) {
        return new IllegalArgumentException(
                "cell: " + value + " in column " + (column + 1) + " (expected: " + types[column] + ")");
    }

    @Override
    public TableWriter putNull() {
        column++;
        return this;
    }

    @Override
    public void endRow() {
        if (column != types.length) {
            throw new IllegalStateException("cells: " + column + " (expected: " + types.length + ")");
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
        whole.run();
    }
}
