package org.signalup.spark;

import org.signalup.engine.Row;

/** The current row of a result of Spark. */
final class SparkRow implements Row {
    private org.apache.spark.sql.Row row;

    SparkRow over(org.apache.spark.sql.Row next) {
        row = next;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return row.isNullAt(column);
    }

    @Override
    public int getInt(int column) {
        return row.get(column) instanceof Integer value ? value : Math.toIntExact(getLong(column));
    }

    @Override
    public long getLong(int column) {
        Object value = row.get(column);
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw new IllegalStateException(
                "column " + column + ": " + value + " (expected: a whole number; cast it in the query)");
    }

    @Override
    public double getDouble(int column) {
        return ((Number) row.get(column)).doubleValue();
    }

    @Override
    public boolean getBoolean(int column) {
        return row.getBoolean(column);
    }

    @Override
    public String text(int column) {
        Object value = row.get(column);
        return value == null ? null : value.toString();
    }
}
