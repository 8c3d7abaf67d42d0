package org.signalup.web.internal.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times of jobs as people read them, in the programme's time zone. */
public record JobTimes(ZoneId zone) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    public String of(Instant time) {
        return MINUTES.format(time.atZone(zone));
    }

    public String of(Optional<Instant> time) {
        return time.map(this::of).orElse("–");
    }
}
