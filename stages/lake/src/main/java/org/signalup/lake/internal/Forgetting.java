package org.signalup.lake.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.Sha256;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.DeviceName;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake.Changed;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;
import org.signalup.lake.internal.LakeState.StoredFile;

/**
 * Erases a device: its samples, its statistics, its name in rejects, and files that were retired or put in quarantine,
 * for they may hold it too.
 */
final class Forgetting {
    private static final String NAMES = "forgotten_name";
    private static final String KEYS = "forgotten_key";
    private static final String OTHERS = "COALESCE(device_id, '') NOT IN (SELECT name FROM " + NAMES + ")";

    private final Writing writing;
    private final Engine engine;
    private final LakeState before;
    private final Parts parts;
    private final Map<Integer, Long> rowsByFile = new TreeMap<>();
    private final Set<Long> keys = new TreeSet<>();
    private final Set<LocalDate> dates = new TreeSet<>();
    private long rewritten;

    Forgetting(Writing writing, Engine engine) {
        this.writing = writing;
        this.engine = engine;
        this.before = writing.state();
        this.parts = new Parts(writing, engine, before);
    }

    Changed forget(List<DeviceName> known, String device) {
        List<String> shown = new ArrayList<>(List.of(device.strip()));
        for (DeviceName name : known) {
            keys.add(name.key());
            shown.addAll(List.of(name.kept(), name.shown()));
        }
        names(shown);
        List<Part> left = new ArrayList<>();
        for (Part part : before.parts()) {
            forgetIn(part, left);
        }
        keys();
        List<Batch> batches = new ArrayList<>();
        for (Batch batch : before.batches()) {
            batches.add(forgetIn(batch));
        }
        engine.drop(NAMES);
        engine.drop(KEYS);
        return publish(batches, left);
    }

    private Changed publish(List<Batch> batches, List<Part> left) {
        long rows = rowsByFile.values().stream().mapToLong(Long::longValue).sum();
        LakeState next =
                before.withContent(batches, left).withNext(before.nextFile(), before.nextBatch(), parts.next());
        Map<String, Long> counts = Map.of(
                "rows", rows, "files", (long) rowsByFile.size(), "parts", rewritten, "dates", (long) dates.size());
        writing.folder().delete(LakeFolder.QUARANTINE);
        writing.publish(next, new Deed("forget", Map.of(), counts, dates, Leavings.ALL_DELETED));
        return new Changed(List.copyOf(dates), rowsByFile.size(), rows, rewritten);
    }

    private void names(List<String> names) {
        try (TableWriter writer =
                engine.create(Schema.of(NAMES).with(Column.Type.VARCHAR, "name").build())) {
            names.stream().distinct().forEach(name -> writer.put(name).endRow());
        }
    }

    private void keys() {
        try (TableWriter writer =
                engine.create(Schema.of(KEYS).with(Column.Type.BIGINT, "key_no").build())) {
            keys.forEach(key -> writer.put(key).endRow());
        }
    }

    private void forgetIn(Part part, List<Part> left) {
        Map<Integer, Long> found = new TreeMap<>();
        engine.forEach(
                "SELECT file_no, device_key, COUNT(*) FROM " + parts.attach(List.of(part)) + " WHERE NOT (" + OTHERS
                        + ") GROUP BY file_no, device_key",
                row -> {
                    found.merge(row.getInt(0), row.getLong(2), Long::sum);
                    keys.add(row.getLong(1));
                });
        if (found.isEmpty()) {
            left.add(part);
            return;
        }
        found.forEach((file, rows) -> rowsByFile.merge(file, rows, Long::sum));
        dates.add(part.date());
        rewritten++;
        long gone = found.values().stream().mapToLong(Long::longValue).sum();
        if (gone < part.file().rows()) {
            StoredFile file = parts.rewrite(List.of(part), OTHERS);
            left.add(new Part(part.date(), file, sources(part, found, file)));
        }
    }

    private List<Source> sources(Part part, Map<Integer, Long> found, StoredFile rewrittenTo) {
        List<Source> sources = new ArrayList<>();
        for (Source source : part.sources()) {
            long gone = rowsOf(before.findBatch(source.batch()).orElseThrow(), found);
            if (gone == 0) {
                sources.add(source);
            } else if (gone < source.rows()) {
                String content = source.content() + "\n" + rewrittenTo.sha256();
                String digest = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
                sources.add(new Source(source.batch(), source.rows() - gone, digest));
            }
        }
        return sources;
    }

    private static long rowsOf(Batch batch, Map<Integer, Long> rowsByFile) {
        return batch.files().stream()
                .mapToLong(file -> rowsByFile.getOrDefault(file.fileNo(), 0L))
                .sum();
    }

    private Batch forgetIn(Batch batch) {
        List<FileReport> files = batch.files().stream()
                .map(file -> file.without(rowsByFile.getOrDefault(file.fileNo(), 0L)))
                .toList();
        return batch.with(files, rejects(batch), devices(batch));
    }

    private StoredFile devices(Batch batch) {
        Path file = writing.folder().resolve(batch.devices().path());
        engine.attach(LakeTables.DEVICES, List.of(file));
        String others = " FROM sample_device WHERE device_key NOT IN (SELECT key_no FROM " + KEYS + ")";
        boolean touched =
                engine.number("SELECT COUNT(*)" + others) < batch.devices().rows();
        return touched
                ? parts.table(batch.id(), "devices", "SELECT *" + others + " ORDER BY date, operator, device_key, rat")
                : batch.devices();
    }

    /** The value is blotted out; the row stays, so that the counts of the file stay true. */
    private StoredFile rejects(Batch batch) {
        Path file = writing.folder().resolve(batch.rejects().path());
        engine.attach(LakeTables.REJECTS, List.of(file));
        String named = "value IN (SELECT name FROM " + NAMES + ")";
        if (engine.number("SELECT COUNT(*) FROM reject_kept WHERE " + named) == 0) {
            return batch.rejects();
        }
        return parts.table(
                batch.id(),
                "rejects",
                "SELECT file_no, row_no, column_name, CASE WHEN " + named + " THEN '***' ELSE value END AS value, code"
                        + " FROM reject_kept ORDER BY file_no, row_no, column_name, code");
    }
}
