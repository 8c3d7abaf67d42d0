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
import org.signalup.lake.SourceBasis;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Retired;

/**
 * The right to write to a lake, held by one at a time. It begins by finishing or taking away what a writer that died has
 * left, and changes the lake by replacing the manifest: everything before is invisible, everything after can be done again.
 */
final class Writing implements AutoCloseable {
    private static final String OURS = ".+/[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{8}\\.parquet"
            + "|.+/b[0-9]{6}/(rejects|devices)(-[0-9]{8})?\\.parquet";

    /** Making an empty lake takes a moment: two who begin at once both succeed. */
    private static final Duration CREATION = Duration.ofSeconds(5);

    /** How long a file stays after its rows have moved elsewhere: longer than any evaluation that may be reading it. */
    private static final Duration GRACE = Duration.ofHours(6);

    private final LakeFolder folder;
    private final WriterLock lock;
    private final Clock clock;
    private LakeState state;
    private SourceBasis basis;

    private Writing(LakeFolder folder, WriterLock lock, Clock clock, LakeState state) {
        this.folder = folder;
        this.lock = lock;
        this.clock = clock;
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
        WriterLock lock = WriterLock.take(folder, patience);
        try {
            // Read again: another may have written while we waited.
            Writing writing = new Writing(folder, lock, clock, Manifests.read(folder));
            writing.finishOthers();
            return writing;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes an empty lake in a folder that is empty or absent; one that is there already stays. */
    static void create(LakeFolder folder, String zone) {
        if (folder.exists(LakeFolder.MANIFEST)) {
            return;
        }
        if (folder.names("").stream()
                .anyMatch(name -> !name.equals(LakeFolder.LOCK) && !name.equals(LakeFolder.MANIFEST + ".tmp"))) {
            throw Refusals.occupied(folder);
        }
        try {
            folder.createFolder("");
        } catch (java.io.UncheckedIOException e) {
            throw Refusals.unwritable(folder, e.getCause());
        }
        WriterLock lock = WriterLock.take(folder, CREATION);
        try {
            if (!folder.exists(LakeFolder.MANIFEST)) {
                LogEntry first = new LogEntry(1, Instant.now(), "create", Map.of("zone", zone), Map.of());
                Manifests.write(folder, LakeState.empty(zone, first));
                Log.bringUpToDate(folder, first);
            }
        } finally {
            lock.close();
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
        folder.createFolder(LakeFolder.WORK);
        return folder.work().resolve(name);
    }

    /** Makes {@code next} the lake: from here on readers see it. Then deletes what is no longer part of it. */
    void publish(LakeState next, Deed deed) {
        LogEntry entry = new LogEntry(state.sequence() + 1, clock.instant(), deed.verb(), deed.what(), deed.counts());
        Set<String> gone = state.paths();
        gone.removeAll(next.paths());
        List<Retired> retired = deed.left() == Leavings.ALL_DELETED ? List.of() : retired(state, deed, gone);
        Set<String> before = state.retiredPaths();
        state = next.withLast(entry).withLeavings(new ArrayList<>(new TreeSet<>(deed.changed())), retired);
        Manifests.write(folder, state);
        Stream.concat(gone.stream(), before.stream())
                .filter(path -> !state.retiredPaths().contains(path))
                .forEach(folder::delete);
        purge();
        Log.bringUpToDate(folder, entry);
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
        leftovers(folder, state).forEach(folder::delete);
        purge();
        Log.bringUpToDate(folder, state.last());
    }

    /** Files that a writer who died would have added, or would have deleted. */
    static List<String> leftovers(LakeFolder folder, LakeState state) {
        Set<String> listed = state.paths();
        listed.addAll(state.retiredPaths());
        List<String> found = new ArrayList<>();
        for (String place : List.of(LakeFolder.PARTS, LakeFolder.BATCHES)) {
            folder.files(place).stream()
                    .filter(path -> !listed.contains(path) && path.matches(OURS))
                    .forEach(found::add);
        }
        return found;
    }

    private void purge() {
        if (state.purge().isEmpty()) {
            return;
        }
        for (String key : folder.names(LakeFolder.TALLIES)) {
            state.purge().forEach(date -> folder.delete(LakeFolder.TALLIES + "/" + key + "/" + date));
        }
        state = state.withLeavings(List.of(), state.retired());
        Manifests.write(folder, state);
    }

    @Override
    public void close() {
        try {
            folder.delete(LakeFolder.WORK);
        } finally {
            lock.close();
        }
    }
}
