package org.signalup.bench.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.bench.World;
import org.signalup.bench.WorldGenerator;
import org.signalup.bench.WorldSize;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;

/** Reads one canonical CSV file by intake and by DuckDB's own reader. */
final class CsvCase {
    private static final long SEED = 7;
    private static final long WARM_UP_ROWS = 100_000;

    private final Options options;
    private final Programme programme;

    CsvCase(Options options) {
        this.options = options;
        this.programme = ProgrammeReader.read(options.programme(), List.of());
    }

    Figures run() throws IOException {
        Files.createDirectories(options.work());
        Path warmUp = file(Math.min(WARM_UP_ROWS, options.csvRows()));
        Path file = file(options.csvRows());
        intake(warmUp);
        duckDb(warmUp);
        Figures figures = new Figures();
        figures.put("rows", options.csvRows());
        figures.put("mb", Files.size(file) / 1e6);
        figures.put("intake", intake(file));
        figures.put("duckdb", duckDb(file));
        figures.put("ratio", figures.get("duckdb") / figures.get("intake"));
        figures.put("rows_s_core", options.csvRows() / figures.get("intake"));
        figures.put("peak_mb", CpuClock.peakMb());
        return figures;
    }

    private Path file(long rows) throws IOException {
        Path file = options.work().resolve("samples-" + rows + ".csv");
        if (!Files.exists(file)) {
            try (Engine engine = engine()) {
                World world = new WorldGenerator(engine, SEED).generate(WorldSize.TOWN, rows, options.work());
                world.attach(engine, "world");
                CanonicalCsv.write(engine, "world", rows, file);
            }
        }
        return file;
    }

    private double intake(Path file) throws IOException {
        Path work = Files.createDirectories(options.work().resolve("intake"));
        IntakeOptions read = new IntakeOptions(
                programme,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                work,
                ProgressListener.NONE);
        try (Engine engine = engine()) {
            double from = CpuClock.seconds();
            IntakeReport report = Intake.read(List.of(file), read, engine);
            double seconds = CpuClock.seconds() - from;
            long kept = engine.count(SampleSchema.READ.name());
            if (report.rejected() > 0 || kept != report.read()) {
                throw new IllegalStateException("rows kept: " + kept + " (expected: all of " + report.read() + ")");
            }
            return seconds;
        }
    }

    private double duckDb(Path file) throws IOException {
        try (Engine engine = engine()) {
            return CpuClock.seconds(() -> engine.materialise("plain", CanonicalCsv.readCsv(file)));
        }
    }

    private Engine engine() throws IOException {
        Path spill = Files.createDirectories(options.work().resolve("spill"));
        return DuckDbEngine.open(options.threads(), options.memoryOf(WorldSize.PROVINCE), spill);
    }
}
