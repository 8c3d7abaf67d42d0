package org.signalup.intake.internal.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Year-first times, read by hand: {@code 2025-07-18T22:11:08.123+08:00} and its relatives ({@code /} or {@code .} in
 * the date, space or {@code _} before the time). Without an offset the given zone stands in, or the time is refused.
 */
final class TimeReader {
    static final long INVALID = Long.MIN_VALUE + 1;
    static final long NO_ZONE = Long.MIN_VALUE + 2;
    private static final long QUARTER_MS = 900_000;

    private final Optional<ZoneRules> zone;
    private byte[] bytes;
    private int at;
    private int end;
    private int lastDate = -1;
    private long lastDay;
    private long lastQuarter = Long.MIN_VALUE;
    private long lastOffsetMs;

    TimeReader(Optional<ZoneId> zone) {
        this.zone = zone.map(ZoneId::getRules);
    }

    /** UTC milliseconds, or one of {@link #INVALID}, {@link #NO_ZONE}. */
    long read(byte[] cell, int from, int to) {
        bytes = cell;
        at = from;
        end = to;
        int year = digits(4, 4);
        int month = next('-', '/', '.') ? digits(1, 2) : -1;
        int day = next('-', '/', '.') ? digits(1, 2) : -1;
        if (year < 0 || month < 0 || day < 0) {
            return INVALID;
        }
        long dayMs = day(year, month, day);
        if (dayMs == INVALID) {
            return INVALID;
        }
        if (at == end) {
            return INVALID;
        }
        long timeMs = next('T', ' ', '_') ? clock() : INVALID;
        if (timeMs == INVALID) {
            return INVALID;
        }
        return zoned(dayMs + timeMs);
    }

    private long clock() {
        int hour = digits(1, 2);
        int minute = next(':', '.', ':') ? digits(2, 2) : -1;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return INVALID;
        }
        int second = 0;
        int millis = 0;
        if (next(':', '.', ':')) {
            second = digits(2, 2);
            millis = next('.', ',', '.') ? fraction() : 0;
        }
        if (second < 0 || second > 59 || millis < 0) {
            return INVALID;
        }
        return ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    private long zoned(long wallMs) {
        next(' ', ' ', ' ');
        if (at == end) {
            return zone.isPresent() ? wallMs - offset(wallMs) : NO_ZONE;
        }
        if (next('Z', 'z', 'Z')) {
            return at == end ? wallMs : INVALID;
        }
        boolean west = bytes[at] == '-';
        if (!next('+', '-', '+')) {
            return INVALID;
        }
        int hours = digits(2, 2);
        next(':', ':', ':');
        int minutes = at == end ? 0 : digits(2, 2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != end) {
            return INVALID;
        }
        long shift = (hours * 60L + minutes) * 60_000;
        return west ? wallMs + shift : wallMs - shift;
    }

    /** Offsets change at quarters of an hour only, so one look-up serves the quarter. */
    private long offset(long wallMs) {
        long quarter = Math.floorDiv(wallMs, QUARTER_MS);
        if (quarter != lastQuarter) {
            LocalDateTime wall = LocalDateTime.ofEpochSecond(quarter * (QUARTER_MS / 1000), 0, ZoneOffset.UTC);
            lastOffsetMs = zone.orElseThrow().getOffset(wall).getTotalSeconds() * 1000L;
            lastQuarter = quarter;
        }
        return lastOffsetMs;
    }

    private long day(int year, int month, int day) {
        int date = (year * 100 + month) * 100 + day;
        if (date != lastDate) {
            try {
                lastDay = LocalDate.of(year, month, day).toEpochDay() * 86_400_000L;
                lastDate = date;
            } catch (DateTimeException e) {
                return INVALID;
            }
        }
        return lastDay;
    }

    private boolean next(char a, char b, char c) {
        if (at < end && (bytes[at] == a || bytes[at] == b || bytes[at] == c)) {
            at++;
            return true;
        }
        return false;
    }

    private int digits(int least, int most) {
        int value = 0;
        int count = 0;
        while (count < most && at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at++] - '0');
            count++;
        }
        return count < least ? -1 : value;
    }

    /** Milliseconds; further digits are cut. */
    private int fraction() {
        int value = 0;
        int count = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = count < 3 ? value * 10 + (bytes[at] - '0') : value;
            count++;
            at++;
        }
        for (int i = count; i < 3; i++) {
            value *= 10;
        }
        return count == 0 ? -1 : value;
    }
}
