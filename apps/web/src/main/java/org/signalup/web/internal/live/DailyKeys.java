package org.signalup.web.internal.live;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.intake.Pseudonyms;
import org.signalup.standards.RetentionPolicy;

/** The keys that ids of devices are hashed with, looked at once a day, for a platform runs longer than a key serves. */
final class DailyKeys implements Supplier<Optional<Pseudonyms>> {
    private final Path file;
    private final ZoneId zone;
    private final int keyDays;
    private LocalDate day = LocalDate.MIN;
    private Optional<Pseudonyms> keys = Optional.empty();

    DailyKeys(Path file, ZoneId zone, List<Path> programme) {
        this.file = file;
        this.zone = zone;
        this.keyDays = RetentionPolicy.read(programme).keyDays();
    }

    @Override
    public synchronized Optional<Pseudonyms> get() {
        LocalDate today = LocalDate.now(zone);
        if (!today.equals(day)) {
            keys = Optional.of(Pseudonyms.current(file, today, keyDays));
            day = today;
        }
        return keys;
    }
}
