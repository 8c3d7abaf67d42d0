package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.signalup.domain.RefusedException;
import org.signalup.lake.Lake.Verification;
import org.signalup.lake.PassingFolder;
import org.signalup.lake.SourceBasis;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Retired;
import org.signalup.lake.internal.LakeState.StoredFile;

/**
 * The right to write to a lake, held by one at a time. It begins by finishing or taking away what a writer that died has
 * left, and changes the lake by replacing the manifest: everything before is invisible, everything after can be done again.
 */
final class Writing implements AutoCloseable {
    /** Making an empty lake takes a moment: two who begin at once both succeed. */
    private static final Duration CREATION = Duration.ofSeconds(5);

    /** How long a file stays after its rows have moved elsewhere: longer than any evaluation that may be reading it. */
    private static final Duration GRACE = Duration.ofHours(6);

    private final LakeFolder folder;
    private final Book book;
    private final Book.Turn turn;
    private final Clock clock;
    private final Path work;
    private final List<String> stored = new ArrayList<>();
    private LakeState state;
    private SourceBasis basis;

    private Writing(Book book, Book.Turn turn, Clock clock, LakeState state) {
        this.folder = book.folder();
        this.book = book;
        this.turn = turn;
        this.clock = clock;
        this.work = folder.work();
        this.state = state;
    }

    /**
     * Begins to write.
     *
     * @param patience how long to wait for another writer to end
     * @throws RefusedException if there is no lake, or somebody else writes
     */
    static Writing begin(LakeFolder folder, Duration patience, Clock clock) {
        Manifests.read(folder);
        Book book = folder.book();
        Book.Turn turn = book.turn(patience);
        try {
            // Read again: another may have written while we waited.
            Writing writing = new Writing(book, turn, clock, Manifests.read(book));
            writing.finishOthers();
            return writing;
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /** Makes an empty lake in a folder that is empty or absent; one that is there already stays. */
    static void create(LakeFolder folder, String zone) {
        Book book = folder.book();
        if (book.begun()) {
            return;
        }
        if (folder.names("").stream()
                .anyMatch(name -> !name.equals(LakeFolder.LOCK)
                        && !name.equals(LakeFolder.MANIFEST + ".tmp")
                        && !SharedBook.names(name))) {
            throw Refusals.occupied(folder);
        }
        try {
            folder.createFolder("");
        } catch (java.io.UncheckedIOException e) {
            throw Refusals.unwritable(folder, e.getCause());
        }
        Book.Turn turn = book.turn(CREATION);
        try {
            if (!book.begun()) {
                LogEntry first = new LogEntry(1, Instant.now(), "create", Map.of("zone", zone), Map.of());
                Manifests.write(book, LakeState.empty(zone, first));
                Log.bringUpToDate(book, first);
            }
        } catch (Book.OvertakenException e) {
            // Somebody else made it at the same moment, which is as good.
            Manifests.read(folder);
        } finally {
            turn.close();
        }
    }

    LakeState state() {
        return state;
    }

    LakeFolder folder() {
        return folder;
    }

    /** The same for batches that are here on this ground. */
    Writing stating(Optional<SourceBasis> ground) {
        basis = ground.orElse(null);
        return this;
    }

    /** The ground of new batches; null when nobody says. */
    SourceBasis basis() {
        return basis;
    }

    /** A private file. */
    Path workFile(String name) {
        LakeFolder.createFolder(work);
        return work.resolve(name);
    }

    /** What tells files of this writer from those of others, at the end of their names. */
    String tail() {
        return book.tail();
    }

    /** Moves a finished file to its place. It is not part of the lake before a manifest lists it. */
    StoredFile store(Path finished, String path, long rows) {
        stored.add(path);
        return folder.store(finished, path, rows);
    }

    /** Looks at all files. */
    Verification verify() {
        return new Verifying(folder).verify(book, state);
    }

    /** Makes {@code next} the lake: from here on readers see it. Then deletes what is no longer part of it. */
    void publish(LakeState next, Deed deed) {
        LogEntry entry = new LogEntry(state.sequence() + 1, clock.instant(), deed.verb(), deed.what(), deed.counts());
        Set<String> gone = state.paths();
        gone.removeAll(next.paths());
        List<Retired> retired = deed.left() == Leavings.ALL_DELETED ? List.of() : retired(state, deed, gone);
        Set<String> before = state.retiredPaths();
        LakeState published =
                next.withLast(entry).withLeavings(new ArrayList<>(new TreeSet<>(deed.changed())), retired);
        Manifests.write(book, published);
        state = published;
        Stream.concat(gone.stream(), before.stream())
                .filter(path -> !state.retiredPaths().contains(path))
                .forEach(folder::delete);
        try {
            purge();
        } catch (Book.OvertakenException e) {
            // The change is made; whoever has overtaken us has the same dates to purge.
            state = published;
        }
        Log.bringUpToDate(book, entry);
    }

    private List<Retired> retired(LakeState old, Deed deed, Set<String> gone) {
        List<Retired> retired = new ArrayList<>(old.retired());
        if (deed.left() == Leavings.RETIRED) {
            gone.forEach(path -> retired.add(new Retired(path, clock.instant())));
        }
        Instant oldest = clock.instant().minus(GRACE);
        retired.removeIf(file -> file.at().isBefore(oldest));
        return retired;
    }

    private void finishOthers() {
        folder.delete(LakeFolder.WORK);
        folder.delete(LakeFolder.MANIFEST + ".tmp");
        leftovers(book, state).forEach(folder::delete);
        purge();
        Log.bringUpToDate(book, state.last());
    }

    /** Files that a writer who died, or gave way to another, would have added, or would have deleted. */
    static List<String> leftovers(Book book, LakeState state) {
        Set<String> listed = state.paths();
        listed.addAll(state.retiredPaths());
        List<String> found = new ArrayList<>();
        for (String place : List.of(LakeFolder.PARTS, LakeFolder.BATCHES)) {
            book.folder().files(place).stream()
                    .filter(path -> !listed.contains(path))
                    .flatMap(path -> OwnFile.at(path).stream())
                    .filter(file -> !file.onItsWay(book))
                    .forEach(file -> found.add(file.path()));
        }
        return found;
    }

    private void purge() {
        if (state.purge().isEmpty()) {
            return;
        }
        for (String key : folder.names(LakeFolder.TALLIES)) {
            if (PassingFolder.isAbandoned(key)) {
                folder.delete(LakeFolder.TALLIES + "/" + key);
            }
            state.purge().forEach(date -> folder.delete(LakeFolder.TALLIES + "/" + key + "/" + date));
        }
        state = state.withLeavings(List.of(), state.retired());
        Manifests.write(book, state);
    }

    @Override
    public void close() {
        try {
            LakeFolder.delete(work);
            stored.stream()
                    .filter(path -> !state.paths().contains(path))
                    .filter(path -> !state.retiredPaths().contains(path))
                    .forEach(folder::delete);
        } finally {
            turn.close();
        }
    }
}
