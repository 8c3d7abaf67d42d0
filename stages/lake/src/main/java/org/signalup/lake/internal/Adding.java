package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake.Added;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Reads files into a new batch. */
final class Adding {
    private static final String READ = "sample_read";

    private final Writing writing;
    private final Engine engine;
    private final LakeState before;
    private final String id;
    private final int shift;
    private int nextPart;

    Adding(Writing writing, Engine engine) {
        this.writing = writing;
        this.engine = engine;
        this.before = writing.state();
        this.id = "b%06d".formatted(before.nextBatch());
        this.shift = before.nextFile() - 1;
        this.nextPart = before.nextPart();
    }

    /**
     * Adds those of the files that are not there yet.
     *
     * @throws RefusedException if one of them is refused; the lake is as before then
     */
    Added add(List<Path> inputs, Predicate<Path> wanted, IntakeOptions options) {
        String zone = options.programme().zone().getId();
        if (!zone.equals(before.zone())) {
            throw Refusals.zone(writing.folder(), before.zone(), zone);
        }
        List<Path> known = new ArrayList<>();
        Set<String> digests = before.fileDigests();
        IntakeReport report =
                Intake.read(inputs, wanted.and(file -> isNew(file, digests, known)), privately(options), engine);
        if (report.files().isEmpty()) {
            return new Added("", List.of(), known, report, 0);
        }
        List<Part> parts = parts();
        Batch batch = batch(report, options);
        publish(batch, parts);
        List<LocalDate> dates = parts.stream().map(Part::date).toList();
        return new Added(id, dates, known, report, rows(parts));
    }

    private static boolean isNew(Path file, Set<String> digests, List<Path> known) {
        boolean there = Intake.digest(file).filter(digests::contains).isPresent();
        if (there) {
            known.add(file);
        }
        return !there;
    }

    private IntakeOptions privately(IntakeOptions options) {
        return new IntakeOptions(
                options.programme(),
                options.profileFolders(),
                options.profile(),
                options.crs(),
                Optional.empty(),
                options.language(),
                writing.workFile("read"),
                options.progress());
    }

    private List<Part> parts() {
        Map<Integer, Long> rowsByDate = new TreeMap<>();
        engine.forEach(
                "SELECT date, COUNT(*) FROM " + READ + " GROUP BY date",
                row -> rowsByDate.put(row.getInt(0), row.getLong(1)));
        List<Part> parts = new ArrayList<>();
        rowsByDate.forEach((day, rows) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            Path file = writing.workFile("part.parquet");
            engine.export(LakeTables.sorted(READ, "date = " + day, shift), file, LakeTables.GROUP_ROWS);
            StoredFile stored = writing.folder().store(file, partPath(date, nextPart++), rows);
            parts.add(new Part(date, stored, List.of(new Source(id, rows, stored.sha256()))));
        });
        return parts;
    }

    static String partPath(LocalDate date, int number) {
        return LakeFolder.PARTS + "/" + date + "/%08d.parquet".formatted(number);
    }

    private Batch batch(IntakeReport report, IntakeOptions options) {
        String place = LakeFolder.BATCHES + "/" + id + "/";
        StoredFile rejects = table(LakeTables.rejects("sample_reject", shift), place + "rejects.parquet");
        StoredFile devices = table(LakeTables.devices(READ), place + "devices.parquet");
        List<FileReport> files =
                report.files().stream().map(file -> numbered(file, shift)).toList();
        List<Problem> warnings = report.warnings().stream()
                .filter(warning -> !warning.code().equals("FILE_TWICE"))
                .toList();
        return new Batch(id, options.programme().digest(), files, warnings, rejects, devices);
    }

    private StoredFile table(String query, String path) {
        Path file = writing.workFile("table.parquet");
        engine.export(query, file);
        engine.attach("stored", List.of(file));
        long rows = engine.count("stored");
        engine.drop("stored");
        return writing.folder().store(file, path, rows);
    }

    private static FileReport numbered(FileReport file, int shift) {
        return new FileReport(
                file.fileNo() + shift,
                file.file(),
                file.digest(),
                file.format(),
                file.read(),
                file.kept(),
                file.rejected(),
                file.removedColumns(),
                file.unknownColumns(),
                file.defaulted(),
                file.rejectedByCode());
    }

    private void publish(Batch batch, List<Part> parts) {
        List<Batch> batches = new ArrayList<>(before.batches());
        batches.add(batch);
        List<Part> all = new ArrayList<>(before.parts());
        all.addAll(parts);
        LakeState next = before.withContent(batches, all)
                .withNext(before.nextFile() + batch.files().size(), before.nextBatch() + 1, nextPart);
        Map<String, Long> counts = new TreeMap<>();
        counts.put("files", (long) batch.files().size());
        counts.put("rows", rows(parts));
        counts.put("rejects", batch.rejects().rows());
        counts.put("dates", (long) parts.size());
        writing.publish(next, "add", Map.of("batch", id), counts, new TreeSet<>());
        for (String done : List.of(READ, "sample_file", "sample_reject")) {
            engine.drop(done);
        }
    }

    private static long rows(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.file().rows()).sum();
    }
}
