package org.signalup.engine;

/** Writes the rows of one dataset: every column of a row in schema order, then {@link #endRow}. Not thread-safe. Closing publishes the dataset. */
public interface TableWriter extends AutoCloseable {
    TableWriter put(int value);

    TableWriter put(long value);

    TableWriter put(double value);

    TableWriter put(boolean value);

    /** Puts a text, or nothing when {@code value} is null. */
    TableWriter put(String value);

    TableWriter putNull();

    void endRow();

    @Override
    void close();
}
