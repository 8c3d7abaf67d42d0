package org.signalup.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file of service aggregates as it was brought.
 *
 * @param refused the first rows refused
 * @param withdrawnAt empty while evaluations use it
 */
public record AggregateFile(
        long id,
        String name,
        String digest,
        long rows,
        long rowsRefused,
        List<Refusal> refused,
        String broughtBy,
        Instant broughtAt,
        Optional<Instant> withdrawnAt) {
    public AggregateFile {
        refused = List.copyOf(refused);
    }

    /** A row refused; {@code code} is a reject code. */
    public record Refusal(long row, String column, String value, String code) {}
}
