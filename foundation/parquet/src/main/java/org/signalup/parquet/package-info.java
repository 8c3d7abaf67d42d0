/**
 * A small writer of flat Parquet files: small pages, dictionaries for texts, compressed where they stay. It exists
 * because putting fifty columns row by row into an engine costs ten times what reading the file did.
 * Starting points: {@link org.signalup.parquet.ParquetFile}, {@link org.signalup.parquet.RowFile}.
 */
package org.signalup.parquet;
