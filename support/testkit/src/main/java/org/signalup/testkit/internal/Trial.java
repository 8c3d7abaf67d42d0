package org.signalup.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
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
    private final BiFunction<Integer, Path, Engine> engines;
    private final Path folder;

    public Trial(BiFunction<Integer, Path, Engine> engines, Path folder) {
        this.engines = engines;
        this.folder = folder;
    }

    /** Evaluates a world and returns the result folder. */
    public Path evaluate(RandomWorld world, Shape shape, int threads) {
        String name = shape + "-" + threads;
        Path out = folder.resolve("out-" + name);
        try (Engine engine = engine(threads)) {
            List<Path> samples = WorldFiles.samples(world, shape, folder.resolve("in-" + name), engine);
            Evaluation.run(
                    request(
                            world.programme(),
                            world.standard(),
                            world.ledger(),
                            samples,
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            out),
                    engine,
                    ReportWriter.NONE);
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
                            List.of(example.samples()),
                            example.profileFolders(),
                            example.profile(),
                            example.crs(),
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

    private static EvaluationRequest request(
            Programme programme,
            Standard standard,
            Ledger ledger,
            List<Path> samples,
            List<Path> profileFolders,
            Optional<String> profile,
            Optional<String> crs,
            Path out) {
        return new EvaluationRequest(
                programme,
                standard,
                ledger,
                samples,
                profileFolders,
                profile,
                crs,
                Period.ALL,
                Optional.empty(),
                Optional.empty(),
                true,
                out,
                false,
                Language.EN,
                ProgressListener.NONE,
                Optional.empty());
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }
}
