package org.signalup.engine;

import java.util.ArrayList;
import java.util.List;

/** Name and columns of a dataset, in order. */
public record Schema(String name, List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
    }

    public static Builder of(String name) {
        return new Builder(name);
    }

    /** The same columns under another name. */
    public Schema named(String other) {
        return new Schema(other, columns);
    }

    /** Position of a column, from 0. */
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("column: " + column + " (expected: one of " + columns + ")");
    }

    /** Gathers columns in order. */
    public static final class Builder {
        private final String name;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder with(Column.Type type, String... names) {
            for (String column : names) {
                columns.add(new Column(column, type));
            }
            return this;
        }

        public Schema build() {
            return new Schema(name, columns);
        }
    }
}
