package org.signalup.lake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Follower.Look;
import org.signalup.lake.Follower.Manners;
import org.signalup.lake.Lake.Added;
import org.signalup.lake.internal.LakeState.Dismissed;

/** Looks into a folder again and again, and takes each content once. */
public final class Following {
    private static final String BUSY = "LAKE_BUSY";

    private final LakeFolder folder;
    private final LakeWriter writer;
    private final Path inbox;
    private final IntakeOptions options;
    private final Engine engine;
    private final Manners manners;
    private final Map<Path, Seen> waiting = new HashMap<>();
    private final Map<Path, Stamp> done = new HashMap<>();
    private final Set<String> refusedHere = new HashSet<>();

    public Following(
            LakeFolder folder, LakeWriter writer, Path inbox, IntakeOptions options, Engine engine, Manners manners) {
        this.folder = folder;
        this.writer = writer;
        this.inbox = inbox;
        this.options = options;
        this.engine = engine;
        this.manners = manners;
    }

    /** What tells that a file has not changed. */
    private record Stamp(long bytes, Instant modified) {}

    /** Since when a file has been as it is. */
    private record Seen(Stamp stamp, long sinceNanos) {}

    /**
     * A complete file or archive that is neither in the lake nor dismissed.
     *
     * @param contents the digest by name of the file, or of each in the archive
     */
    private record Ready(SampleFile file, Stamp stamp, String digest, Map<String, String> contents) {
        boolean in(Set<String> digests) {
            return digests.contains(digest) || (!contents.isEmpty() && digests.containsAll(contents.values()));
        }

        /** Whether something in it has the name of another content. */
        boolean renews(Set<String> names, Set<String> digests) {
            return contents.entrySet().stream()
                    .anyMatch(one -> names.contains(one.getKey()) && !digests.contains(one.getValue()));
        }

        boolean isNamed(Problem problem) {
            return problem.file().equals(file.name()) || problem.file().startsWith(file.name() + "!/");
        }
    }

    public Look look() {
        Map<Path, Ready> ready = new LinkedHashMap<>();
        List<Problem> refused = new ArrayList<>();
        List<Added> added = new ArrayList<>();
        try {
            gather(ready, refused);
            while (!ready.isEmpty()) {
                take(ready, added, refused);
            }
            return new Look(added, refused, waiting.size());
        } catch (UncheckedIOException e) {
            // A file or folder went while we looked: the next look sees what is there then.
            return new Look(added, refused, 1);
        } catch (RefusedException e) {
            if (e.problems().stream().anyMatch(problem -> problem.code().equals(BUSY))) {
                return new Look(added, refused, waiting.size() + ready.size() + 1);
            }
            throw e;
        }
    }

    private void gather(Map<Path, Ready> ready, List<Problem> refused) {
        List<SampleFile> files = Files.isDirectory(inbox) ? Intake.files(List.of(inbox)) : List.of();
        waiting.keySet().retainAll(files.stream().map(SampleFile::path).toList());
        Map<SampleFile, Stamp> complete = new LinkedHashMap<>();
        files.stream()
                .filter(file -> !folder.holds(file.path()))
                .forEach(file -> complete(file.path()).ifPresent(stamp -> complete.put(file, stamp)));
        if (complete.isEmpty()) {
            return;
        }
        LakeState state = Manifests.read(folder);
        Set<String> names = new HashSet<>();
        state.batches().forEach(batch -> batch.files().forEach(file -> names.add(file.file())));
        Set<String> settled = settled(state);
        complete.forEach((file, stamp) -> sort(ready(file, stamp), settled, names, ready, refused));
    }

    private Ready ready(SampleFile file, Stamp stamp) {
        String digest = digest(file.path());
        Map<String, String> contents = file.archive() ? Intake.members(file) : Map.of(file.name(), digest);
        return new Ready(file, stamp, digest, contents);
    }

    private void sort(
            Ready file, Set<String> settled, Set<String> names, Map<Path, Ready> ready, List<Problem> refused) {
        if (file.in(settled)) {
            done.put(file.file().path(), file.stamp());
        } else if (file.renews(names, settled)) {
            refused.addAll(dismiss(List.of(file), List.of(renewed(file.file().name()))));
        } else {
            ready.put(file.file().path(), file);
        }
    }

    /** Of the content; of the bytes where the content cannot be read to its end. */
    private static String digest(Path file) {
        return Intake.digest(file).orElseGet(() -> LakeFolder.digestOf(file));
    }

    /** Contents that are in the lake, or not to be tried again. */
    private Set<String> settled(LakeState state) {
        Set<String> digests = state.fileDigests();
        state.dismissed().stream()
                .filter(file -> file.withdrawn() || !manners.retry() || refusedHere.contains(file.digest()))
                .forEach(file -> digests.add(file.digest()));
        return digests;
    }

    /** The stamp of a file that needs a closer look: complete, and not the same as last time. */
    private Optional<Stamp> complete(Path file) {
        Stamp stamp = stamp(file);
        if (stamp.equals(done.get(file))) {
            return Optional.empty();
        }
        Seen seen = waiting.get(file);
        if (seen == null || !seen.stamp().equals(stamp)) {
            seen = new Seen(stamp, System.nanoTime());
            waiting.put(file, seen);
        }
        boolean watched =
                System.nanoTime() - seen.sinceNanos() >= manners.settle().toNanos();
        boolean old = stamp.modified().plus(manners.settle()).isBefore(Instant.now());
        if (!watched && !old) {
            return Optional.empty();
        }
        waiting.remove(file);
        return Optional.of(stamp);
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all that is ready, or takes away from it what is refused. */
    private void take(Map<Path, Ready> ready, List<Added> added, List<Problem> refused) {
        try {
            Added one = writer.take(inbox, file -> ready.containsKey(file.path()), options, engine);
            ready.values().forEach(file -> done.put(file.file().path(), file.stamp()));
            ready.clear();
            if (!one.batch().isEmpty()) {
                added.add(one);
            }
        } catch (RefusedException e) {
            List<Ready> wrong = named(e.problems(), ready);
            if (wrong.isEmpty()) {
                throw e;
            }
            refused.addAll(dismiss(wrong, e.problems()));
            wrong.forEach(file -> ready.remove(file.file().path()));
        }
    }

    private static List<Ready> named(List<Problem> problems, Map<Path, Ready> ready) {
        List<Ready> named = new ArrayList<>();
        for (Ready file : ready.values()) {
            if (problems.stream().anyMatch(file::isNamed)) {
                named.add(file);
            }
        }
        return named;
    }

    /** Remembers refused files; those that went or changed meanwhile get another chance. */
    private List<Problem> dismiss(List<Ready> files, List<Problem> problems) {
        List<Ready> same = files.stream().filter(Following::unchanged).toList();
        if (!same.isEmpty()) {
            writer.dismiss(same.stream()
                    .map(file -> new Dismissed(file.digest(), file.file().name(), false))
                    .toList());
        }
        for (Ready file : same) {
            done.put(file.file().path(), file.stamp());
            refusedHere.add(file.digest());
        }
        return problems.stream()
                .filter(problem -> same.stream().anyMatch(file -> file.isNamed(problem)))
                .toList();
    }

    private static boolean unchanged(Ready file) {
        try {
            return stamp(file.file().path()).equals(file.stamp());
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Problem renewed(String name) {
        return Problem.ofFile(
                name,
                "FILE_RENEWED",
                Text.of(
                        "湖中已有同名而内容不同的文件，可能是没有传完就被读入；请撤回那个批次再加入，或换个文件名",
                        "the lake has a file of this name with other content, perhaps read before it was complete; withdraw that"
                                + " batch and add this one, or give it another name"));
    }
}
