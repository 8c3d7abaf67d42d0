package org.signalup.web.internal.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.signalup.register.Divisions;
import org.signalup.standards.Programme;
import org.signalup.store.Scope;
import org.signalup.web.internal.access.Platform;
import org.springframework.stereotype.Component;

/** Names of the divisions of today, which are no secret; asked anew every minute, for lists ask for a hundred at once. */
@Platform
@Component
final class DivisionNames {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Divisions divisions;
    private final Programme programme;
    private Map<String, String> names = Map.of();
    private Instant asked = Instant.EPOCH;

    DivisionNames(Divisions divisions, Programme programme) {
        this.divisions = divisions;
        this.programme = programme;
    }

    synchronized Optional<String> find(String code) {
        Instant now = Instant.now();
        if (asked.plus(KEPT).isBefore(now)) {
            names = divisions.names(Scope.PLATFORM, LocalDate.ofInstant(now, programme.zone()));
            asked = now;
        }
        return Optional.ofNullable(names.get(code));
    }
}
