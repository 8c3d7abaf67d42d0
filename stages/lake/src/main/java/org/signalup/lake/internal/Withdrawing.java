package org.signalup.lake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake.Changed;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.Dismissed;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;

/** Takes batches out. */
final class Withdrawing {
    private final Writing writing;
    private final Engine engine;
    private final Set<LocalDate> dates = new TreeSet<>();
    private long rows;

    Withdrawing(Writing writing, Engine engine) {
        this.writing = writing;
        this.engine = engine;
    }

    Changed withdraw(String id) {
        LakeState before = writing.state();
        Batch batch = before.findBatch(id).orElseThrow(() -> Refusals.unknownBatch(writing.folder(), id));
        List<Dismissed> dismissed = new ArrayList<>(before.dismissed());
        batch.files().forEach(file -> dismissed.add(new Dismissed(file.digest(), file.file(), true)));
        LakeState next = without(before, List.of(batch), Set.of()).withDismissed(dismissed);
        long files = batch.files().size();
        Map<String, Long> counts = Map.of("files", files, "rows", rows, "dates", (long) dates.size());
        writing.publish(next, new Deed("withdraw", Map.of("batch", id), counts, dates, Leavings.DELETED));
        return new Changed(List.copyOf(dates), files, rows, 0);
    }

    /**
     * The lake without these batches, not yet published.
     *
     * @param unreadable paths of parts that cannot be read; all their batches must be among those that go
     */
    LakeState without(LakeState before, List<Batch> gone, Set<String> unreadable) {
        List<String> ids = gone.stream().map(Batch::id).toList();
        Parts parts = new Parts(writing, engine, before);
        List<Part> rest = new ArrayList<>();
        for (Part part : before.parts()) {
            if (!part.holdsAny(ids)) {
                rest.add(part);
                continue;
            }
            dates.add(part.date());
            List<Source> staying = part.sources().stream()
                    .filter(source -> !ids.contains(source.batch()))
                    .toList();
            long left = staying.stream().mapToLong(Source::rows).sum();
            rows += part.file().rows() - left;
            if (!staying.isEmpty() && !unreadable.contains(part.file().path())) {
                rest.add(new Part(part.date(), parts.rewrite(List.of(part), Parts.without(gone)), staying));
            }
        }
        List<Batch> batches = new ArrayList<>(before.batches());
        batches.removeAll(gone);
        return before.withContent(batches, rest).withNext(before.nextFile(), before.nextBatch(), parts.next());
    }

    /** Dates that lost rows. */
    Set<LocalDate> dates() {
        return dates;
    }
}
