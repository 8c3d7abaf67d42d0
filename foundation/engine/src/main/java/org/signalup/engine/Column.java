package org.signalup.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A named, typed column of a dataset. */
public record Column(String name, Type type) {
    /** The types every engine has. Counts and sums are integers so that no sum depends on its order. */
    public enum Type {
        INT,
        BIGINT,
        DOUBLE,
        BOOLEAN,
        VARCHAR;

        /** Its name in portable SQL. */
        String sql() {
            return this == VARCHAR ? "STRING" : name();
        }
    }

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    /** SQL for this column of a dataset that has {@code others}: itself, cast if need be, or null. */
    String among(List<Column> others) {
        for (Column other : others) {
            if (other.name().equals(name)) {
                return other.type() == type ? name : "CAST(" + name + " AS " + type.sql() + ") AS " + name;
            }
        }
        return "CAST(NULL AS " + type.sql() + ") AS " + name;
    }
}
