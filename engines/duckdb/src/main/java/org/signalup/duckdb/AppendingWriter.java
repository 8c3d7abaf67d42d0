package org.signalup.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.TableWriter;

/** Rows into a DuckDB table through its appender, which collects vectors and never goes through SQL. */
final class AppendingWriter implements TableWriter {
    private final DuckDBAppender appender;
    private boolean inRow;

    AppendingWriter(DuckDBAppender appender) {
        this.appender = appender;
    }

    @Override
    public TableWriter put(int value) {
        return run(() -> row().append(value));
    }

    @Override
    public TableWriter put(long value) {
        return run(() -> row().append(value));
    }

    @Override
    public TableWriter put(double value) {
        return run(() -> row().append(value));
    }

    @Override
    public TableWriter put(boolean value) {
        return run(() -> row().append(value));
    }

    @Override
    public TableWriter put(String value) {
        return run(() -> value == null ? row().appendNull() : row().append(value));
    }

    @Override
    public TableWriter putNull() {
        return run(() -> row().appendNull());
    }

    @Override
    public void endRow() {
        run(appender::endRow);
        inRow = false;
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw new EngineFailure("append", e);
        }
    }

    private DuckDBAppender row() throws SQLException {
        if (!inRow) {
            appender.beginRow();
            inRow = true;
        }
        return appender;
    }

    private TableWriter run(Step step) {
        try {
            step.run();
            return this;
        } catch (SQLException e) {
            throw new EngineFailure("append", e);
        }
    }

    private interface Step {
        Object run() throws SQLException;
    }
}
