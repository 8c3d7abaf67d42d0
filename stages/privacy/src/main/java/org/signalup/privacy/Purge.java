package org.signalup.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.standards.RetentionPolicy;
import org.signalup.store.DataFolder;

/**
 * Takes away what a platform has kept as long as the policy says, while it runs or not. Done again, or by two at a time, it does no
 * more harm than once. Evaluations and the record of changes stay: no policy limits them.
 */
public final class Purge {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DataFolder data;
    private final RetentionPolicy policy;
    private final Supplier<Engine> engines;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param engines opens one for the samples
     * @param zone in which a day begins
     */
    public Purge(DataFolder data, RetentionPolicy policy, Supplier<Engine> engines, ZoneId zone, Clock clock) {
        this.data = data;
        this.policy = policy;
        this.engines = engines;
        this.zone = zone;
        this.clock = clock;
    }

    /** Today, where the programme is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Takes away what is old enough; tells of everything the policy limits.
     *
     * @throws org.signalup.domain.RefusedException if somebody else writes to the lake for long
     */
    public List<Purged> purge() {
        List<Purged> done = new ArrayList<>();
        for (Kept what : Kept.values()) {
            what.days(policy).ifPresent(days -> {
                LocalDate before = today().minusDays(days);
                done.add(new Purged(what, days, before, what == Kept.SAMPLES ? samples(before) : files(what, before)));
            });
        }
        return done;
    }

    private long samples(LocalDate before) {
        // Most days nothing is old enough, and whoever writes to the lake is not kept waiting.
        if (!Lake.isIn(data.lake())
                || Lake.open(data.lake()).view().dates().stream().noneMatch(day -> day.isBefore(before))) {
            return 0;
        }
        try (Engine engine = engines.get()) {
            return Lake.open(data.lake())
                    .waiting(PATIENCE)
                    .purge(before, engine)
                    .rows();
        }
    }

    /** Files that did not change since; folders stay. */
    private long files(Kept what, LocalDate before) {
        long gone = 0;
        for (Path file : lying(what)) {
            // Asked again: somebody may have brought the same bytes a moment ago.
            if (cameOn(file).filter(day -> day.isBefore(before)).isPresent()) {
                delete(file);
                gone++;
            }
        }
        return gone;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> lying(Kept what) {
        Path folder = what == Kept.UPLOADS ? data.uploads() : data.inbox().resolve("damaged");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<LocalDate> cameOn(Path file) {
        long ms = file.toFile().lastModified();
        return ms == 0 ? Optional.empty() : Optional.of(LocalDate.ofInstant(java.time.Instant.ofEpochMilli(ms), zone));
    }

    /** What there is, and when it goes. */
    public List<Outlook> outlook() {
        return Arrays.stream(Kept.values())
                .map(what -> what == Kept.SAMPLES ? samples() : files(what))
                .toList();
    }

    private Outlook samples() {
        Optional<Integer> days = Kept.SAMPLES.days(policy);
        if (!Lake.isIn(data.lake())) {
            return new Outlook(Kept.SAMPLES, days, 0, Optional.empty(), 0);
        }
        LakeView view = Lake.open(data.lake()).view();
        long rows = view.batches().stream().mapToLong(batch -> batch.rows()).sum();
        return outlook(Kept.SAMPLES, rows, view.dates());
    }

    private Outlook files(Kept what) {
        List<LocalDate> came =
                lying(what).stream().flatMap(file -> cameOn(file).stream()).toList();
        return outlook(what, came.size(), came);
    }

    private Outlook outlook(Kept what, long there, List<LocalDate> days) {
        Optional<LocalDate> before = what.days(policy).map(kept -> today().minusDays(kept));
        long due = days.stream()
                .filter(day -> before.filter(day::isBefore).isPresent())
                .count();
        return new Outlook(what, what.days(policy), there, days.stream().min(LocalDate::compareTo), due);
    }
}
