package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.Intake;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.Pseudonyms;
import org.signalup.intake.SampleSchema;
import org.signalup.lake.Lake.Added;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Dismissed;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Reads files into a new batch. */
final class Adding {
    private static final String READ = "sample_read";

    private final Writing writing;
    private final Engine engine;
    private final LakeState before;
    private final Parts parts;
    private final String id;
    private final int shift;
    private final Set<String> unsaid;
    private final UnaryOperator<IntakeReport> told;

    /** @param before the lake without the new batch; not always the one that readers see */
    Adding(Writing writing, Engine engine, LakeState before) {
        this(writing, engine, before, Set.of("FILE_TWICE"), UnaryOperator.identity());
    }

    private Adding(
            Writing writing, Engine engine, LakeState before, Set<String> unsaid, UnaryOperator<IntakeReport> told) {
        this.writing = writing;
        this.engine = engine;
        this.before = before;
        this.parts = new Parts(writing, engine, before);
        this.id = "b%06d".formatted(before.nextBatch());
        this.shift = before.nextFile() - 1;
        this.unsaid = unsaid;
        this.told = told;
    }

    /** From a folder that files are still arriving in, with others that may be no samples yet. */
    static Adding arriving(Writing writing, Engine engine) {
        Set<String> unsaid = Set.of("FILE_TWICE", "NOT_A_SAMPLE_FILE");
        return new Adding(writing, engine, writing.state(), unsaid, UnaryOperator.identity());
    }

    /** Of files that were in the lake: it tells of them in words of its own. */
    static Adding again(Writing writing, Engine engine, LakeState before, UnaryOperator<IntakeReport> told) {
        return new Adding(writing, engine, before, Set.of("FILE_TWICE"), told);
    }

    /** A lake with a new batch, not yet published. */
    record Prepared(LakeState state, Added added) {
        Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            counts.put("files", (long) added.report().files().size());
            counts.put("rows", added.rows());
            counts.put("rejects", added.report().rejected());
            counts.put("dates", (long) added.dates().size());
            return counts;
        }
    }

    /**
     * Adds those of the files that are not there yet.
     *
     * @throws RefusedException if one of them is refused; the lake is as before then
     */
    Added add(List<Path> inputs, Predicate<SampleFile> wanted, IntakeOptions options) {
        Prepared prepared = prepare(inputs, wanted, options);
        if (!prepared.added().batch().isEmpty()) {
            Deed deed = new Deed("add", Map.of("batch", id), prepared.counts(), Set.of(), Leavings.RETIRED);
            writing.publish(prepared.state(), deed);
        }
        return prepared.added();
    }

    /** The same without publishing it. */
    Prepared prepare(List<Path> inputs, Predicate<SampleFile> wanted, IntakeOptions options) {
        String zone = options.programme().zone().getId();
        if (!zone.equals(before.zone())) {
            throw Refusals.zone(writing.folder(), before.zone(), zone);
        }
        List<SampleFile> known = new ArrayList<>();
        Set<String> digests = before.fileDigests();
        Predicate<SampleFile> asked = wanted.and(this::outside).and(file -> isNew(file, digests, known));
        IntakeReport report = told.apply(Intake.read(inputs, asked, privately(options), engine));
        if (report.files().isEmpty()) {
            return new Prepared(before, new Added("", List.of(), known, report, 0));
        }
        report.files().stream()
                .filter(file -> digests.contains(file.digest()))
                .findFirst()
                .ifPresent(file -> {
                    throw Refusals.changed(file.file());
                });
        List<Part> written = parts();
        LakeState next = with(batch(report, options), written);
        for (String done : List.of(READ, "sample_file", "sample_reject")) {
            engine.drop(done);
        }
        List<LocalDate> dates = written.stream().map(Part::date).toList();
        long rows = written.stream().mapToLong(part -> part.file().rows()).sum();
        return new Prepared(next, new Added(id, dates, known, report, rows));
    }

    /** A lake may lie in the folder that its files come from. */
    private boolean outside(SampleFile file) {
        return !writing.folder().holds(file.path());
    }

    private static boolean isNew(SampleFile file, Set<String> digests, List<SampleFile> known) {
        boolean there = file.digest().filter(digests::contains).isPresent();
        if (there) {
            known.add(file);
        }
        return !there;
    }

    private IntakeOptions privately(IntakeOptions options) {
        return options.within(writing.workFile("read"));
    }

    private List<Part> parts() {
        Map<Integer, Long> rowsByDate = new TreeMap<>();
        engine.forEach(
                "SELECT date, COUNT(*) FROM " + READ + " GROUP BY date",
                row -> rowsByDate.put(row.getInt(0), row.getLong(1)));
        List<String> filled = SampleSchema.filled(engine, READ);
        List<Part> written = new ArrayList<>();
        rowsByDate.forEach((day, rows) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            StoredFile file = parts.write(date, LakeTables.sorted(filled, READ, "date = " + day, shift), rows);
            written.add(new Part(date, file, List.of(new Source(id, rows, file.sha256()))));
        });
        return written;
    }

    private Batch batch(IntakeReport report, IntakeOptions options) {
        StoredFile rejects = parts.table(id, "rejects", LakeTables.rejects("sample_reject", shift));
        StoredFile devices = parts.table(id, "devices", LakeTables.devices(READ));
        List<FileReport> files = report.files().stream()
                .map(file -> file.numbered(file.fileNo() + shift))
                .toList();
        List<Problem> warnings = report.warnings().stream()
                .filter(warning -> !unsaid.contains(warning.code()))
                .toList();
        String key = options.devices().keys().map(Pseudonyms::keyId).orElse(null);
        return new Batch(id, options.programme().digest(), files, warnings, rejects, devices, writing.basis(), key);
    }

    private LakeState with(Batch batch, List<Part> written) {
        List<Batch> batches = new ArrayList<>(before.batches());
        batches.add(batch);
        List<Part> all = new ArrayList<>(before.parts());
        all.addAll(written);
        List<Dismissed> dismissed = new ArrayList<>(before.dismissed());
        dismissed.removeIf(
                file -> batch.files().stream().anyMatch(one -> one.digest().equals(file.digest())));
        return before.withContent(batches, all)
                .withDismissed(dismissed)
                .withNext(before.nextFile() + batch.files().size(), before.nextBatch() + 1, parts.next());
    }
}
