/** The embedded engine: DuckDB behind {@link org.signalup.engine.Engine}. Truth stays in Parquet; a database lives only as long as its run. */
package org.signalup.duckdb;
