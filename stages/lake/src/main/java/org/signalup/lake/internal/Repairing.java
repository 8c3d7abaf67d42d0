package org.signalup.lake.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake.Repaired;
import org.signalup.lake.Lake.Verification;
import org.signalup.lake.LakeFinding;
import org.signalup.lake.LakeFinding.Kind;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Batch;

/**
 * Makes a damaged lake whole again. Statistics are computed again; a batch of which samples or rejects are lost goes as a
 * whole, for a file is in the lake as a whole or not at all, and comes back from its files if they are given.
 */
final class Repairing {
    private final Writing writing;
    private final Engine engine;
    private final Verification found;
    private final Set<String> damaged;

    /** @param found what is wrong, seen before the right to write was taken */
    Repairing(Writing writing, Engine engine, Verification found) {
        this.writing = writing;
        this.engine = engine;
        Verification now = writing.verify();
        this.damaged = now.findings().stream()
                .filter(LakeFinding::damages)
                .map(LakeFinding::path)
                .collect(Collectors.toSet());
        now.findings().stream()
                .filter(finding -> finding.kind() == Kind.FOREIGN)
                .forEach(finding -> quarantine(finding.path()));
        now.findings().stream()
                .filter(finding -> finding.kind() == Kind.TALLY)
                .forEach(finding -> writing.folder().delete(folderOf(finding.path())));
        this.found = found;
    }

    /** The day that a tally is of: it is complete or it is not there. */
    private static String folderOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    Repaired repair(List<Path> from, IntakeOptions options) {
        if (damaged.isEmpty()) {
            return new Repaired(found, List.of(), List.of(), List.of());
        }
        List<Batch> lost = lost();
        Withdrawing withdrawing = new Withdrawing(writing, engine);
        LakeState without = withdrawing.without(writing.state(), lost, damaged);
        LakeState mended = withDevices(without);
        List<FileReport> files =
                lost.stream().flatMap(batch -> batch.files().stream()).toList();
        LakeState next = mended;
        List<FileReport> back = List.of();
        if (!from.isEmpty() && !files.isEmpty()) {
            Adding.Prepared prepared = Adding.again(writing, engine, mended, report -> asKnown(report, lost))
                    .prepare(from, isOneOf(files), options);
            next = prepared.state();
            back = prepared.added().report().files();
        }
        // A table that was missing has its old name again.
        Set<String> whole = next.paths();
        damaged.stream()
                .filter(path -> !whole.contains(path))
                .filter(writing.folder()::exists)
                .forEach(this::quarantine);
        Map<String, Long> counts = new TreeMap<>();
        counts.put("damaged", (long) damaged.size());
        counts.put("files_taken_out", (long) files.size());
        counts.put("files_added_again", (long) back.size());
        Map<String, String> what =
                Map.of("batches", lost.stream().map(Batch::id).collect(Collectors.joining(" ")));
        writing.publish(next, new Deed("repair", what, counts, withdrawing.dates(), Leavings.DELETED));
        return new Repaired(found, lost.stream().map(Batch::id).toList(), missing(files, back), back);
    }

    /** Batches that have rows in a damaged part, or whose rejects are damaged. */
    private List<Batch> lost() {
        List<Batch> lost = new ArrayList<>();
        for (Batch batch : writing.state().batches()) {
            boolean samples = writing.state().parts().stream()
                    .anyMatch(part -> part.holds(batch.id())
                            && damaged.contains(part.file().path()));
            if (samples || damaged.contains(batch.rejects().path())) {
                lost.add(batch);
            }
        }
        return lost;
    }

    private LakeState withDevices(LakeState state) {
        List<Batch> batches = new ArrayList<>();
        Parts parts = new Parts(writing, engine, state);
        for (Batch batch : state.batches()) {
            batches.add(
                    damaged.contains(batch.devices().path())
                            ? batch.with(batch.files(), batch.rejects(), parts.devices(batch, state))
                            : batch);
        }
        return state.withContent(batches, state.parts()).withNext(state.nextFile(), state.nextBatch(), parts.next());
    }

    /** Files have the names that the lake knew them by, wherever they were found again, and it says of others what it said. */
    private static IntakeReport asKnown(IntakeReport again, List<Batch> lost) {
        Map<String, String> names = new HashMap<>();
        lost.forEach(batch -> batch.files().forEach(file -> names.put(file.digest(), file.file())));
        Map<String, String> known = new HashMap<>();
        again.files().forEach(file -> known.putIfAbsent(file.file(), names.get(file.digest())));
        Stream<Problem> ofOthers = lost.stream()
                .flatMap(batch -> batch.warnings().stream())
                .filter(warning -> !names.containsValue(warning.file()));
        Stream<Problem> ofFiles = again.warnings().stream()
                .filter(warning -> known.containsKey(warning.file()))
                .map(warning -> warning.named(known.get(warning.file())));
        List<FileReport> files = again.files().stream()
                .map(file -> file.named(names.get(file.digest())))
                .toList();
        return new IntakeReport(
                files, again.duplicates(), Stream.concat(ofOthers, ofFiles).toList());
    }

    private static Predicate<SampleFile> isOneOf(List<FileReport> files) {
        Set<String> digests = files.stream().map(FileReport::digest).collect(Collectors.toSet());
        return file -> file.archive() || file.digest().filter(digests::contains).isPresent();
    }

    private static List<FileReport> missing(List<FileReport> files, List<FileReport> back) {
        Set<String> there = back.stream().map(FileReport::digest).collect(Collectors.toSet());
        return files.stream().filter(file -> !there.contains(file.digest())).toList();
    }

    /** Under a name of its own: what was put aside before stays. */
    private void quarantine(String path) {
        String name = LakeFolder.QUARANTINE + "/" + path.replace('/', '_');
        String free = name;
        for (int number = 2; writing.folder().exists(free); number++) {
            free = name + "-" + number;
        }
        writing.folder().move(path, free);
    }
}
