package org.signalup.spark;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.signalup.engine.Column;
import org.signalup.engine.Row;

/** The current row of a result of Spark, as Spark itself has it: making objects of its cells first costs more than reading them. */
final class SparkRow implements Row {
    private final Column.Type[] types;
    private InternalRow row;

    /** @param struct with none but the seam's types */
    SparkRow(StructType struct) {
        this.types = SparkTypes.columns(struct).stream().map(Column::type).toArray(Column.Type[]::new);
    }

    SparkRow over(InternalRow next) {
        row = next;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return row.isNullAt(column);
    }

    @Override
    public int getInt(int column) {
        return types[column] == Column.Type.INT ? present(column).getInt(column) : Math.toIntExact(getLong(column));
    }

    @Override
    public long getLong(int column) {
        return switch (types[column]) {
            case INT -> present(column).getInt(column);
            case BIGINT -> present(column).getLong(column);
            default ->
                throw new IllegalStateException(
                        "column " + column + ": " + text(column) + " (expected: a whole number; cast it in the query)");
        };
    }

    @Override
    public double getDouble(int column) {
        return types[column] == Column.Type.DOUBLE ? present(column).getDouble(column) : getLong(column);
    }

    @Override
    public boolean getBoolean(int column) {
        return present(column).getBoolean(column);
    }

    private InternalRow present(int column) {
        if (row.isNullAt(column)) {
            throw new IllegalStateException("column " + column + ": null (expected: a value)");
        }
        return row;
    }

    @Override
    public String text(int column) {
        if (row.isNullAt(column)) {
            return null;
        }
        return switch (types[column]) {
            case INT -> Integer.toString(row.getInt(column));
            case BIGINT -> Long.toString(row.getLong(column));
            case DOUBLE -> Double.toString(row.getDouble(column));
            case BOOLEAN -> Boolean.toString(row.getBoolean(column));
            case VARCHAR -> row.getUTF8String(column).toString();
        };
    }
}
