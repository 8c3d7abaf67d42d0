package org.signalup.duckdb;

import java.util.function.Consumer;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.signalup.engine.Row;

/** A row of a result that comes in chunks of column vectors, which is several times faster than the driver's cursor. */
final class ChunkRow implements Row {
    private DuckDBReadableVector[] vectors = {};
    private DuckDBColumnType[] types = {};
    private long row;

    /** Hands every row of the next chunk to {@code handler}. */
    void over(DuckDBDataChunkReader chunk, Consumer<Row> handler) {
        int columns = Math.toIntExact(chunk.columnCount());
        vectors = new DuckDBReadableVector[columns];
        types = new DuckDBColumnType[columns];
        for (int i = 0; i < columns; i++) {
            vectors[i] = chunk.vector(i);
            types[i] = vectors[i].getType();
        }
        long rows = chunk.rowCount();
        for (row = 0; row < rows; row++) {
            handler.accept(this);
        }
    }

    @Override
    public boolean isNull(int column) {
        return vectors[column].isNull(row);
    }

    @Override
    public int getInt(int column) {
        DuckDBReadableVector vector = vectors[column];
        return types[column] == DuckDBColumnType.INTEGER ? vector.getInt(row) : Math.toIntExact(getLong(column));
    }

    @Override
    public long getLong(int column) {
        DuckDBReadableVector vector = vectors[column];
        return switch (types[column]) {
            case BIGINT -> vector.getLong(row);
            case INTEGER -> vector.getInt(row);
            case SMALLINT -> vector.getShort(row);
            case TINYINT -> vector.getByte(row);
            case UINTEGER -> vector.getUint32(row);
            case USMALLINT -> vector.getUint16(row);
            case UTINYINT -> vector.getUint8(row);
            case HUGEINT -> vector.getHugeInt(row).longValueExact();
            default -> throw unreadable(column, "a whole number");
        };
    }

    @Override
    public double getDouble(int column) {
        DuckDBReadableVector vector = vectors[column];
        return switch (types[column]) {
            case DOUBLE -> vector.getDouble(row);
            case FLOAT -> vector.getFloat(row);
            case DECIMAL -> vector.getBigDecimal(row).doubleValue();
            default -> getLong(column);
        };
    }

    @Override
    public boolean getBoolean(int column) {
        return vectors[column].getBoolean(row);
    }

    @Override
    public String text(int column) {
        DuckDBReadableVector vector = vectors[column];
        if (vector.isNull(row)) {
            return null;
        }
        return switch (types[column]) {
            case VARCHAR -> vector.getString(row);
            case BOOLEAN -> Boolean.toString(vector.getBoolean(row));
            case DOUBLE -> Double.toString(vector.getDouble(row));
            case FLOAT -> Float.toString(vector.getFloat(row));
            case HUGEINT -> vector.getHugeInt(row).toString();
            case DECIMAL -> vector.getBigDecimal(row).toString();
            case DATE -> vector.getLocalDate(row).toString();
            default -> Long.toString(getLong(column));
        };
    }

    private IllegalStateException unreadable(int column, String expected) {
        return new IllegalStateException(
                "column " + column + ": " + types[column] + " (expected: " + expected + "; cast it in the query)");
    }
}
