package org.signalup.evaluate.internal.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.signalup.domain.Sha256;
import org.signalup.engine.RemoteFiles;
import org.signalup.evaluate.internal.write.JsonFile;
import org.signalup.evaluate.internal.write.OutputFolder;

/**
 * The folder with what was counted of the samples of one day, under one way of matching. It appears whole, by a rename, and
 * is never changed; only a tally for other limits is added to it later, as one more file. Beside every file lies its
 * SHA-256, so that the lake can tell a damaged one.
 */
record TallyDay(Path folder) {
    static final String LEVELS = "levels.parquet";
    /** The samples of the day that count; only where they are not all samples of the day as they are. */
    static final String SAMPLE = "sample.parquet";

    /** How many crowd samples there were and were caught, by rule. */
    static final String CROWD = "crowd.parquet";

    static final String REFUSED = "refused.parquet";
    /** As long as the lake keeps files for those who still read them. */
    static final Duration GRACE = Duration.ofHours(6);

    private static final String COUNTS = "day.json";
    private static final String DIGEST = ".sha256";
    private static final String TALLY = "tally-";
    /** Rows that an evaluation hands on as they are, most of a day: no number comes from them. */
    private static final Set<String> HANDED_ON = Set.of(Counting.MATCH, SAMPLE);

    /** Whether it is there, as it was counted; else it is counted again. */
    boolean exists() {
        return complete()
                && sealed().stream()
                        .filter(name -> !HANDED_ON.contains(name) && !name.startsWith(TALLY))
                        .allMatch(this::sound);
    }

    /** Whether every file that was counted is there, in whatever state. */
    boolean complete() {
        return Files.isRegularFile(file(COUNTS))
                && Files.isRegularFile(sealOf(file(COUNTS)))
                && sealed().stream().allMatch(name -> Files.exists(file(name)));
    }

    /** Whether a file is what was written; most flipped bits are read without complaint, as other numbers. */
    boolean sound(String name) {
        try {
            return Files.readString(sealOf(file(name))).strip().equals(Sha256.hex(file(name)));
        } catch (NoSuchFileException e) {
            // Another process has just taken the day away.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that have a digest beside them. */
    private List<String> sealed() {
        try {
            return files(folder).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(DIGEST))
                    .map(name -> name.substring(0, name.length() - DIGEST.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleCounts counts() {
        return JsonFile.read(folder.resolve(COUNTS), SampleCounts.class);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** A table that not every day has. */
    Optional<Path> find(String name) {
        return Optional.of(file(name)).filter(Files::isRegularFile);
    }

    Path tally(TallyKeys keys) {
        return folder.resolve(TALLY + keys.limits() + ".parquet");
    }

    /** Whether the samples were counted against these limits, to the end, and it is as it was counted. */
    boolean counted(TallyKeys keys) {
        return Files.isRegularFile(tally(keys))
                && Files.isRegularFile(sealOf(tally(keys)))
                && sound(tally(keys).getFileName().toString());
    }

    /** Whether it can be written here: not in a lake on a medium, or in a folder, that may only be read. */
    boolean keepable() {
        Path place = folder.toAbsolutePath();
        while (!RemoteFiles.isRemote(place) && !Files.exists(place)) {
            place = place.getParent();
        }
        return RemoteFiles.isRemote(place) || Files.isWritable(place);
    }

    /** Lets the tables be written into a private folder, and gives it its name. */
    void create(SampleCounts counts, Consumer<Path> writer) {
        // Processes on other machines may count the same day of a shared lake: a number of the process will not do.
        Path work = folder.resolveSibling("." + folder.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(work);
            writer.accept(work);
            JsonFile.write(work.resolve(COUNTS), counts);
            for (Path file : files(work)) {
                seal(file);
            }
            publish(work);
            // Samples of a date that changed are counted under another name.
            OldFolders.delete(folder.getParent(), GRACE, other -> !other.equals(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the day away, if it is there. */
    void delete() {
        try {
            OutputFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the digest of a file beside it. */
    static void seal(Path file) {
        try {
            Files.writeString(sealOf(file), Sha256.hex(file) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sealOf(Path file) {
        return file.resolveSibling(file.getFileName() + DIGEST);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Where folders have no names that could be changed at once, the file that makes it a day comes last. */
    private void moveWhole(Path work) throws IOException {
        try {
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectories(folder);
            for (Path file : files(work)) {
                if (!file.endsWith(COUNTS)) {
                    Files.move(file, folder.resolve(file.getFileName()));
                }
            }
            Files.move(work.resolve(COUNTS), folder.resolve(COUNTS));
            OutputFolder.delete(work);
        }
    }

    /** Another process may have counted the same day meanwhile: its folder holds the same. */
    private void publish(Path work) throws IOException {
        if (!exists()) {
            OutputFolder.delete(folder);
            moveWhole(work);
        } else {
            OutputFolder.delete(work);
        }
    }
}
