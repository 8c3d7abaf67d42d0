package org.signalup.evaluate.internal.match;

import java.io.Serializable;
import java.util.Optional;

/**
 * Capsules as plain numbers side by side, each in one stretch of memory: a sample looks at a few of a million, and what
 * takes long is to wait for memory. What every look asks comes first.
 */
final class CapsuleArrays implements Serializable {
    private static final long serialVersionUID = 1;

    /** Which chord of a capsule. */
    static final int OWN = 9;

    static final int PREVIOUS = 13;
    static final int NEXT = 16;

    /** Target in the upper half, line in the lower. */
    private static final int NAME = 0;
    /** Floor in the upper half, rival, then marks in the lower. */
    private static final int MARKS = 1;

    private static final int LON = 2;
    private static final int LAT = 3;
    private static final int KX = 4;
    private static final int KX_SLOPE = 5;
    private static final int KY = 6;
    private static final int KY_SLOPE = 7;
    private static final int KY_BEND = 8;
    private static final int REACH = 12;
    private static final int WORDS = 19;

    private static final int BY_POSITION = 1;
    private static final int INDOOR = 2;
    private static final int HAS_PREVIOUS = 4;
    private static final int HAS_NEXT = 8;
    private static final int RIVAL_SHIFT = 8;
    private static final int INT_BITS = 32;

    private final long[] words;
    private int count;

    CapsuleArrays(int most) {
        this.words = new long[most * WORDS];
    }

    int count() {
        return count;
    }

    void add(Capsule capsule) {
        int first = count * WORDS;
        int marks = (capsule.byPosition() ? BY_POSITION : 0)
                | (capsule.indoor() ? INDOOR : 0)
                | (capsule.previous().isPresent() ? HAS_PREVIOUS : 0)
                | (capsule.next().isPresent() ? HAS_NEXT : 0)
                | capsule.rival() << RIVAL_SHIFT;
        words[first + NAME] = both(capsule.tid(), capsule.line());
        words[first + MARKS] = both(capsule.floor().orElse(CapsuleGrid.NO_FLOOR), marks);
        put(first + LON, capsule.origin().lonE7());
        put(first + LAT, capsule.origin().latE7());
        put(first + KX, capsule.origin().metric().kx());
        put(first + KX_SLOPE, capsule.origin().metric().kxSlope());
        put(first + KY, capsule.origin().metric().ky());
        put(first + KY_SLOPE, capsule.origin().metric().kySlope());
        put(first + KY_BEND, capsule.origin().metric().kyBend());
        put(first + OWN, Optional.of(capsule.chord()));
        put(first + PREVIOUS, capsule.previous());
        put(first + NEXT, capsule.next());
        put(first + REACH, capsule.reachSquared());
        count++;
    }

    private void put(int place, Optional<Capsule.Chord> chord) {
        chord.ifPresent(present -> {
            put(place, present.x());
            put(place + 1, present.y());
            put(place + 2, present.inverse());
        });
    }

    private void put(int place, double number) {
        words[place] = Double.doubleToRawLongBits(number);
    }

    private double number(int capsule, int which) {
        return Double.longBitsToDouble(words[capsule * WORDS + which]);
    }

    private static long both(int upper, int lower) {
        return (long) upper << INT_BITS | Integer.toUnsignedLong(lower);
    }

    private int upper(int capsule, int which) {
        return (int) (words[capsule * WORDS + which] >> INT_BITS);
    }

    private int lower(int capsule, int which) {
        return (int) words[capsule * WORDS + which];
    }

    /** Whether a sample that names this line, or none and is on this floor, may count for a capsule. */
    boolean takes(int capsule, int line, int floor) {
        if (line != CapsuleGrid.FREE) {
            return line(capsule) == line;
        }
        int marks = lower(capsule, MARKS);
        return (marks & BY_POSITION) != 0
                && ((marks & INDOOR) == 0 || (floor != CapsuleGrid.NO_FLOOR && upper(capsule, MARKS) == floor));
    }

    int tid(int capsule) {
        return upper(capsule, NAME);
    }

    int line(int capsule) {
        return lower(capsule, NAME);
    }

    boolean isPoint(int capsule) {
        return line(capsule) == Capsule.NO_LINE;
    }

    int rival(int capsule) {
        return lower(capsule, MARKS) >> RIVAL_SHIFT;
    }

    boolean has(int capsule, int neighbour) {
        return (lower(capsule, MARKS) & (neighbour == PREVIOUS ? HAS_PREVIOUS : HAS_NEXT)) != 0;
    }

    double x(int capsule, double lonE7, double latE7) {
        return (lonE7 - number(capsule, LON))
                * (number(capsule, KX) + number(capsule, KX_SLOPE) * (latE7 - number(capsule, LAT)));
    }

    double y(int capsule, double lonE7, double latE7) {
        double lon = lonE7 - number(capsule, LON);
        double lat = latE7 - number(capsule, LAT);
        return lat * (number(capsule, KY) + number(capsule, KY_SLOPE) * lat) + number(capsule, KY_BEND) * lon * lon;
    }

    double chordX(int capsule, int chord) {
        return number(capsule, chord);
    }

    double chordY(int capsule, int chord) {
        return number(capsule, chord + 1);
    }

    /** How far along a chord the foot of (x, y) is, from 0 to 1. */
    double foot(int capsule, int chord, double x, double y) {
        return Math.max(
                0.0,
                Math.min(
                        1.0,
                        (x * number(capsule, chord) + y * number(capsule, chord + 1)) * number(capsule, chord + 2)));
    }

    double reachSquared(int capsule) {
        return number(capsule, REACH);
    }
}
