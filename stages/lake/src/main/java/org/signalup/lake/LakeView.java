package org.signalup.lake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.Language;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.engine.Schema;
import org.signalup.intake.DeviceName;
import org.signalup.intake.IntakeReport;
import org.signalup.lake.internal.Holdings;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.LakeState;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeTables;
import org.signalup.lake.internal.Reading;
import org.signalup.lake.internal.Refusals;

/** A lake at one moment. Does not change; the files behind it may go when the lake is written to. */
public final class LakeView {
    private final LakeFolder folder;
    private final LakeState state;
    private final Map<LocalDate, LakeDay> days = new TreeMap<>();

    LakeView(LakeFolder folder, LakeState state) {
        this.folder = folder;
        this.state = state;
        Map<LocalDate, List<Part>> byDate = new TreeMap<>();
        state.parts()
                .forEach(part -> byDate.computeIfAbsent(part.date(), date -> new ArrayList<>())
                        .add(part));
        byDate.forEach((date, parts) -> days.put(date, Reading.day(folder, date, parts)));
    }

    /** How often the lake had been written when this view was taken. */
    public long sequence() {
        return state.sequence();
    }

    /** The zone in which a sample has its date. */
    public ZoneId zone() {
        return ZoneId.of(state.zone());
    }

    /** Dates with samples, in order. */
    public List<LocalDate> dates() {
        return List.copyOf(days.keySet());
    }

    /** Samples of a date; no parts when there are none. */
    public LakeDay day(LocalDate date) {
        return days.getOrDefault(date, Reading.day(folder, date, List.of()));
    }

    /** Every date, in order. */
    public List<LakeDay> days() {
        return List.copyOf(days.values());
    }

    /** Every batch, oldest first. */
    public List<LakeBatch> batches() {
        return Reading.batches(state);
    }

    /**
     * What reading did, as if all files of the lake had been read at once: files in the code-point order of their names.
     * {@code fileNo} is the number in the lake, which does not follow that order.
     */
    public IntakeReport report() {
        return Reading.report(state.batches());
    }

    /**
     * A file that a {@link Follower} passes over although the lake does not have it.
     *
     * @param withdrawn it was here once; else it was refused
     */
    public record PassedOver(String file, String digest, boolean withdrawn) {}

    /** Files that do not come by themselves, oldest first; {@link Lake#add} takes them. */
    public List<PassedOver> passedOver() {
        return state.dismissed().stream()
                .map(file -> new PassedOver(file.file(), file.digest(), file.withdrawn()))
                .toList();
    }

    /** Makes {@code dataset} the samples of these dates, with exactly the columns of {@link org.signalup.intake.SampleSchema#READ}. */
    public void attachSamples(Engine engine, String dataset, Collection<LocalDate> dates) {
        List<Path> parts = dates.stream()
                .sorted(Comparator.naturalOrder())
                .flatMap(date -> day(date).parts().stream())
                .toList();
        Reading.attachSamples(engine, dataset, parts);
    }

    /** Where samples of a device lie, by date and file. */
    public List<Holding> holdings(List<DeviceName> names, Engine engine) {
        return new Holdings(this, engine).of(names);
    }

    /** Makes {@code dataset} the list of files, as {@link org.signalup.intake.SampleSchema#FILES}. */
    public void attachFiles(Engine engine, String dataset) {
        Reading.attachFiles(engine, dataset, report());
    }

    /** Makes {@code dataset} the rejects of all files, as {@link org.signalup.intake.SampleSchema#REJECTS}. */
    public void attachRejects(Engine engine, String dataset, Language language) {
        Reading.attachRejects(engine, dataset, language, paths(state.batches(), true));
    }

    /** The columns of {@link #attachDevices}: per date, operator, device and network how many rows have a SINR, its minimum and maximum. */
    public static Schema deviceSchema() {
        return LakeTables.DEVICES;
    }

    /** Makes {@code dataset} the statistics of the devices: see {@link #deviceSchema}; several rows may speak of one device and date. */
    public void attachDevices(Engine engine, String dataset) {
        engine.attach(LakeTables.DEVICES.named(dataset), paths(state.batches(), false));
    }

    /**
     * Where derived tallies may be kept, as {@code <key>/<date>/…}. All in it can be computed again, and what belongs to a
     * date is deleted when samples of that date go away.
     */
    public Path tallies() {
        return folder.tallies();
    }

    /** What a failure of the engine means, where it is about a file of this lake: a refusal that names it. */
    public RuntimeException explain(EngineFailure failure) {
        return Refusals.unreadable(folder, failure, state.sequence());
    }

    private List<Path> paths(List<Batch> batches, boolean rejects) {
        return batches.stream()
                .map(batch -> rejects ? batch.rejects() : batch.devices())
                .filter(file -> file.rows() > 0)
                .map(file -> folder.root().resolve(file.path()))
                .toList();
    }
}
