/** The evaluation folder: contract files, their Parquet twins, summary and manifest; written whole or not at all. */
package org.signalup.evaluate.internal.write;
