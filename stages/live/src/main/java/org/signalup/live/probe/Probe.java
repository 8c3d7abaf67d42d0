package org.signalup.live.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A probe and what was heard of it.
 *
 * @param heardAt a heartbeat or samples
 * @param clockOffset how far its clock was ahead of ours at the last heartbeat
 */
public record Probe(
        long id,
        ProbeOrder order,
        long organisation,
        OptionalLong token,
        boolean active,
        int version,
        Optional<Instant> heardAt,
        Optional<Instant> beatAt,
        Optional<Duration> clockOffset,
        String software) {
    /** How it is just now. */
    public enum Condition {
        NEVER_HEARD,
        FINE,
        CLOCK_OFF,
        SILENT,
        RESTING
    }
}
