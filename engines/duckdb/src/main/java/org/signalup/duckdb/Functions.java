package org.signalup.duckdb;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.LongsFunction;

/** Functions of the program that SQL calls, a chunk of rows at a time. DuckDB knows each name once; what stands behind it may change. */
final class Functions {
    private final DuckDBConnection connection;
    private final Map<String, LongsFunction> behind = new ConcurrentHashMap<>();

    Functions(DuckDBConnection connection) {
        this.connection = connection;
    }

    boolean has(String name) {
        return behind.containsKey(name);
    }

    void put(String name, int arguments, LongsFunction function) {
        if (behind.put(name, function) != null) {
            return;
        }
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name)
                    .withParameters(Collections.nCopies(arguments, Long.class).toArray(Class<?>[]::new))
                    .withReturnType(Long.class)
                    .withVectorizedFunction((chunk, results) -> apply(behind.get(name), arguments, chunk, results))
                    .register(connection);
        } catch (SQLException e) {
            throw new EngineFailure("function " + name, e);
        }
    }

    private static void apply(
            LongsFunction function, int arguments, DuckDBDataChunkReader chunk, DuckDBWritableVector results) {
        int rows = Math.toIntExact(chunk.rowCount());
        long[][] values = new long[arguments][rows];
        for (int argument = 0; argument < arguments; argument++) {
            DuckDBReadableVector vector = chunk.vector(argument);
            for (int row = 0; row < rows; row++) {
                values[argument][row] = vector.getLong(row);
            }
        }
        long[] answers = new long[rows];
        function.apply(values, rows, answers);
        // What is not set is NULL. The driver takes a lock to set one.
        for (int row = 0; row < rows; row++) {
            if (answers[row] != 0) {
                results.setLong(row, answers[row]);
            }
        }
    }
}
