package org.signalup.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.EvaluationRequest.Inputs;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.SampleSource;
import org.signalup.evaluate.SampleSource.InFiles;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.testkit.Example;
import org.signalup.testkit.RandomWorld;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.RefSamples;
import org.signalup.testkit.WorldFiles;
import org.signalup.testkit.WorldFiles.Shape;

/** Runs evaluations in a folder of their own. */
public final class Trial {
    /** The days of an evaluation. */
    public record Days(Period period, Optional<LocalDate> asOf) {
        static final Days ALL = new Days(Period.ALL, Optional.empty());
    }

    /** The days, the evaluation before this one, the inputs kept for the one after it, and who hears how far it is. */
    private record Setting(Days days, Optional<Path> previous, Optional<Inputs> inputs, ProgressListener progress) {
        static final Setting PLAIN = of(Days.ALL);

        /** Heard by nobody. */
        Setting(Days days, Optional<Path> previous, Optional<Inputs> inputs) {
            this(days, previous, inputs, ProgressListener.NONE);
        }

        static Setting of(Days days) {
            return new Setting(days, Optional.empty(), Optional.empty());
        }
    }

    private final BiFunction<Integer, Path, Engine> engines;
    private final Path folder;

    public Trial(BiFunction<Integer, Path, Engine> engines, Path folder) {
        this.engines = engines;
        this.folder = folder;
    }

    /** Evaluates a world and returns the result folder. */
    public Path evaluate(RandomWorld world, Shape shape, int threads) {
        return evaluate(world, shape, threads, shape + "-" + threads, Setting.PLAIN);
    }

    /**
     * Evaluates a world as it was earlier, then as it is with the stars of then. An evaluation is opened with policy and
     * ledger, so the earlier one is given the world's ledger and the shipped programme; only its stars are used.
     */
    public Path evaluateTwice(RandomWorld world, Path shippedProgramme) {
        Inputs inputs = new Inputs(
                List.of(shippedProgramme),
                shippedProgramme.resolve("standards/signal-upgrade-2025.yml"),
                WorldFiles.ledger(world.ledger(), folder.resolve("ledger")));
        Path before = evaluate(
                world.earlier(), Shape.ONE, 2, "before", new Setting(Days.ALL, Optional.empty(), Optional.of(inputs)));
        return evaluate(world, Shape.ONE, 2, "after", new Setting(Days.ALL, Optional.of(before), Optional.empty()));
    }

    private Path evaluate(RandomWorld world, Shape shape, int threads, String name, Setting setting) {
        Path out = folder.resolve("out-" + name);
        try (Engine engine = engine(threads)) {
            List<Path> samples = WorldFiles.samples(world, shape, folder.resolve("in-" + name), engine);
            EvaluationRequest request =
                    request(world.programme(), world.standard(), world.ledger(), files(samples), setting, out);
            Evaluation.run(request, engine, ReportWriter.NONE);
        }
        return out;
    }

    public Path evaluate(Example example, int threads) {
        Path out = folder.resolve("out");
        try (Engine engine = engine(threads)) {
            Evaluation.run(
                    request(
                            example.programme(),
                            example.standard(),
                            example.ledger(),
                            new InFiles(
                                    List.of(example.samples()),
                                    example.profileFolders(),
                                    example.profile(),
                                    example.crs()),
                            Setting.PLAIN,
                            out),
                    engine,
                    ReportWriter.NONE);
        }
        return out;
    }

    /** The samples of an example after intake. */
    public List<RefSample> read(Example example) {
        try (Engine engine = engine(1)) {
            IntakeOptions options = new IntakeOptions(
                    example.programme(),
                    example.profileFolders(),
                    example.profile(),
                    example.crs(),
                    Optional.empty(),
                    Language.EN,
                    created(folder.resolve("work")),
                    ProgressListener.NONE);
            Intake.read(List.of(example.samples()), options, engine);
            return RefSamples.read(engine);
        }
    }

    private Engine engine(int threads) {
        return engines.apply(threads, created(folder.resolve("spill")));
    }

    /** Adds sample files to a lake, created if need be; returns the id of the batch. */
    public String addToLake(RandomWorld world, Path lake, List<Path> files) {
        try (Engine engine = engine(2)) {
            IntakeOptions options = new IntakeOptions(
                    world.programme(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Language.EN,
                    folder,
                    ProgressListener.NONE);
            return Lake.openOrCreate(lake, world.programme().zone())
                    .add(files, options, engine)
                    .batch();
        }
    }

    /** Takes a batch out of a lake. */
    public void withdraw(Path lake, String batch) {
        try (Engine engine = engine(2)) {
            Lake.open(lake).withdraw(batch, engine);
        }
    }

    /** Joins the parts of every day of a lake. */
    public void compact(Path lake) {
        try (Engine engine = engine(2)) {
            Lake.open(lake).compact(Optional.empty(), engine);
        }
    }

    /** Writes the samples of a world as files. */
    public List<Path> write(RandomWorld world, Shape shape, String name) {
        try (Engine engine = engine(1)) {
            return WorldFiles.samples(world, shape, folder.resolve(name), engine);
        }
    }

    /** Evaluates a lake under the ledger and a standard of a world. */
    public Results evaluate(RandomWorld world, Standard standard, Path lake, String name) {
        return evaluate(world, standard, new SampleSource.InLake(lake), Days.ALL, name);
    }

    /** Evaluates files under the ledger and a standard of a world. */
    public Results evaluate(RandomWorld world, Standard standard, List<Path> files, String name) {
        return evaluate(world, standard, files(files), Days.ALL, name);
    }

    /** Evaluates some days of samples under the ledger and a standard of a world. */
    public Results evaluate(RandomWorld world, Standard standard, SampleSource samples, Days days, String name) {
        return evaluate(world, standard, samples, Setting.of(days), name);
    }

    /** Evaluates a lake under the ledger and standard of a world, while somebody does something at the beginning of each phase. */
    public Results evaluateWhile(RandomWorld world, Path lake, String name, ProgressListener meanwhile) {
        Setting heard = new Setting(Days.ALL, Optional.empty(), Optional.empty(), meanwhile);
        return evaluate(world, world.standard(), new SampleSource.InLake(lake), heard, name);
    }

    private Results evaluate(RandomWorld world, Standard standard, SampleSource samples, Setting setting, String name) {
        Path out = folder.resolve("out-" + name);
        try (Engine engine = engine(2)) {
            EvaluationRequest request = request(world.programme(), standard, world.ledger(), samples, setting, out);
            return Evaluation.run(request, engine, ReportWriter.NONE);
        }
    }

    /** Files without anything said about them. */
    public static SampleSource files(List<Path> files) {
        return new InFiles(files, List.of(), Optional.empty(), Optional.empty());
    }

    private static EvaluationRequest request(
            Programme programme, Standard standard, Ledger ledger, SampleSource samples, Setting setting, Path out) {
        return new EvaluationRequest(
                programme,
                standard,
                ledger,
                samples,
                setting.days().period(),
                setting.days().asOf(),
                setting.previous(),
                List.of(),
                true,
                out,
                false,
                Language.EN,
                setting.progress(),
                setting.inputs());
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }
}
