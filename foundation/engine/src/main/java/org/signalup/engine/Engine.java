package org.signalup.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs portable SQL over named datasets. The subset of SQL that every engine reads alike: explicit GROUP BY columns,
 * {@code SUM(CASE …)} rather than FILTER, CAST around SUM and FLOOR, {@code AS} before every alias, a CAST around a column that is nothing but NULL, STRING rather
 * than VARCHAR, NULLS LAST where a key of the order may be missing, {@code %} but no integer division, no number turned into text, no decimal literals, no exploding.
 *
 * <p>An engine is one session for one run, used by one thread at a time; names of datasets are lower case.
 */
public interface Engine extends AutoCloseable {
    /** Short name for summaries, for example {@code duckdb}. */
    String name();

    /** Starts a new dataset; an older one of this name is replaced. The writer's close publishes it. */
    TableWriter create(Schema schema);

    /** Makes {@code name} stand for the rows of these Parquet files, in this order, matched by column name. */
    void attach(String name, List<Path> parquetFiles);

    /**
     * The same with exactly the columns of {@code schema}, in its order, under its name: a column that some or all of the
     * files lack reads as null there, columns of the files beyond the schema are left out.
     */
    default void attach(Schema schema, List<Path> parquetFiles) {
        String there = there(schema);
        if (parquetFiles.isEmpty()) {
            create(schema).close();
            define(there, "SELECT * FROM " + schema.name());
            return;
        }
        attach(there, parquetFiles);
        fillUp(schema.name(), schema.columns(), there);
    }

    /** Makes {@code name} the rows of {@code there} with these columns. */
    private void fillUp(String name, List<Column> columns, String there) {
        List<Column> known = columns(there);
        String chosen = columns.stream().map(column -> column.among(known)).collect(Collectors.joining(", "));
        define(name, "SELECT " + chosen + " FROM " + there);
    }

    /** Those columns of a dataset attached with its schema that one of its files has, in the order of the schema; the others are null in every row. */
    default List<Column> attached(Schema schema) {
        Set<String> names = columns(there(schema)).stream().map(Column::name).collect(Collectors.toSet());
        return schema.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    private static String there(Schema schema) {
        return there(schema.name());
    }

    private static String there(String name) {
        return name + "_there";
    }

    /** Computes {@code query} now and keeps its rows under {@code name}. */
    void materialise(String name, String query);

    /**
     * The same where it is known that some columns are null in every row: they are not kept, and read as null.
     *
     * @param query reads nothing of this name
     */
    default void materialise(String name, String query, Set<String> empty) {
        define(name, query);
        List<Column> columns = columns(name);
        String filled = columns.stream()
                .map(Column::name)
                .filter(column -> !empty.contains(column))
                .collect(Collectors.joining(", "));
        materialise(there(name), "SELECT " + filled + " FROM (" + query + ") AS q");
        fillUp(name, columns, there(name));
    }

    /** Makes {@code name} stand for {@code query}, computed at every use. */
    void define(String name, String query);

    /** Forgets a dataset and its storage. */
    void drop(String name);

    /**
     * The heap of whoever holds what stands behind a function of the program, the least if several do, bytes; 0 if SQL cannot
     * call functions.
     */
    default long functionHeapBytes() {
        return 0;
    }

    /**
     * Makes a function known to SQL: a BIGINT, or NULL where it answers 0, of so many BIGINT arguments, none of which may be
     * null. One of the same name is replaced. An engine may know functions of one to three arguments only.
     */
    default void function(String name, int arguments, LongsFunction function) {
        throw new UnsupportedOperationException(name() + " calls no functions");
    }

    /** Whether a function of this name was made known. */
    default boolean knows(String function) {
        return false;
    }

    /** The columns of a dataset; types outside {@link Column.Type} are told as VARCHAR. */
    List<Column> columns(String name);

    /** Streams the result of {@code query} through {@code handler}, in the query's order. */
    default void forEach(String query, Consumer<Row> handler) {
        forEach(query, List.of(), handler);
    }

    /**
     * The same with values for the question marks of the query, in order: texts, numbers, booleans. Several threads may
     * ask at once.
     */
    void forEach(String query, List<Object> parameters, Consumer<Row> handler);

    /** Writes the result of {@code query} as one Parquet file. The file appears under its name only when whole. */
    void export(String query, Path parquetFile);

    /**
     * The same in groups of some {@code groupRows} rows: a reader who wants few rows of a sorted file skips or reads whole
     * groups. An engine may take it as a hint.
     */
    default void export(String query, Path parquetFile, int groupRows) {
        export(query, parquetFile);
    }

    /** The result of {@code query} as a list. */
    default <T> List<T> list(String query, Function<Row, T> mapper) {
        List<T> rows = new ArrayList<>();
        forEach(query, row -> rows.add(mapper.apply(row)));
        return rows;
    }

    /** The one number that {@code query} returns. */
    default long number(String query) {
        return list(query, row -> row.isNull(0) ? 0L : row.getLong(0)).get(0);
    }

    default long count(String name) {
        return number("SELECT COUNT(*) FROM " + name);
    }

    /** Gives up what is being computed, from another thread. It fails there, and so does what is asked afterwards. */
    default void stop() {
        // An engine that cannot is stopped between two questions.
    }

    @Override
    void close();
}
