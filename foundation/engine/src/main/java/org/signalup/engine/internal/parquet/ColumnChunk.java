package org.signalup.engine.internal.parquet;

/**
 * Where the values of a column of one row group lie in the file.
 *
 * @param bounds the least and the largest value, by which readers pass over groups; null when not told
 */
public record ColumnChunk(
        int physicalType, String name, long start, long dictionaryLength, long length, int values, Bounds bounds) {
    /** Plain values as they stand in a page, texts without their length. */
    public record Bounds(ByteSink least, ByteSink most) {}
}
