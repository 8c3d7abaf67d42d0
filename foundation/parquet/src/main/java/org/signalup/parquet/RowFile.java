package org.signalup.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.signalup.engine.Column;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;

/** Rows, put from left to right, into a Parquet file. */
public final class RowFile implements TableWriter {
    private final ParquetFile file;
    private final Column.Type[] types;
    private final Runnable whole;
    private int column;
    private boolean closed;

    /** How a file begins. */
    private interface Opening {
        ParquetFile open(Path path, Schema schema) throws IOException;
    }

    private RowFile(Path path, Schema schema, Opening opening, Runnable whole) {
        this.types = schema.columns().stream().map(Column::type).toArray(Column.Type[]::new);
        this.whole = whole;
        try {
            this.file = opening.open(path, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of an engine's own, read soon.
     *
     * @param whole what to do once the file is whole
     */
    public RowFile(Path path, Schema schema, Runnable whole) {
        this(path, schema, ParquetFile::new, whole);
    }

    /** A file that stays. */
    public static RowFile toKeep(Path path, Schema schema) {
        return new RowFile(path, schema, ParquetFile::toKeep, () -> {});
    }

    /** The same in groups of about so many rows. */
    public static RowFile toKeep(Path path, Schema schema, int rowsPerGroup) {
        return new RowFile(path, schema, (to, columns) -> ParquetFile.toKeep(to, columns, rowsPerGroup), () -> {});
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
