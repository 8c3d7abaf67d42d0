package org.signalup.bench.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.LongsFunction;
import org.signalup.engine.Row;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.SampleSchema;

/**
 * An engine in which the samples stand ready as normalised Parquet: what intake reads is thrown away for them. So the public
 * {@code Evaluation.run} is measured from Parquet, without the cost of reading client files.
 */
final class ReadySamples implements Engine {
    private final Engine engine;
    private final List<Path> parquet;

    ReadySamples(Engine engine, List<Path> parquet) {
        this.engine = engine;
        this.parquet = List.copyOf(parquet);
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public TableWriter create(Schema schema) {
        return engine.create(schema);
    }

    @Override
    public void attach(String name, List<Path> files) {
        engine.attach(name, files);
    }

    @Override
    public void attach(Schema schema, List<Path> files) {
        engine.attach(schema, schema.name().equals(SampleSchema.READ.name()) ? parquet : files);
    }

    @Override
    public void materialise(String name, String query) {
        engine.materialise(name, query);
    }

    @Override
    public void define(String name, String query) {
        engine.define(name, query);
    }

    @Override
    public void drop(String name) {
        engine.drop(name);
    }

    @Override
    public long functionHeapBytes() {
        return engine.functionHeapBytes();
    }

    @Override
    public void function(String name, int arguments, LongsFunction function) {
        engine.function(name, arguments, function);
    }

    @Override
    public boolean knows(String function) {
        return engine.knows(function);
    }

    @Override
    public List<Column> columns(String name) {
        return engine.columns(name);
    }

    @Override
    public void forEach(String query, List<Object> parameters, Consumer<Row> handler) {
        engine.forEach(query, parameters, handler);
    }

    @Override
    public void export(String query, Path file) {
        engine.export(query, file);
    }

    @Override
    public void close() {
        engine.close();
    }
}
