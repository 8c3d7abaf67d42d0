package org.signalup.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.Correction;
import org.signalup.people.Actor;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.upload.internal.Refusals;
import org.signalup.upload.internal.UploadBook;
import org.signalup.upload.internal.UploadFolder;

/**
 * Bringing files, looking at what they are, correcting how they are read, having them taken or thrown away. The work itself is
 * {@link UploadWorker}'s.
 */
public final class Uploads {
    private final UploadBook book;
    private final UploadFolder folder;
    private final Where where;
    private final UploadSettings settings;
    /** Nobody throws bytes away while others bring the same ones. */
    private final Object placing = new Object();

    public Uploads(Store store, Where where, UploadSettings settings) {
        this.book = new UploadBook(store);
        this.folder = new UploadFolder(where.uploads(), where.sealing(), settings);
        this.where = where;
        this.settings = settings;
    }

    /**
     * Keeps files as they are and has them read.
     *
     * @throws RefusedException with what is wrong; nothing is kept then
     */
    public Upload bring(Actor actor, UploadOrder said, List<Incoming> incoming) throws IOException {
        said.check();
        if (incoming.isEmpty()) {
            throw new RefusedException(UploadOrder.wrong("file", "", Text.of("请选择文件", "choose a file")));
        }
        if (incoming.size() > settings.files()) {
            throw Refusals.tooMany(settings.files());
        }
        List<UploadFolder.Arrived> arrived = new ArrayList<>();
        try {
            Set<String> names = new HashSet<>();
            for (Incoming one : incoming) {
                UploadFolder.Arrived file = folder.arrive(one, where.devices().get());
                arrived.add(file);
                if (!names.add(file.file().name())) {
                    throw Refusals.nameTwice(file.file().name());
                }
            }
            return keep(actor, said, arrived);
        } finally {
            for (UploadFolder.Arrived one : arrived) {
                folder.forget(one);
            }
        }
    }

    private Upload keep(Actor actor, UploadOrder said, List<UploadFolder.Arrived> arrived) throws IOException {
        synchronized (placing) {
            for (UploadFolder.Arrived one : arrived) {
                folder.place(one);
            }
            List<Upload.File> files =
                    arrived.stream().map(UploadFolder.Arrived::file).toList();
            long id = book.add(actor.scope(), actor.organisation().id(), actor.name(), said, Held.of(actor), files);
            return find(actor.scope(), id).orElseThrow();
        }
    }

    public Optional<Upload> find(Scope scope, long id) {
        return book.find(scope, id);
    }

    /** The newest first, of those before another (0: the newest). */
    public List<Upload> list(Scope scope, long before, int most) {
        return book.list(scope, before, most);
    }

    /** What the last reading found; empty while it goes on, and when it could not be read. */
    public Optional<Reading> reading(Scope scope, Upload upload) {
        return book.reading(scope, upload.id(), upload.reading());
    }

    /** Others within reach that hold one of its files, by the file's name. */
    public Map<String, Upload> again(Scope scope, Upload upload) {
        Map<String, Upload> found = new HashMap<>();
        upload.files()
                .forEach(file -> book.withContent(scope, file.digest(), upload.id()).stream()
                        .findFirst()
                        .ifPresent(other -> found.put(file.name(), other)));
        return found;
    }

    /**
     * Reads a file otherwise, on top of what was said before.
     *
     * @param file as the report calls it
     * @throws RefusedException if that makes no sense, or the upload has gone on
     */
    public void correct(Actor actor, Upload seen, String file, Correction correction) {
        correction.check();
        Map<String, Correction> all = new HashMap<>(seen.corrections());
        all.put(file, correction);
        all.values().removeIf(Correction::empty);
        readAgain(actor, seen, seen.said(), all);
    }

    /** Reads all files otherwise: another profile, another system of coordinates, another purpose. */
    public void say(Actor actor, Upload seen, UploadOrder said) {
        said.check();
        readAgain(actor, seen, said, seen.corrections());
    }

    private void readAgain(Actor actor, Upload seen, UploadOrder said, Map<String, Correction> corrections) {
        refuseOthers(actor, seen);
        if (!seen.state().open() || !book.readAgain(actor.scope(), seen, said, Held.of(actor), corrections)) {
            throw Refusals.goneOn();
        }
    }

    /**
     * Has it taken into the lake as it was read last.
     *
     * @throws RefusedException if there is nothing to take, or the upload has gone on
     */
    public void commit(Actor actor, Upload seen) {
        refuseOthers(actor, seen);
        Reading reading = reading(actor.scope(), seen).orElseThrow(Refusals::goneOn);
        if (!reading.brings()) {
            throw Refusals.nothingNew();
        }
        if (!Held.of(actor).equals(seen.held())) {
            throw Refusals.heldOtherwise();
        }
        become(actor, seen, seen.state() == UploadState.READ, UploadState.COMMITTING);
    }

    /** Throws it away: its bytes go unless others hold the same. */
    public void discard(Actor actor, Upload seen) throws IOException {
        refuseOthers(actor, seen);
        become(actor, seen, seen.state().open() || seen.state() == UploadState.READING, UploadState.DISCARDED);
        folder.forgetReadings(seen);
        synchronized (placing) {
            for (Upload.File file : seen.files()) {
                if (book.withContent(Scope.PLATFORM, file.digest(), seen.id()).isEmpty()) {
                    folder.forget(file.digest());
                }
            }
        }
    }

    /** What is taken, and as whose, follows from whose it is: those above look, and do not decide. */
    private static void refuseOthers(Actor actor, Upload seen) {
        if (actor.organisation().id() != seen.organisation()) {
            throw Refusals.notYours();
        }
    }

    private void become(Actor actor, Upload seen, boolean may, UploadState state) {
        if (!may || !book.become(actor.scope(), state.text().zh(), seen, state)) {
            throw Refusals.goneOn();
        }
    }

    /** The first so many rows that the last reading refused. */
    public List<Reading.Refused> refused(Upload upload, int most) {
        Path file = folder.ofReading(upload.id(), upload.reading(), UploadFolder.REJECTS);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Engine engine = where.engines().get()) {
            engine.attach("refused", List.of(file));
            // They were written in order; sorting them again would read all of many millions.
            return engine.list(
                    "SELECT file, row_no, column_name, value, code FROM refused LIMIT " + most,
                    row -> new Reading.Refused(row.text(0), row.getLong(1), row.text(2), row.text(3), row.text(4)));
        }
    }
}
