/**
 * A small writer of flat Parquet files: one data page per column chunk, no compression, dictionaries for what is said
 * again and again. It exists because putting rows into an engine one value at a time costs ten times what writing this
 * costs.
 */
package org.signalup.engine.internal.parquet;
