package org.signalup.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.EngineSettings;
import org.signalup.engine.LongsFunction;
import org.signalup.engine.RemoteFiles;
import org.signalup.engine.Row;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.parquet.RowFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Apache Spark, on this machine or on a cluster. Every dataset that is kept is a folder of Parquet files below the work
 * folder, which driver and workers share: a lost worker costs its tasks, never a dataset.
 *
 * <p>The SQL is the same text that DuckDB runs; where Spark differs, the difference is one override here or in {@link
 * Sessions}, with its reason.
 */
public final class SparkEngine implements Engine {
    static final String NAME = "spark";

    /** Rows of a group of an exported file, as DuckDB has it: a reader of a sorted file skips whole groups. */
    private static final int USUAL_GROUP_ROWS = 122_880;

    private final Sessions sessions;
    private final SparkSession session;
    private final Path work;
    private final Map<String, Path> storage = new HashMap<>();
    private final Sizing sizing;
    private final Functions functions;
    private int folders;

    private SparkEngine(Sessions sessions, long partBytes, Path work) {
        this.sessions = sessions;
        this.session = sessions.session();
        this.sizing = new Sizing(session, partBytes);
        this.functions = new Functions(session);
        this.work = work;
    }

    /** Opens an engine in the Spark of this process, which is started if there is none yet. */
    public static SparkEngine open(EngineSettings settings) {
        return open(settings, Sizing.USUAL_PART_BYTES);
    }

    /** @param partBytes how much Parquet makes a part of its own */
    static SparkEngine open(EngineSettings settings, long partBytes) {
        return attempt("open Spark", () -> {
            // A folder of its own: engines that share a work folder must not meet.
            Path place = settings.workFolder().toAbsolutePath().resolve("spark-" + UUID.randomUUID());
            return new SparkEngine(Sessions.open(settings), partBytes, Files.createDirectories(place));
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TableWriter create(Schema schema) {
        Path folder = fresh(schema.name());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RowFile(
                folder.resolve("rows.parquet"),
                schema,
                () -> keep(schema.name(), SparkTypes.struct(schema.columns()), folder));
    }

    /** A folder that does not exist yet. */
    private synchronized Path fresh(String name) {
        return work.resolve(name + "-" + ++folders);
    }

    /** Spark matches columns of files by name only when told to merge their schemas. */
    @Override
    public void attach(String name, List<Path> parquetFiles) {
        Path links = fresh(name);
        String[] files = parquetFiles.stream()
                .map(file -> Urls.of(isPlain(file) ? file : link(file, links)))
                .toArray(String[]::new);
        run("attach " + name, () -> {
            Dataset<org.apache.spark.sql.Row> rows =
                    session.read().option("mergeSchema", files.length > 1).parquet(files);
            SparkTypes.withTextsOfInstants(rows).createOrReplaceTempView(name);
        });
        forget(storage.put(name, links));
    }

    /** A path with a star is a pattern to Spark, and a file whose name begins with a dot or a bar is hidden. */
    private static boolean isPlain(Path file) {
        return !file.toAbsolutePath().toString().matches(".*[*?\\[\\]{}\\\\].*")
                && !file.getFileName().toString().matches("[._].*");
    }

    private Path link(Path file, Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.createSymbolicLink(folder.resolve("file-" + ++folders + ".parquet"), file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without CREATE TABLE AS, which would need a catalogue with a warehouse: Parquet under a name of its own. */
    @Override
    public void materialise(String name, String query) {
        Path folder = fresh(name);
        run(query, () -> {
            Dataset<org.apache.spark.sql.Row> rows = sized(query);
            PartFiles.write(rows, folder, USUAL_GROUP_ROWS);
            keep(name, SparkTypes.struct(SparkTypes.columns(rows.schema())), folder);
        });
    }

    private Dataset<org.apache.spark.sql.Row> sized(String query, Object... parameters) {
        Dataset<org.apache.spark.sql.Row> rows =
                parameters.length == 0 ? session.sql(query) : session.sql(query, parameters);
        sizing.chooseFor(rows);
        return rows;
    }

    private void keep(String name, StructType schema, Path folder) {
        run(
                "keep " + name,
                () -> session.read().schema(schema).parquet(Urls.of(folder)).createOrReplaceTempView(name));
        // Only now: the query may have read the dataset it replaces.
        forget(storage.put(name, folder));
    }

    @Override
    public void define(String name, String query) {
        run(query, () -> session.sql("CREATE OR REPLACE TEMPORARY VIEW " + name + " AS " + query));
        forget(storage.remove(name));
    }

    @Override
    public void drop(String name) {
        run("drop " + name, () -> session.catalog().dropTempView(name));
        forget(storage.remove(name));
    }

    @Override
    public long functionHeapBytes() {
        return functions.heapBytes();
    }

    @Override
    public void function(String name, int arguments, LongsFunction function) {
        run("function " + name, () -> functions.put(name, arguments, function));
    }

    @Override
    public boolean knows(String function) {
        return functions.has(function);
    }

    @Override
    public List<Column> columns(String name) {
        return attempt(
                "columns of " + name,
                () -> SparkTypes.columns(session.table(name).schema()));
    }

    @Override
    public void forEach(String query, List<Object> parameters, Consumer<Row> handler) {
        Dataset<org.apache.spark.sql.Row> known =
                attempt(query, () -> SparkTypes.withKnownTypes(sized(query, parameters.toArray())));
        Iterator<InternalRow> rows = attempt(
                query,
                () -> CollectionConverters.asJava(
                        known.queryExecution().executedPlan().executeToIterator()));
        SparkRow row = new SparkRow(known.schema());
        while (attempt(query, rows::hasNext)) {
            handler.accept(row.over(rows.next()));
        }
    }

    @Override
    public void export(String query, Path parquetFile) {
        export(query, parquetFile, USUAL_GROUP_ROWS);
    }

    /** Spark writes a folder, a file for each task in the order of the query; a file of theirs is made here. */
    @Override
    public void export(String query, Path parquetFile, int groupRows) {
        Path parts = fresh("export");
        run(query, () -> {
            PartFiles.write(sized(query), parts, groupRows);
            Path torn = RemoteFiles.isRemote(parquetFile)
                    ? parts.resolve(".joined")
                    : parquetFile.resolveSibling(parquetFile.getFileName() + ".part");
            new JoinedFile(session.sparkContext().hadoopConfiguration()).join(parts, torn);
            Urls.move(torn, parquetFile);
        });
        forget(parts);
    }

    @Override
    public void close() {
        storage.keySet().stream().sorted().toList().forEach(this::drop);
        functions.close();
        forget(work);
        if (sessions.ownsContext()) {
            session.stop();
        }
    }

    private static void forget(Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String statement, Step step) {
        attempt(statement, () -> {
            step.run();
            return null;
        });
    }

    /** Scala throws checked exceptions without saying so. */
    private static <T> T attempt(String statement, Callable<T> step) {
        try {
            return step.call();
        } catch (EngineFailure | RefusedException | UncheckedIOException e) {
            throw e;
        } catch (Exception e) {
            throw Sessions.hasStopped(e) ? Sessions.stopped() : new EngineFailure(statement, e);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
