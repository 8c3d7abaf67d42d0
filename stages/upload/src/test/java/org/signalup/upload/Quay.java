package org.signalup.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.geo.Surroundings;
import org.signalup.intake.Devices;
import org.signalup.people.Actor;
import org.signalup.people.Actors;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** A platform's folder with an assessor and an operator in its database, and who brings files to it. */
final class Quay implements AutoCloseable {
    static final Path PROGRAMME = Path.of("../../programme");
    static final UploadSettings SETTINGS = new UploadSettings(
            20, 1 << 20, 1 << 20, 100, 2, 1 << 10, new UploadSettings.Arrival(1024, Duration.ofSeconds(20), 9, 9, 9));
    static final UploadOrder SAID = new UploadOrder("CONTRACT", "THIRD_PARTY", "DRIVE", "WGS84", "", "");
    private static final long PATIENCE_MS = 60_000;

    final DataFolder data;
    final Store store;
    final Where where;
    final Uploads uploads;
    final Actor assessor;
    final Actor operator;
    private final AtomicReference<CountDownLatch> next = new AtomicReference<>();
    UploadWorker worker;
    Devices known = Devices.PLAIN;
    Surroundings ledger = Surroundings.NONE;

    Quay(Path folder) {
        data = new DataFolder(folder);
        store = Store.open(StoreSettings.embedded(data.postgres()));
        Programme programme = ProgrammeReader.read(PROGRAMME, List.of());
        where = new Where(
                programme,
                List.of(PROGRAMME.resolve("profiles")),
                data.lake(),
                data.uploads(),
                this::engine,
                () -> known,
                () -> ledger,
                Sealing.NONE);
        uploads = new Uploads(store, where, SETTINGS);
        store.run(Scope.PLATFORM, client -> client.sql("""
                        with made as (insert into organisation (code, name, kind, operators) values
                                ('PCJG', '评测机构', 'ASSESSOR', null), ('YD', '移动', 'OPERATOR', '{CMCC}')
                            on conflict do nothing returning organisation_id, code)
                        insert into account (login, name, organisation_id, role)
                        select lower(code), code, organisation_id, 'MANAGER' from made
                        """).update());
        assessor = new Actors(store).find("pcjg").orElseThrow();
        operator = new Actors(store).find("yd").orElseThrow();
        work();
    }

    /** Whoever reads next waits until this is released. */
    CountDownLatch holdNext() {
        CountDownLatch held = new CountDownLatch(1);
        next.set(held);
        return held;
    }

    private Engine engine() {
        CountDownLatch held = next.getAndSet(null);
        try {
            if (held != null) {
                held.await();
            }
            return DuckDbEngine.open(1, "500MB", Files.createTempDirectory("quay"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that looks after uploads begins. */
    void work() {
        worker = new UploadWorker(store, where, SETTINGS);
    }

    /** It ends. */
    void rest() {
        worker.close();
    }

    static Incoming file(String name, String... lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new Incoming(name, () -> new ByteArrayInputStream(bytes));
    }

    Upload bring(Actor actor, Incoming... files) {
        return bring(actor, SAID, files);
    }

    Upload bring(Actor actor, UploadOrder said, Incoming... files) {
        try {
            return settled(actor, uploads.bring(actor, said, List.of(files)).id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An upload when nobody works on it any more. */
    Upload settled(Actor actor, long id) {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < end) {
            Upload upload = uploads.find(actor.scope(), id).orElseThrow();
            if (!upload.state().working()) {
                return upload;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("upload " + id + " is not done");
    }

    Reading reading(Actor actor, Upload upload) {
        return uploads.reading(actor.scope(), upload).orElseThrow();
    }

    /** Files that lie below the uploads, but for those of readings. */
    List<String> lying() {
        try (Stream<Path> files = Files.walk(data.uploads())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.uploads().relativize(file).toString())
                    .filter(name -> !name.startsWith("readings"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        rest();
        store.close();
    }
}
