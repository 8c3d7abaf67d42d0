package org.signalup.evaluate.internal.write;

/** The cells of one row of a contract file: a text or the bits of a number in each column, or neither. */
final class CellRow {
    private final String[] texts;
    private final long[] numbers;
    private final boolean[] missing;

    CellRow(int columns) {
        texts = new String[columns];
        numbers = new long[columns];
        missing = new boolean[columns];
    }

    void set(int column, String text) {
        texts[column] = text;
        missing[column] = text == null;
    }

    void set(int column, long count) {
        numbers[column] = count;
        missing[column] = false;
    }

    void set(int column, double number) {
        set(column, Double.doubleToRawLongBits(number));
    }

    void setMissing(int column) {
        texts[column] = null;
        missing[column] = true;
    }

    boolean isMissing(int column) {
        return missing[column];
    }

    String text(int column) {
        return texts[column];
    }

    long count(int column) {
        return numbers[column];
    }

    double number(int column) {
        return Double.longBitsToDouble(numbers[column]);
    }
}
