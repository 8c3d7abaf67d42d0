package org.signalup.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** A data folder with a database, the town's samples in its lake, and somebody who may order evaluations. */
record Yard(Store store, JobSettings settings, Actor actor) implements AutoCloseable {
    private static final Path ROOT = root();
    static final long PATIENCE_S = 60;

    static Yard open(Path folder) {
        DataFolder data = new DataFolder(folder);
        Path programmeFolder = ROOT.resolve("programme");
        Programme programme = ProgrammeReader.read(programmeFolder, List.of());
        if (!Files.exists(data.lake())) {
            fill(data.lake(), folder, programme);
        }
        Store store = Store.open(StoreSettings.embedded(data.postgres()));
        store.run(Scope.PLATFORM, client -> client.sql("""
                        with made as (insert into organisation (code, name, kind) values ('GLJ', '管局', 'ADMINISTRATION')
                            on conflict do nothing returning organisation_id)
                        insert into account (login, name, organisation_id, role)
                        select 'zhang', '张三', organisation_id, 'MANAGER' from made
                        """).update());
        return new Yard(
                store,
                new JobSettings(List.of(programmeFolder), data.lake(), data.evaluations(), programme.zone()),
                new Actors(store).find("zhang").orElseThrow());
    }

    private static void fill(Path lake, Path work, Programme programme) {
        IntakeOptions options = new IntakeOptions(
                programme,
                List.of(),
                Optional.empty(),
                Optional.of("WGS84"),
                Optional.empty(),
                Language.ZH,
                work,
                ProgressListener.NONE);
        try (Engine engine = DuckDbEngine.open(2, "500MB", work)) {
            Lake.openOrCreate(lake, programme.zone())
                    .add(List.of(ROOT.resolve("examples/town/samples")), options, engine);
        }
    }

    /** The town's ledger as version 42. */
    static long town(Scope scope, Path folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples/town/ledger"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return 42;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Jobs jobs() {
        return new Jobs(store, settings);
    }

    JobWorker worker(LedgerSource ledger) {
        return new JobWorker(store, settings, ledger);
    }

    Job order(String name) {
        return jobs().order(actor, wanted(name));
    }

    static JobOrder wanted(String name) {
        return new JobOrder(name, "signal-upgrade-2025", "", "", "", "", "duckdb", "", List.of(), Language.ZH);
    }

    /** The job once something holds of it. */
    Job when(long id, Predicate<Job> holds) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        Job job = jobs().find(actor.scope(), id).orElseThrow();
        while (!holds.test(job)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still " + job);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            job = jobs().find(actor.scope(), id).orElseThrow();
        }
        return job;
    }

    Job ended(long id) throws InterruptedException {
        return when(id, job -> job.state().ended());
    }

    /** Names of all that lies among the evaluations. */
    List<String> evaluations() throws IOException {
        try (Stream<Path> children = Files.list(settings.evaluations())) {
            return children.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
