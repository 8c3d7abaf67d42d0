package org.signalup.lake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.intake.DeviceName;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Holding;
import org.signalup.lake.LakeView;

/** Finds a device, date by date, so that no more than a day is looked at in one go. */
public final class Holdings {
    private static final String NAMES = "asked_name";
    private static final String SAMPLES = "asked_sample";

    private final LakeView view;
    private final Engine engine;
    private final Map<Integer, String> batches = new TreeMap<>();
    private final Map<Integer, FileReport> files = new TreeMap<>();

    public Holdings(LakeView view, Engine engine) {
        this.view = view;
        this.engine = engine;
        view.batches()
                .forEach(batch -> batch.files().forEach(file -> {
                    batches.put(file.fileNo(), batch.id());
                    files.put(file.fileNo(), file);
                }));
    }

    /** @param names all names the device may have */
    public List<Holding> of(List<DeviceName> names) {
        try (TableWriter writer =
                engine.create(Schema.of(NAMES).with(Column.Type.VARCHAR, "name").build())) {
            names.stream()
                    .map(DeviceName::kept)
                    .distinct()
                    .forEach(name -> writer.put(name).endRow());
        }
        List<Holding> found = new ArrayList<>();
        for (LocalDate date : view.dates()) {
            view.attachSamples(engine, SAMPLES, List.of(date));
            engine.forEach(
                    "SELECT file_no, COUNT(*) FROM " + SAMPLES + " WHERE device_id IN (SELECT name FROM " + NAMES
                            + ") GROUP BY file_no ORDER BY file_no",
                    row -> found.add(holding(date, row.getInt(0), row.getLong(1))));
        }
        engine.drop(NAMES);
        return found;
    }

    private Holding holding(LocalDate date, int file, long rows) {
        return new Holding(
                date, batches.get(file), files.get(file).file(), files.get(file).digest(), rows);
    }
}
