package org.signalup.engine;

import static java.util.Objects.requireNonNull;

/** A named, typed column of a dataset. */
public record Column(String name, Type type) {
    /** The types every engine has. Counts and sums are integers so that no sum depends on its order. */
    public enum Type {
        INT,
        BIGINT,
        DOUBLE,
        BOOLEAN,
        VARCHAR
    }

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }
}
