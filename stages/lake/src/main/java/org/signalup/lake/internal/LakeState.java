package org.signalup.lake.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.domain.Problem;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.SourceBasis;

/**
 * {@code lake.json}: all that is in the lake. What it does not list is not there.
 *
 * @param sequence how often the lake was written
 * @param zone the programme's time zone, which decides the date of a sample
 * @param nextFile number of the next file; numbers of files are never used again
 * @param parts samples, by date
 * @param purge dates whose tallies were made of samples that are gone, and are still to be deleted
 * @param retired files whose rows are elsewhere now, kept for a while for those who are reading them
 * @param dismissed contents that a follower passes over although the lake does not have them
 * @param last the line of the log that belongs to this state; whoever writes next sees to it that it is there
 * @param digest of all the rest, so that a damaged manifest is noticed
 */
public record LakeState(
        int version,
        long sequence,
        String zone,
        int nextFile,
        int nextBatch,
        int nextPart,
        List<Batch> batches,
        List<Part> parts,
        List<LocalDate> purge,
        List<Retired> retired,
        List<Dismissed> dismissed,
        LogEntry last,
        String digest) {
    public static final int VERSION = 1;

    public LakeState {
        batches = List.copyOf(batches);
        parts = List.copyOf(parts);
        purge = List.copyOf(purge);
        retired = List.copyOf(retired);
        dismissed = List.copyOf(dismissed);
    }

    /** A file of the lake by its path in it. */
    public record StoredFile(String path, long rows, long bytes, String sha256) {}

    /**
     * What one {@code add} brought.
     *
     * @param programme digest of the programme the files were read with
     * @param devices table of the devices: see {@link LakeTables#DEVICES}
     * @param basis null when nobody said; then it is not written either, as in manifests of before
     */
    public record Batch(
            String id,
            String programme,
            List<FileReport> files,
            List<Problem> warnings,
            StoredFile rejects,
            StoredFile devices,
            @JsonInclude(JsonInclude.Include.NON_NULL) SourceBasis basis) {
        public Batch {
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }

        /** Numbers of files of a batch are neighbours. */
        int firstFile() {
            return files.get(0).fileNo();
        }

        int lastFile() {
            return files.get(files.size() - 1).fileNo();
        }

        Batch with(List<FileReport> newFiles, StoredFile newRejects, StoredFile newDevices) {
            return new Batch(id, programme, newFiles, warnings, newRejects, newDevices, basis);
        }
    }

    /** Samples of one date. */
    public record Part(LocalDate date, StoredFile file, List<Source> sources) {
        public Part {
            sources = List.copyOf(sources);
        }

        boolean holds(String batch) {
            return sources.stream().anyMatch(source -> source.batch().equals(batch));
        }

        boolean holdsAny(Collection<String> batches) {
            return batches.stream().anyMatch(this::holds);
        }
    }

    /**
     * What a batch has in a part.
     *
     * @param content stands for these rows whatever file they are in: digest of the file they were first written to
     */
    public record Source(String batch, long rows, String content) {}

    /** A file that is no longer part of the lake, and since when. */
    public record Retired(String path, Instant at) {}

    /**
     * A file that must not be taken again by itself.
     *
     * @param withdrawn taken once and withdrawn; else refused
     */
    public record Dismissed(String digest, String file, boolean withdrawn) {}

    static LakeState empty(String zone, LogEntry first) {
        return new LakeState(
                VERSION,
                first.sequence(),
                zone,
                1,
                1,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                first,
                "");
    }

    LakeState withDigest(String value) {
        return new LakeState(
                version, sequence, zone, nextFile, nextBatch, nextPart, batches, parts, purge, retired, dismissed, last,
                value);
    }

    LakeState withLeavings(List<LocalDate> dates, List<Retired> files) {
        return new LakeState(
                version, sequence, zone, nextFile, nextBatch, nextPart, batches, parts, dates, files, dismissed, last,
                "");
    }

    LakeState withDismissed(List<Dismissed> files) {
        return new LakeState(
                version, sequence, zone, nextFile, nextBatch, nextPart, batches, parts, purge, retired, files, last,
                "");
    }

    LakeState withLast(LogEntry entry) {
        return new LakeState(
                version,
                entry.sequence(),
                zone,
                nextFile,
                nextBatch,
                nextPart,
                batches,
                parts,
                purge,
                retired,
                dismissed,
                entry,
                "");
    }

    LakeState withContent(List<Batch> newBatches, List<Part> newParts) {
        return new LakeState(
                version,
                sequence,
                zone,
                nextFile,
                nextBatch,
                nextPart,
                newBatches,
                newParts,
                purge,
                retired,
                dismissed,
                last,
                "");
    }

    /** The numbers that the next batch starts from. */
    LakeState withNext(int file, int batch, int part) {
        return new LakeState(
                version, sequence, zone, file, batch, part, batches, parts, purge, retired, dismissed, last, "");
    }

    /** Paths of all files that are in the lake. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        parts.forEach(part -> paths.add(part.file().path()));
        for (Batch batch : batches) {
            paths.add(batch.rejects().path());
            paths.add(batch.devices().path());
        }
        return paths;
    }

    /** Paths of files that are no longer in the lake, but not deleted yet. */
    Set<String> retiredPaths() {
        Set<String> paths = new TreeSet<>();
        retired.forEach(file -> paths.add(file.path()));
        return paths;
    }

    /** Digests of the contents of all files that were read into the lake. */
    Set<String> fileDigests() {
        Set<String> digests = new HashSet<>();
        batches.forEach(batch -> batch.files().forEach(file -> digests.add(file.digest())));
        return digests;
    }

    Optional<Batch> findBatch(String id) {
        return batches.stream().filter(batch -> batch.id().equals(id)).findFirst();
    }
}
