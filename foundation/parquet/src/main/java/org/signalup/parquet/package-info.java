/**
 * A small writer of flat Parquet files: small pages, no compression, dictionaries for what is said again and again. It
 * exists because putting rows into an engine one value at a time costs ten times what writing this costs. Starting point:
 * {@link org.signalup.parquet.ParquetFile}.
 */
package org.signalup.parquet;
