package org.signalup.evaluate.internal.match;

import java.util.Arrays;
import java.util.Optional;

/** Capsules as plain numbers side by side: a sample looks at a few of a million, and should not wait for memory. */
final class CapsuleArrays {
    /** Which chord of a capsule. */
    static final int OWN = 7;

    static final int PREVIOUS = 10;
    static final int NEXT = 13;

    private static final int REACH = 16;
    private static final int NUMBERS = 17;

    private static final int BY_POSITION = 1;
    private static final int INDOOR = 2;
    private static final int HAS_PREVIOUS = 4;
    private static final int HAS_NEXT = 8;

    private double[] numbers = new double[NUMBERS * 64];
    private int[] tids = new int[64];
    private int[] lines = new int[64];
    private int[] floors = new int[64];
    private byte[] flags = new byte[64];
    private byte[] rivals = new byte[64];
    private int count;

    int count() {
        return count;
    }

    void add(Capsule capsule) {
        if (count == tids.length) {
            grow(count * 2);
        }
        tids[count] = capsule.tid();
        lines[count] = capsule.line();
        floors[count] = capsule.floor().orElse(CapsuleGrid.NO_FLOOR);
        rivals[count] = (byte) capsule.rival();
        flags[count] = (byte) ((capsule.byPosition() ? BY_POSITION : 0)
                | (capsule.indoor() ? INDOOR : 0)
                | (capsule.previous().isPresent() ? HAS_PREVIOUS : 0)
                | (capsule.next().isPresent() ? HAS_NEXT : 0));
        int first = count * NUMBERS;
        numbers[first] = capsule.origin().lonE7();
        numbers[first + 1] = capsule.origin().latE7();
        numbers[first + 2] = capsule.origin().metric().kx();
        numbers[first + 3] = capsule.origin().metric().kxSlope();
        numbers[first + 4] = capsule.origin().metric().ky();
        numbers[first + 5] = capsule.origin().metric().kySlope();
        numbers[first + 6] = capsule.origin().metric().kyBend();
        put(first + OWN, Optional.of(capsule.chord()));
        put(first + PREVIOUS, capsule.previous());
        put(first + NEXT, capsule.next());
        numbers[first + REACH] = capsule.reachSquared();
        count++;
    }

    private void put(int place, Optional<Capsule.Chord> chord) {
        chord.ifPresent(present -> {
            numbers[place] = present.x();
            numbers[place + 1] = present.y();
            numbers[place + 2] = present.inverse();
        });
    }

    private void grow(int size) {
        numbers = Arrays.copyOf(numbers, size * NUMBERS);
        tids = Arrays.copyOf(tids, size);
        lines = Arrays.copyOf(lines, size);
        floors = Arrays.copyOf(floors, size);
        flags = Arrays.copyOf(flags, size);
        rivals = Arrays.copyOf(rivals, size);
    }

    /** Whether a sample that names this line, or none and is on this floor, may count for a capsule. */
    boolean takes(int capsule, int line, int floor) {
        if (line != CapsuleGrid.FREE) {
            return lines[capsule] == line;
        }
        int flag = flags[capsule];
        return (flag & BY_POSITION) != 0
                && ((flag & INDOOR) == 0 || (floor != CapsuleGrid.NO_FLOOR && floors[capsule] == floor));
    }

    int tid(int capsule) {
        return tids[capsule];
    }

    int line(int capsule) {
        return lines[capsule];
    }

    boolean isPoint(int capsule) {
        return lines[capsule] == Capsule.NO_LINE;
    }

    int rival(int capsule) {
        return rivals[capsule];
    }

    boolean has(int capsule, int neighbour) {
        return (flags[capsule] & (neighbour == PREVIOUS ? HAS_PREVIOUS : HAS_NEXT)) != 0;
    }

    double x(int capsule, double lonE7, double latE7) {
        int first = capsule * NUMBERS;
        return (lonE7 - numbers[first]) * (numbers[first + 2] + numbers[first + 3] * (latE7 - numbers[first + 1]));
    }

    double y(int capsule, double lonE7, double latE7) {
        int first = capsule * NUMBERS;
        double lon = lonE7 - numbers[first];
        double lat = latE7 - numbers[first + 1];
        return lat * (numbers[first + 4] + numbers[first + 5] * lat) + numbers[first + 6] * lon * lon;
    }

    double chordX(int capsule, int chord) {
        return numbers[capsule * NUMBERS + chord];
    }

    double chordY(int capsule, int chord) {
        return numbers[capsule * NUMBERS + chord + 1];
    }

    /** How far along a chord the foot of (x, y) is, from 0 to 1. */
    double foot(int capsule, int chord, double x, double y) {
        int place = capsule * NUMBERS + chord;
        return Math.max(0.0, Math.min(1.0, (x * numbers[place] + y * numbers[place + 1]) * numbers[place + 2]));
    }

    double reachSquared(int capsule) {
        return numbers[capsule * NUMBERS + REACH];
    }
}
