package org.signalup.intake.internal.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Year-first times, read by hand: {@code 2025-07-18T22:11:08.123+08:00} and its relatives ({@code /} or {@code .} in
 * the date, space or {@code _} before the time). Without an offset the given zone stands in, or the time is refused.
 */
final class TimeReader {
    static final long INVALID = Long.MIN_VALUE + 1;
    static final long NO_ZONE = Long.MIN_VALUE + 2;
    private static final int WALL_LENGTH = "2025-07-18T22:11:08".length();
    private static final int DAYS_KNOWN = 1 << 9;

    private final Optional<Offsets> zone;
    private byte[] bytes;
    private int at;
    private int end;
    private final int[] knownDates = new int[DAYS_KNOWN];
    private final long[] knownDays = new long[DAYS_KNOWN];

    TimeReader(Optional<ZoneId> zone) {
        this.zone = zone.map(id -> new Offsets(id.getRules()));
    }

    /** UTC milliseconds, or one of {@link #INVALID}, {@link #NO_ZONE}. */
    long read(byte[] cell, int from, int to) {
        bytes = cell;
        at = from;
        end = to;
        long wallMs = end - at >= WALL_LENGTH ? usual() : INVALID;
        if (wallMs == INVALID) {
            at = from;
            wallMs = relative();
        }
        return wallMs == INVALID ? INVALID : zoned(wallMs);
    }

    /** The usual form, {@code 2025-07-18T22:11:08} and digits after a point; it takes no loops. */
    private long usual() {
        int from = at;
        int year = two(from) * 100 + two(from + 2);
        int month = two(from + 5);
        int day = two(from + 8);
        int hour = two(from + 11);
        int minute = two(from + 14);
        int second = two(from + 17);
        boolean marks = bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && (bytes[from + 10] == 'T' || bytes[from + 10] == ' ')
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':';
        if (!marks || (year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return INVALID;
        }
        at = from + WALL_LENGTH;
        int millis = next('.', ',', '.') ? fraction() : 0;
        long dayMs = day(year, month, day);
        return millis < 0 || dayMs == INVALID ? INVALID : dayMs + ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    /** Two digits; far below zero when they are none. */
    private int two(int from) {
        int tens = bytes[from] - '0';
        int ones = bytes[from + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? Short.MIN_VALUE : tens * 10 + ones;
    }

    private long relative() {
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
        return timeMs == INVALID ? INVALID : dayMs + timeMs;
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
            return zone.isPresent() ? wallMs - zone.get().ofWall(Math.floorDiv(wallMs, 1000L)) * 1000L : NO_ZONE;
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

    private long day(int year, int month, int day) {
        int date = (year * 100 + month) * 100 + day;
        int slot = (month * 32 + day) & (DAYS_KNOWN - 1);
        if (date != knownDates[slot]) {
            try {
                knownDays[slot] = LocalDate.of(year, month, day).toEpochDay() * 86_400_000L;
                knownDates[slot] = date;
            } catch (DateTimeException e) {
                return INVALID;
            }
        }
        return knownDays[slot];
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
