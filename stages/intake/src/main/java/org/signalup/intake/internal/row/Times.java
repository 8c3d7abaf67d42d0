package org.signalup.intake.internal.row;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads the time of observation in the form a file uses. */
public final class Times {
    private static final long EARLIEST_MS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private interface Form {
        long read(byte[] bytes, int start, int end);
    }

    private final Form form;

    private Times(Form form) {
        this.form = form;
    }

    /**
     * @param format {@code auto} (year first, with or without offset), {@code auto_or_epoch_ms}, {@code epoch_ms}, {@code epoch_us}, {@code epoch_s}, or a pattern
     *     of {@link DateTimeFormatter}
     * @param zone of times without offset; empty = they are refused
     * @throws IllegalArgumentException for a pattern that is none
     */
    public static Times of(String format, Optional<ZoneId> zone) {
        return switch (format) {
            case "auto" -> new Times(new TimeReader(zone)::read);
            case "auto_or_epoch_ms" -> new Times(autoOrEpoch(new TimeReader(zone)));
            case "epoch_ms" -> new Times((bytes, start, end) -> epoch(bytes, start, end, 0));
            case "epoch_us" -> new Times((bytes, start, end) -> micros(bytes, start, end));
            case "epoch_s" -> new Times((bytes, start, end) -> epoch(bytes, start, end, 3));
            default -> patterned(DateTimeFormatter.ofPattern(format, Locale.ROOT), zone);
        };
    }

    /** Whether a text is a time of observation in this form. */
    public boolean reads(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long ms = bytes.length == 0 ? TimeReader.INVALID : read(bytes, 0, bytes.length);
        return ms != TimeReader.INVALID && ms != TimeReader.NO_ZONE;
    }

    /** A clock that was never set says 1970 or 1980, a broken one says anything: neither is a time of observation. */
    long read(byte[] bytes, int start, int end) {
        long ms = form.read(bytes, start, end);
        boolean time = ms != TimeReader.INVALID && ms != TimeReader.NO_ZONE;
        return time && (ms < EARLIEST_MS || ms >= LATEST_MS) ? TimeReader.INVALID : ms;
    }

    private static Form autoOrEpoch(TimeReader reader) {
        return (bytes, start, end) -> {
            long ms = reader.read(bytes, start, end);
            return ms == TimeReader.INVALID ? epoch(bytes, start, end, 0) : ms;
        };
    }

    /** Some clients write milliseconds where microseconds are asked for; no time of ours is both. */
    private static long micros(byte[] bytes, int start, int end) {
        long us = epoch(bytes, start, end, 0);
        return us == TimeReader.INVALID || us < LATEST_MS ? us : us / 1000;
    }

    private static long epoch(byte[] bytes, int start, int end, int digits) {
        long ms = Decimals.parse(bytes, start, end, digits);
        return ms == Decimals.INVALID || ms <= 0 ? TimeReader.INVALID : ms;
    }

    private static Times patterned(DateTimeFormatter pattern, Optional<ZoneId> zone) {
        ByteDictionary<Long> known = new ByteDictionary<>(text -> read(pattern, text, zone));
        return new Times(known::get);
    }

    private static long read(DateTimeFormatter pattern, String text, Optional<ZoneId> zone) {
        try {
            TemporalAccessor time = pattern.parse(text);
            LocalDateTime wall = LocalDateTime.from(time);
            ZoneId own = time.query(java.time.temporal.TemporalQueries.zone());
            ZoneId used = own != null ? own : zone.orElse(null);
            return used == null
                    ? TimeReader.NO_ZONE
                    : wall.atZone(used).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return TimeReader.INVALID;
        }
    }
}
