package org.signalup.lake.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake.Changed;
import org.signalup.lake.internal.Deed.Leavings;
import org.signalup.lake.internal.LakeState.Part;
import org.signalup.lake.internal.LakeState.Source;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Makes one part of the many that a date may have. */
final class Compacting {
    private final Writing writing;
    private final Engine engine;

    Compacting(Writing writing, Engine engine) {
        this.writing = writing;
        this.engine = engine;
    }

    Changed compact(Optional<LocalDate> only) {
        LakeState before = writing.state();
        Parts parts = new Parts(writing, engine, before);
        Map<LocalDate, List<Part>> byDate = new TreeMap<>();
        before.parts()
                .forEach(part -> byDate.computeIfAbsent(part.date(), date -> new ArrayList<>())
                        .add(part));
        byDate.entrySet()
                .removeIf(date -> date.getValue().size() < 2
                        || only.filter(day -> !day.equals(date.getKey())).isPresent());
        if (byDate.isEmpty()) {
            return new Changed(List.of(), 0, 0, 0);
        }
        List<Part> all = new ArrayList<>(before.parts());
        long joined = 0;
        long rows = 0;
        for (List<Part> some : byDate.values()) {
            Part one = join(some, parts);
            all.removeAll(some);
            all.add(one);
            joined += some.size();
            rows += one.file().rows();
        }
        List<LocalDate> dates = List.copyOf(byDate.keySet());
        LakeState next =
                before.withContent(before.batches(), all).withNext(before.nextFile(), before.nextBatch(), parts.next());
        Map<String, Long> counts = Map.of("parts", joined, "rows", rows, "dates", (long) dates.size());
        writing.publish(next, new Deed("compact", Map.of(), counts, Set.of(), Leavings.RETIRED));
        return new Changed(dates, 0, rows, joined);
    }

    private static Part join(List<Part> some, Parts parts) {
        StoredFile file = parts.rewrite(some, "file_no > 0");
        List<Source> sources =
                some.stream().flatMap(part -> part.sources().stream()).toList();
        return new Part(some.get(0).date(), file, sources);
    }
}
