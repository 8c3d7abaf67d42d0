package org.signalup.privacy;

import java.time.Instant;
import java.util.List;
import org.signalup.domain.Text;

/**
 * One purge that was done or tried.
 *
 * @param orderedBy who asked for it; empty = the clock did
 * @param problem why it broke off; empty in both languages = it did not
 */
public record PurgeRun(long id, String orderedBy, Instant began, Instant ended, List<Purged> removed, Text problem) {
    public PurgeRun {
        removed = List.copyOf(removed);
    }

    public boolean failed() {
        return !problem.zh().isEmpty();
    }

    /** Whether anything went. */
    public boolean tookAnything() {
        return removed.stream().anyMatch(one -> one.removed() > 0);
    }
}
