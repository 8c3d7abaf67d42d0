package org.signalup.engine.internal.parquet;

/** Where the values of a column of one row group lie in the file. */
public record ColumnChunk(int physicalType, String name, long start, long dictionaryLength, long length, int values) {}
