package org.signalup.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The current row of a result; columns from 0. Valid only while its handler runs. A getter of a null is an error but for {@link #text}. */
public interface Row {
    boolean isNull(int column);

    int getInt(int column);

    long getLong(int column);

    double getDouble(int column);

    boolean getBoolean(int column);

    /** The value as text, of whatever type; {@code null} when there is none. */
    String text(int column);

    default Optional<String> findText(int column) {
        return Optional.ofNullable(text(column));
    }

    default OptionalInt findInt(int column) {
        return isNull(column) ? OptionalInt.empty() : OptionalInt.of(getInt(column));
    }

    default OptionalLong findLong(int column) {
        return isNull(column) ? OptionalLong.empty() : OptionalLong.of(getLong(column));
    }

    default OptionalDouble findDouble(int column) {
        return isNull(column) ? OptionalDouble.empty() : OptionalDouble.of(getDouble(column));
    }
}
