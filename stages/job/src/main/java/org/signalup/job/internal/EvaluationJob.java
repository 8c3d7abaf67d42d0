package org.signalup.job.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Reach;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationOrder;
import org.signalup.evaluate.SampleSource;
import org.signalup.job.JobOrder;
import org.signalup.job.JobSettings;
import org.signalup.job.LedgerSource;
import org.signalup.people.Actor;
import org.signalup.publish.Report;
import org.signalup.store.Scope;

/** One attempt at an evaluation: the ledger in reach of who ordered it, the lake, and a folder that appears whole or not at all. */
public final class EvaluationJob implements AutoCloseable {
    private static final String VERSION = "VERSION.txt";

    private final JobSettings settings;
    private final LedgerSource ledgers;
    private final Path out;
    private final Path work;
    private volatile boolean stopped;
    private volatile Engine engine;
    private volatile OptionalLong ledgerVersion = OptionalLong.empty();

    public EvaluationJob(JobSettings settings, LedgerSource ledgers, String name) {
        this.settings = settings;
        this.ledgers = ledgers;
        this.out = settings.evaluations().resolve(name);
        this.work = settings.evaluations().resolve("." + name + ".job");
    }

    /** Whether the result is there, whole. */
    public boolean finished() {
        return Files.isRegularFile(out.resolve("manifest.json"));
    }

    /** The ledger used, once it is written. */
    public OptionalLong ledgerVersion() {
        return ledgerVersion;
    }

    public void run(Actor actor, JobOrder order, ProgressListener progress) throws IOException {
        clear();
        Path ledger = Files.createDirectories(work.resolve("ledger"));
        progress.progress(Text.of("取出台账", "taking the ledger"), 0, 0);
        long version = ledgers.write(scope(actor, order.region()), ledger);
        ledgerVersion = OptionalLong.of(version);
        // Copied into the evaluation and listed in its manifest.
        Files.writeString(ledger.resolve(VERSION), version + "\n");
        EvaluationOrder evaluation = new EvaluationOrder(
                settings.programme(),
                order.standard(),
                ledger,
                new SampleSource.InLake(settings.lake()),
                new Period(date(order.from()).orElse(null), date(order.to()).orElse(null)),
                date(order.asOf()),
                Optional.of(order.previous()).filter(id -> !id.isEmpty()).map(settings.evaluations()::resolve),
                ledgers.aggregates(actor.scope(), work.resolve("aggregates")),
                false,
                order.rulesOff(),
                out,
                false);
        EngineProvider provider = EngineProvider.find(order.engine()).orElseThrow();
        Path spill = Files.createDirectories(work.resolve("spill"));
        try (Engine opened = provider.open(new EngineSettings(0, Optional.empty(), spill, Optional.empty()))) {
            engine = opened;
            refuseStopped();
            Evaluation.run(
                    evaluation.request(order.language(), (phase, done, total) -> {
                        refuseStopped();
                        progress.progress(phase, done, total);
                    }),
                    opened,
                    new Report(order.language()));
        } finally {
            engine = null;
        }
    }

    private static Scope scope(Actor actor, String region) {
        Reach own = actor.reach();
        Reach reach = region.isEmpty()
                ? own
                : new Reach(Optional.of(Set.of(region)), own.scenarios(), own.operators(), own.places());
        Scope scope = actor.scope();
        return new Scope(
                scope.account(), scope.name(), scope.organisation(), scope.organisations(), reach, scope.may(), false);
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private void refuseStopped() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    /** Stops it from another thread: what the engine computes now is given up. */
    public void stop() {
        stopped = true;
        Engine running = engine;
        if (running != null) {
            running.stop();
        }
    }

    public boolean stopped() {
        return stopped;
    }

    /** Takes away what an attempt left that did not end: everything beside the result that bears its name. */
    public void clear() throws IOException {
        Files.createDirectories(settings.evaluations());
        String own = "." + out.getFileName() + ".";
        try (Stream<Path> beside = Files.list(settings.evaluations())) {
            for (Path path : beside.filter(path -> path.getFileName()
                            .toString()
                            .matches(java.util.regex.Pattern.quote(own) + "(job|partial-.*|spill-.*)"))
                    .toList()) {
                delete(path);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(Files.createDirectories(work));
    }
}
