package org.signalup.engine;

/** The current row of a result; columns from 0. Valid only while its handler runs. A getter of a null is an error but for {@link #text}. */
public interface Row {
    boolean isNull(int column);

    int getInt(int column);

    long getLong(int column);

    double getDouble(int column);

    boolean getBoolean(int column);

    /** The value as text, of whatever type; {@code null} when there is none. */
    String text(int column);
}
