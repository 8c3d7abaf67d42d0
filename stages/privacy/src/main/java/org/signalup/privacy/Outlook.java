package org.signalup.privacy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the policy means for one thing.
 *
 * @param days it is kept; empty = without end
 * @param there rows or files that there are
 * @param oldest day of the oldest of them
 * @param due days of samples, or files, that go with the next purge
 */
public record Outlook(Kept what, Optional<Integer> days, long there, Optional<LocalDate> oldest, long due) {
    /** The first day on which a purge takes the oldest. */
    public Optional<LocalDate> goesOn() {
        return oldest.flatMap(day -> days.map(kept -> day.plusDays(kept + 1L)));
    }
}
