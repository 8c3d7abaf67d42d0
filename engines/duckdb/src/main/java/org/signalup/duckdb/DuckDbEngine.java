package org.signalup.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.LongsFunction;
import org.signalup.engine.Row;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.parquet.RowFile;

/**
 * DuckDB in memory, spilling to a folder. One database per engine; not thread-safe.
 *
 * <p>The driver closes a statement after any error, so each statement is used once. Files are written under a private
 * name and moved, because an interrupted COPY leaves a torn file under the final one.
 */
public final class DuckDbEngine implements Engine {
    static final String NAME = "duckdb";

    private final DuckDBConnection connection;
    private final Functions functions;
    private final MadeFiles made;
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    private DuckDbEngine(DuckDBConnection connection, Path spillFolder) {
        this.connection = connection;
        this.made = new MadeFiles(spillFolder);
        this.functions = new Functions(connection);
    }

    /**
     * Opens an engine of its own.
     *
     * @param threads worker threads; 0 = one per core
     * @param memoryLimit for example {@code 2GB}; beyond it DuckDB spills to {@code spillFolder}
     */
    public static DuckDbEngine open(int threads, String memoryLimit, Path spillFolder) {
        Properties settings = new Properties();
        if (threads > 0) {
            settings.setProperty("threads", Integer.toString(threads));
        }
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("temp_directory", spillFolder.toAbsolutePath().toString());
        try {
            return new DuckDbEngine(
                    (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings), spillFolder);
        } catch (SQLException e) {
            throw new EngineFailure("open DuckDB", e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TableWriter create(Schema schema) {
        Path file = made.fresh(schema.name());
        return new RowFile(file, schema, () -> publish(schema.name(), file));
    }

    /** A small table is taken into memory: sessions that last for weeks must not depend on a file in a folder for passing things. */
    private void publish(String name, Path file) {
        attach(name, List.of(file));
        made.keep(name, file);
        if (MadeFiles.isSmall(file)) {
            materialise(name, "SELECT * FROM " + name);
        }
    }

    @Override
    public void attach(String name, List<Path> parquetFiles) {
        String files = parquetFiles.stream()
                .map(file -> literal(file.toAbsolutePath().toString()))
                .collect(Collectors.joining(", "));
        define(name, "SELECT * FROM read_parquet([" + files + "], union_by_name = true)");
    }

    @Override
    public void materialise(String name, String query) {
        // Under a private name first: the query may read the dataset it replaces.
        String fresh = name + "_fresh";
        execute("CREATE OR REPLACE TABLE " + fresh + " AS " + query);
        drop(name);
        execute("ALTER TABLE " + fresh + " RENAME TO " + name);
    }

    @Override
    public void define(String name, String query) {
        drop(name);
        execute("CREATE VIEW " + name + " AS " + query);
    }

    @Override
    public void drop(String name) {
        String kind = list(
                        "SELECT table_type FROM information_schema.tables WHERE table_name = " + literal(name),
                        row -> row.text(0))
                .stream()
                .findFirst()
                .orElse("");
        if (!kind.isEmpty()) {
            execute((kind.equals("VIEW") ? "DROP VIEW " : "DROP TABLE ") + name);
        }
        made.forget(name);
    }

    @Override
    public long functionHeapBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public void function(String name, int arguments, LongsFunction function) {
        functions.put(name, arguments, function);
    }

    @Override
    public boolean knows(String function) {
        return functions.has(function);
    }

    @Override
    public List<Column> columns(String name) {
        return list("DESCRIBE " + name, row -> new Column(row.text(0), typeOf(row.text(1))));
    }

    @Override
    @SuppressWarnings("try") // that it is known is all
    public void forEach(String query, List<Object> parameters, Consumer<Row> handler) {
        // A connection of its own: results stream, and the handler may write other datasets meanwhile.
        try (Connection reading = duplicate();
                DuckDBPreparedStatement statement =
                        reading.prepareStatement(query).unwrap(DuckDBPreparedStatement.class);
                Running known = known(statement)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (DuckDBChunkedResult result = statement.query()) {
                ChunkRow row = new ChunkRow();
                while (result.nextChunk()) {
                    row.over(result.chunk(), handler);
                }
            }
        } catch (SQLException e) {
            throw new EngineFailure(query, e);
        }
    }

    /** A statement that can be stopped while it runs. */
    private Running known(Statement statement) throws SQLException {
        running.add(statement);
        if (stopped) {
            running.remove(statement);
            throw new SQLException("stopped");
        }
        return () -> running.remove(statement);
    }

    private interface Running extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void stop() {
        stopped = true;
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw new EngineFailure("stop", e);
            }
        }
    }

    /** Duplicating is not safe against itself; what is done with the duplicates is. */
    private synchronized Connection duplicate() throws SQLException {
        return connection.duplicate();
    }

    @Override
    public void export(String query, Path parquetFile) {
        copy(query, parquetFile, "");
    }

    @Override
    public void export(String query, Path parquetFile, int groupRows) {
        copy(query, parquetFile, ", ROW_GROUP_SIZE " + groupRows);
    }

    private void copy(String query, Path parquetFile, String options) {
        Path torn = parquetFile.resolveSibling(parquetFile.getFileName() + ".part");
        execute("COPY (" + query + ") TO " + literal(torn.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd" + options + ")");
        try {
            Files.move(torn, parquetFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        made.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new EngineFailure("close DuckDB", e);
        }
    }

    @SuppressWarnings("try") // that it is known is all
    private void execute(String sql) {
        try (Statement statement = connection.createStatement();
                Running known = known(statement)) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EngineFailure(sql, e);
        }
    }

    private static Column.Type typeOf(String duckType) {
        return switch (duckType.toUpperCase(Locale.ROOT)) {
            case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT" -> Column.Type.INT;
            case "BIGINT", "UINTEGER" -> Column.Type.BIGINT;
            case "FLOAT", "DOUBLE" -> Column.Type.DOUBLE;
            case "BOOLEAN" -> Column.Type.BOOLEAN;
            default -> Column.Type.VARCHAR;
        };
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
