package org.signalup.bench.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.bench.World;
import org.signalup.bench.WorldGenerator;
import org.signalup.bench.WorldSize;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.SampleSource;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standards;

/** Evaluates a generated world from Parquet: a plain scan first, then every step of {@code Evaluation.run}. */
final class EvaluationCase {
    static final long SEED = 20250901;
    static final LocalDate AS_OF = LocalDate.of(2025, 9, 30);
    /** What counting reads of a sample. */
    static final List<String> COLUMNS = List.of(
            "file_no",
            "row_no",
            "local_s",
            "date",
            "lon_e7",
            "lat_e7",
            "accuracy_mm",
            "point_id",
            "spot",
            "line_id",
            "chainage_mm",
            "operator",
            "rat",
            "source",
            "test_mode",
            "purpose",
            "device_key",
            "rsrp_mdbm",
            "sinr_mdb",
            "floor");
    /** What a match carries to the counting. */
    private static final List<String> CARRIED = List.of(
            "tid",
            "operator",
            "self",
            "source",
            "device_key",
            "slot",
            "spot",
            "date",
            "rat",
            "test_mode",
            "rsrp_mdbm",
            "sinr_mdb");

    private final Options options;
    private final WorldSize size;
    private final long samples;

    EvaluationCase(Options options) {
        this.options = options;
        this.size = options.sizes().get(0);
        this.samples = options.samples().get(0);
    }

    /** Makes the world if it is not there yet, in a process of its own so that its memory is not counted. */
    void generate() throws IOException {
        try (Engine engine = embedded("2GB")) {
            new WorldGenerator(engine, SEED).generate(size, samples, options.work());
        }
    }

    Figures run() throws IOException {
        Figures figures = new Figures();
        World world;
        try (Engine embedded = embedded(options.memory())) {
            world = new WorldGenerator(embedded, SEED).generate(size, samples, options.work());
        }
        try (Engine engine = engine(options.memory())) {
            world.attach(engine, "scanned");
            Runnable scan = () -> engine.forEach(maxima(COLUMNS, "scanned"), row -> {});
            scan.run(); // reads the files into the page cache, loads the engine's library
            figures.put("scan", CpuClock.seconds(scan));
            evaluate(world, new ReadySamples(engine, world.sampleFiles()), figures);
            figures.put("peak_mb", CpuClock.peakMb());
        }
        return rates(figures);
    }

    private void evaluate(World world, Engine engine, Figures figures) throws IOException {
        // Before rate tests are matched, because they use the same names of datasets.
        StepClock clock = new StepClock("rates", () -> matchAlone(engine, figures));
        Path out = options.work().resolve("result-" + size.name());
        EvaluationRequest request = new EvaluationRequest(
                ProgrammeReader.read(options.programme(), List.of()),
                Standards.find(options.standard(), List.of(options.programme())),
                world.ledger(),
                new SampleSource.InFiles(List.of(oneRow()), List.of(), Optional.empty(), Optional.empty()),
                Period.ALL,
                Optional.of(AS_OF),
                Optional.empty(),
                List.of(),
                true,
                out,
                true,
                Language.EN,
                clock,
                Optional.empty());
        Results results = Evaluation.run(request, engine, ReportWriter.NONE);
        clock.stop();
        clock.seconds().forEach(figures::put);
        figures.put("all", clock.total());
        figures.put("trace", figures.get("match+trace") - figures.get("match"));
        figures.put("targets", size.points() + size.bins());
        figures.put("kept", results.summary().kept());
    }

    /** Matching and keeping the matches are one query; the match alone is what a query that only reads it costs. */
    static void matchAlone(Engine engine, Figures figures) {
        double[] matches = {0};
        double seconds = CpuClock.seconds(() -> engine.forEach(
                maxima(CARRIED, "coverage_match").replace("SELECT ", "SELECT COUNT(*), "),
                row -> matches[0] = row.getLong(0)));
        figures.add("match", seconds);
        figures.add("matches", matches[0]);
    }

    private Figures rates(Figures figures) {
        double counted = figures.get("match") + figures.get("tally");
        figures.put("samples", samples);
        figures.put("samples_s_core", samples / (counted + figures.get("judge")));
        figures.put("samples_s_core_count", samples / counted);
        return figures;
    }

    /** Intake wants a file; its one row is replaced by the world's samples. */
    private Path oneRow() throws IOException {
        Path file = options.work().resolve("one-row.csv");
        Files.writeString(file, """
                observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db
                2025-09-01T09:00:00+08:00,100.0,40.0,WGS84,CMCC,5G,-90,10
                """);
        return file;
    }

    private Engine engine(String memory) throws IOException {
        String name = options.engines().get(0);
        if (name.equals(Options.EMBEDDED)) {
            return embedded(memory);
        }
        EngineProvider provider = EngineProvider.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--engines: " + name + " (expected: " + Options.EMBEDDED + " or " + Options.SPARK + ")"));
        return provider.open(new EngineSettings(options.threads(), Optional.empty(), spill(), Optional.empty()));
    }

    private Engine embedded(String memory) throws IOException {
        return DuckDbEngine.open(options.threads(), memory, spill());
    }

    private Path spill() throws IOException {
        return Files.createDirectories(options.work().resolve("spill"));
    }

    static String maxima(List<String> columns, String dataset) {
        return columns.stream()
                        .map(column -> "MAX(" + column + ")")
                        .collect(Collectors.joining(", ", "SELECT ", " FROM "))
                + dataset;
    }
}
