package org.signalup.intake.internal.row;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The offsets of a zone, in seconds; remembers the span between two changes of the clock in which the last one was met. */
final class Offsets {
    private static final long DAY_S = 86_400;

    private final ZoneRules rules;
    private long from;
    private long to;
    private int offset;

    Offsets(ZoneRules rules) {
        this.rules = rules;
    }

    /** The offset at a second of UTC. */
    int at(long second) {
        if (second < from || second >= to) {
            find(second);
        }
        return offset;
    }

    /** The offset at a second of the wall clock, counted as if it were UTC. */
    int ofWall(long wall) {
        // A day away from any change, the wall clock and UTC lie in the same span.
        if (wall >= from + DAY_S && wall < to - DAY_S) {
            return offset;
        }
        int found = rules.getOffset(LocalDateTime.ofEpochSecond(wall, 0, ZoneOffset.UTC))
                .getTotalSeconds();
        find(wall - found);
        return found;
    }

    private void find(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition last = rules.previousTransition(instant.plusSeconds(1));
        offset = rules.getOffset(instant).getTotalSeconds();
        from = last == null ? Long.MIN_VALUE / 2 : last.toEpochSecond();
        to = next == null ? Long.MAX_VALUE / 2 : next.toEpochSecond();
    }
}
