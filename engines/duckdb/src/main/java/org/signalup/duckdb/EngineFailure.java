package org.signalup.duckdb;

import java.sql.SQLException;

/** DuckDB could not do what was asked: out of disk or memory, or a query of ours that is wrong. Carries the statement. */
public final class EngineFailure extends RuntimeException {
    EngineFailure(String statement, SQLException cause) {
        super(cause.getMessage() + " — in: " + statement, cause);
    }
}
