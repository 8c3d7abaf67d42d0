package org.signalup.bench.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.bench.World;
import org.signalup.bench.WorldGenerator;
import org.signalup.bench.WorldSize;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.SampleSource;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standards;

/** A month of samples in a lake: added as CSV, counted day by day, sorted by cell; then judged again from the tallies alone. */
final class LakeCase {
    private final Options options;
    private final WorldSize size;
    private final long samples;
    private final Programme programme;

    LakeCase(Options options) {
        this.options = options;
        this.size = options.sizes().get(0);
        this.samples = options.samples().get(0);
        this.programme = ProgrammeReader.read(options.programme(), List.of());
    }

    Figures run() throws IOException {
        Figures figures = new Figures();
        Path folder = options.work().resolve("lake-" + size.name() + "-" + samples);
        World world;
        try (Engine engine = engine()) {
            world = new WorldGenerator(engine, EvaluationCase.SEED).generate(size, samples, options.work());
            fill(folder, world, engine, figures);
        }
        delete(folder.resolve("tallies"));
        LakeView lake = Lake.open(folder).view();
        try (Engine engine = engine()) {
            lake.attachSamples(engine, "scanned", lake.dates());
            Runnable scan = () -> engine.forEach(EvaluationCase.maxima(EvaluationCase.COLUMNS, "scanned"), row -> {});
            scan.run();
            figures.put("scan", CpuClock.seconds(scan));
        }
        try (Engine engine = engine()) {
            StepClock clock = new StepClock("rates", () -> EvaluationCase.matchAlone(engine, figures));
            evaluate(world, folder, engine, clock);
            clock.seconds().forEach(figures::put);
            figures.put("trace", figures.get("match+trace") - figures.get("match"));
            figures.put("all", clock.total());
            figures.put("tallies_mb", bytes(folder.resolve("tallies")) / 1e6);
        }
        again(world, folder, figures);
        figures.put("peak_mb", CpuClock.peakMb());
        figures.put("samples", samples);
        figures.put("samples_s_core_count", samples / (figures.get("match") + figures.get("tally")));
        return figures;
    }

    /** Adds the samples unless an earlier run did. */
    private void fill(Path folder, World world, Engine engine, Figures figures) throws IOException {
        Lake lake = Lake.openOrCreate(folder, programme.zone());
        if (!lake.view().dates().isEmpty()) {
            return;
        }
        Path file = options.work().resolve("lake-" + size.name() + "-" + samples + ".csv");
        world.attach(engine, "world");
        CanonicalCsv.write(engine, "world", samples, file);
        IntakeOptions read = new IntakeOptions(
                programme,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                folder,
                ProgressListener.NONE);
        figures.put("add", CpuClock.seconds(() -> lake.add(List.of(file), read, engine)));
        Files.delete(file);
    }

    private void again(World world, Path folder, Figures figures) throws IOException {
        try (Engine engine = engine()) {
            StepClock clock = new StepClock("", () -> {});
            long started = System.nanoTime();
            evaluate(world, folder, engine, clock);
            figures.put("again_wall", (System.nanoTime() - started) / CpuClock.NANOS);
            // Until verdicts, stars and progress are known; what is behind it are quantiles and files.
            figures.put("again_judged_wall", clock.wall("read", "index", "judge"));
            figures.put("again", clock.total());
            clock.seconds().forEach((step, seconds) -> figures.put("again_" + step, seconds));
        }
    }

    private void evaluate(World world, Path lake, Engine engine, StepClock clock) {
        Evaluation.run(
                new EvaluationRequest(
                        programme,
                        Standards.find(options.standard(), List.of(options.programme())),
                        world.ledger(),
                        new SampleSource.InLake(lake),
                        Period.ALL,
                        Optional.of(EvaluationCase.AS_OF),
                        Optional.empty(),
                        List.of(),
                        true,
                        options.work().resolve("result-lake-" + size.name()),
                        true,
                        Language.EN,
                        clock,
                        Optional.empty()),
                engine,
                ReportWriter.NONE);
        clock.stop();
    }

    private Engine engine() throws IOException {
        Path spill = Files.createDirectories(options.work().resolve("spill"));
        return DuckDbEngine.open(options.threads(), options.memory(), spill);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
