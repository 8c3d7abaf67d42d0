package org.signalup.lake.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake.Changed;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Dismissed;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Takes away whole days: parts are of one date, so nothing is written again but small tables of batches that stay. */
final class Purging {
    private final Writing writing;
    private final Engine engine;
    private final LakeState state;
    private final Parts parts;
    private final Map<Integer, Long> rowsByFile = new TreeMap<>();
    private final Set<LocalDate> dates = new TreeSet<>();

    Purging(Writing writing, Engine engine) {
        this.writing = writing;
        this.engine = engine;
        this.state = writing.state();
        this.parts = new Parts(writing, engine, state);
    }

    Changed purge(LocalDate before) {
        List<Part> old = state.parts().stream()
                .filter(part -> part.date().isBefore(before))
                .toList();
        if (old.isEmpty()) {
            return new Changed(List.of(), 0, 0, 0);
        }
        old.forEach(this::count);
        List<Part> staying = new ArrayList<>(state.parts());
        staying.removeAll(old);
        List<Batch> batches = new ArrayList<>();
        List<Dismissed> dismissed = new ArrayList<>(state.dismissed());
        for (Batch batch : state.batches()) {
            boolean touched = old.stream().anyMatch(part -> part.holds(batch.id()));
            boolean left = staying.stream().anyMatch(part -> part.holds(batch.id()));
            if (touched && !left) {
                batch.files().forEach(file -> dismissed.add(new Dismissed(file.digest(), file.file(), true)));
            } else {
                batches.add(touched ? younger(batch, before) : batch);
            }
        }
        return publish(before, staying, batches, dismissed);
    }

    private Changed publish(LocalDate before, List<Part> staying, List<Batch> batches, List<Dismissed> dismissed) {
        long rows = rowsByFile.values().stream().mapToLong(Long::longValue).sum();
        long gone = (long) state.batches().size() - batches.size();
        LakeState next = state.withContent(batches, staying)
                .withDismissed(dismissed)
                .withNext(state.nextFile(), state.nextBatch(), parts.next());
        Map<String, Long> counts =
                Map.of("rows", rows, "files", (long) rowsByFile.size(), "dates", (long) dates.size(), "batches", gone);
        writing.folder().delete(LakeFolder.QUARANTINE);
        writing.publish(
                next, new Deed("purge", Map.of("before", before.toString()), counts, dates, Leavings.ALL_DELETED));
        return new Changed(List.copyOf(dates), rowsByFile.size(), rows, 0);
    }

    private void count(Part part) {
        dates.add(part.date());
        engine.forEach(
                "SELECT file_no, COUNT(*) FROM " + parts.attach(List.of(part)) + " GROUP BY file_no",
                row -> rowsByFile.merge(row.getInt(0), row.getLong(1), Long::sum));
    }

    private Batch younger(Batch batch, LocalDate before) {
        List<FileReport> files = batch.files().stream()
                .map(file -> file.without(rowsByFile.getOrDefault(file.fileNo(), 0L)))
                .toList();
        Path file = writing.folder().resolve(batch.devices().path());
        engine.attach(LakeTables.DEVICES, List.of(file));
        StoredFile devices = parts.table(
                batch.id(),
                "devices",
                "SELECT * FROM sample_device WHERE date >= " + before.toEpochDay()
                        + " ORDER BY date, operator, device_key, rat");
        return batch.with(files, batch.rejects(), devices);
    }
}
