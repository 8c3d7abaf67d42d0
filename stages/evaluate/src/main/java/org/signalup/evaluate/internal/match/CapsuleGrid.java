package org.signalup.evaluate.internal.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.signalup.engine.LongsFunction;

/**
 * Capsules in memory, found by cell: the two ways of {@link MatchSql} that look at positions, as a function of one sample
 * for engines that can call one. It does the arithmetic of the SQL, step by step, so that both find the same targets;
 * the SQL is its oracle.
 *
 * <p>A sample is asked about in two numbers, for an engine takes longer to hand a number over than to pack it: its
 * {@link #position} and its {@link #naming}. The answer is one: how many targets there are in the lowest bits, above them the
 * first and the second, or 0 for none; asked for one place among several, the target in that place as if it were the only
 * one. It remembers nothing between two samples, so that copies of it on other machines answer alike.
 */
final class CapsuleGrid implements LongsFunction {
    private static final long serialVersionUID = 1;

    /** About what a capsule takes while its grid is built; a sixth of it is free afterwards. */
    private static final long BYTES_A_CAPSULE = 300;
    /** The part of a heap, one over this, that a grid may take. */
    private static final int HEAP_SHARE = 3;

    /** Where in an answer the first target begins, above the number of targets. */
    static final int FIRST = 8;

    static final long COUNT_MASK = (1 << FIRST) - 1;

    /** How many targets an answer names. */
    static final int TOLD = 2;

    static final long TARGET_MASK = (1 << 24) - 1;
    private static final int SECOND = FIRST + 24;

    /** For a sample that names no line. */
    static final int FREE = -1;
    /** For a sample that is not to be matched by its position. */
    static final int NOT_LOCATED = -2;
    /** For a sample that names a point, less the target of that point: all it counts for. */
    static final int POINT = -3;

    static final int NO_FLOOR = -1_000_000;

    /** How many arguments ask what a sample counts for, and how many ask for one of several targets. */
    static final int SAMPLE = 2;

    static final int SAMPLE_AND_PLACE = 3;

    private static final int LAT_BITS = 31;
    private static final int SOUTH_POLE_E7 = -900_000_000;
    private static final int MARKS_A_SLOT = 4;
    private static final int INT_BITS = 32;
    private static final long INT_MASK = 0xFFFF_FFFFL;
    private static final long FAR = (1 << 15) - 1;
    private static final long FREE_BITS = 0x8000_8000_8000_8000L;

    private final CapsuleArrays capsules;
    /** By slot the cell, then its first row and the one behind its last, in one number that is 0 for an empty slot. */
    private final long[] slots;
    /** By row the box of the capsule in that cell ({@link #window}), then the capsule: side by side, for they are asked together. */
    private final long[] rows;

    /**
     * A bit, found by the hash of a cell, that is 0 if nothing touches the cell: small enough to lie near at hand, as the
     * slots are not.
     */
    private final long[] marks;

    private CapsuleGrid(Builder built) {
        this.capsules = built.capsules;
        int cells = built.cells();
        this.slots = new long[2 * Math.max(2, Integer.highestOneBit(cells + cells / 2) * 2)];
        this.rows = new long[2 * built.count];
        this.marks = new long[Math.max(1, slots.length / 2 / Long.SIZE * MARKS_A_SLOT)];
        for (int row = 0; row < built.count; row++) {
            int capsule = built.capsule(row);
            long cell = built.cell(row);
            rows[2 * row] = window(built.box(capsule), cell);
            rows[2 * row + 1] = capsule;
            long hash = hash(cell);
            marks[mark(hash)] |= 1L << hash;
            int slot = slot(cell, hash);
            long first = slots[slot + 1] == 0 ? row : slots[slot + 1] >>> INT_BITS;
            slots[slot] = cell;
            slots[slot + 1] = first << INT_BITS | (row + 1);
        }
    }

    /**
     * Whether so many capsules are no more than answers can name and than there is room for; else samples are matched by SQL,
     * which spills.
     */
    static boolean fits(int capsules, long heapBytes) {
        return capsules <= TARGET_MASK && capsules * BYTES_A_CAPSULE <= heapBytes / HEAP_SHARE;
    }

    /** Collects capsules, in the order of their targets. */
    static final class Builder implements Capsule.Sink {
        private static final int BITS = 24;
        private static final int SIDES = 4;

        private final CapsuleArrays capsules;
        private final int[] boxes;
        /** A cell above, a capsule that touches it below. */
        private long[] touched = new long[1024];

        private int count;
        private int last = -1;

        /** @param most how many capsules there are at most */
        Builder(int most) {
            this.capsules = new CapsuleArrays(most);
            this.boxes = new int[most * SIDES];
        }

        @Override
        public void put(long cell, Capsule capsule) {
            if (capsule.tid() != last) {
                keep(capsule.box(), capsules.count() * SIDES);
                capsules.add(capsule);
                last = capsule.tid();
            }
            if (count == touched.length) {
                touched = Arrays.copyOf(touched, count * 2);
            }
            touched[count++] = (cell << BITS) | (capsules.count() - 1);
        }

        private void keep(Cells.Box box, int at) {
            long[] sides = {box.fromLon(), box.toLon(), box.fromLat(), box.toLat()};
            for (int side = 0; side < SIDES; side++) {
                boxes[at + side] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sides[side]));
            }
        }

        private Cells.Box box(int capsule) {
            int at = capsule * SIDES;
            return new Cells.Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
        }

        private long cell(int row) {
            return touched[row] >> BITS;
        }

        private int capsule(int row) {
            return (int) (touched[row] & ((1L << BITS) - 1));
        }

        /** How many different cells are touched, in order. */
        private int cells() {
            return (int) IntStream.range(0, count)
                    .filter(row -> row == 0 || cell(row) != cell(row - 1))
                    .count();
        }

        /** Within a cell capsules are in the order of targets: key points, then line by line. */
        CapsuleGrid build() {
            Arrays.sort(touched, 0, count);
            return new CapsuleGrid(this);
        }
    }

    /** SQL of the argument that says where a sample is: the latitude from the south pole on, above it the longitude. */
    static String position(String lonE7, String latE7) {
        return "CAST(COALESCE(%s, 0) AS BIGINT) * %d + (COALESCE(%s, 0) - (%d))"
                .formatted(lonE7, 1L << LAT_BITS, latE7, SOUTH_POLE_E7);
    }

    /**
     * SQL of the argument that says what a sample names: its floor, from the least number on, above it the number of a line or one
     * of {@link #FREE}, {@link #NOT_LOCATED} and {@link #POINT}.
     */
    static String naming(String named, String floor) {
        return "CAST(%s AS BIGINT) * %d + (CAST(COALESCE(%s, %d) AS BIGINT) - (%d))"
                .formatted(named, 1L << INT_BITS, floor, NO_FLOOR, Integer.MIN_VALUE);
    }

    /** Where in an answer the target in a place begins, if it names that one. */
    static int shift(int place) {
        return place == 0 ? FIRST : SECOND;
    }

    private static int lon(long position) {
        return (int) (position >> LAT_BITS);
    }

    private static int lat(long position) {
        return (int) (position & ((1L << LAT_BITS) - 1)) + SOUTH_POLE_E7;
    }

    private static int named(long naming) {
        return (int) (naming >> INT_BITS);
    }

    private static int floor(long naming) {
        return (int) naming ^ Integer.MIN_VALUE;
    }

    /** The largest number of capsules in a cell: no position has more targets. */
    int mostAtOnce() {
        return IntStream.range(0, slots.length / 2)
                .map(slot -> end(slots[2 * slot + 1]) - first(slots[2 * slot + 1]))
                .max()
                .orElse(0);
    }

    private static int first(long range) {
        return (int) (range >>> INT_BITS);
    }

    private static int end(long range) {
        return (int) (range & INT_MASK);
    }

    private static long hash(long cell) {
        return (cell * 0x9E3779B97F4A7C15L) >>> 33;
    }

    private int mark(long hash) {
        return (int) (hash >>> 6) & (marks.length - 1);
    }

    /** Where the slot of a cell, or an empty one for it, begins. */
    private int slot(long cell, long hash) {
        int mask = slots.length / 2 - 1;
        int slot = (int) hash & mask;
        while (slots[2 * slot + 1] != 0 && slots[2 * slot] != cell) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    /** What of a box lies in a cell; most capsules of a cell are told from it alone. */
    private static long window(Cells.Box box, long cell) {
        long lon = Cells.lonOf(cell);
        long lat = Cells.latOf(cell);
        return fields(
                clip(box.fromLon() - lon), clip(box.toLon() - lon), clip(box.fromLat() - lat), clip(box.toLat() - lat));
    }

    private static long clip(long place) {
        return Math.max(0, Math.min(Cells.SIZE_E7 - 1, place));
    }

    /** Four places within a cell in one number, each below a free bit; where something ends is counted from the far side. */
    private static long fields(long fromLon, long toLon, long fromLat, long toLat) {
        return fromLon << 48 | (FAR - toLon) << 32 | fromLat << 16 | (FAR - toLat);
    }

    /** A position within its cell, to be asked of windows. */
    private static long place(int lonE7, int latE7) {
        long lon = Cells.within(lonE7);
        long lat = Cells.within(latE7);
        return fields(lon, lon, lat, lat) | FREE_BITS;
    }

    /** 1 where a window holds a place, else 0: then no free bit is borrowed. A branch here could not be foreseen. */
    private static int holds(long window, long place) {
        long borrowed = ~(place - window) & FREE_BITS;
        return (int) (~(borrowed | -borrowed) >>> (Long.SIZE - 1));
    }

    /**
     * Of positions and what is named, and where one of several targets is asked for its place among them. First the cells of all
     * samples are looked up, then the capsules whose box holds each, then these are asked.
     */
    @Override
    public void apply(long[][] samples, int count, long[] results) {
        long[] positions = samples[0];
        long[] namings = samples[1];
        long[] ranges = ranges(positions, namings, count);
        int[] ends = new int[count];
        int[] near = near(positions, ranges, ends);
        Found targets = new Found();
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (next < ends[i]) {
                ask(near, next, ends[i], positions[i], namings[i], targets);
                results[i] = samples.length == SAMPLE
                        ? targets.countAndFirst()
                        : only(targets.tids[(int) samples[SAMPLE][i]]);
                next = ends[i];
            } else if (named(namings[i]) <= POINT) {
                results[i] = only(POINT - named(namings[i]));
            }
        }
    }

    /** The answer for one target. */
    private static long only(long tid) {
        return tid << FIRST | 1;
    }

    /** By sample the rows of its cell; 0 for none. */
    private long[] ranges(long[] positions, long[] namings, int count) {
        long[] ranges = new long[count];
        for (int i = 0; i < count; i++) {
            if (named(namings[i]) >= FREE) {
                long cell = Cells.cell(lon(positions[i]), lat(positions[i]), Cells.SIZE_E7);
                long hash = hash(cell);
                if (((marks[mark(hash)] >>> hash) & 1) != 0) {
                    ranges[i] = slots[slot(cell, hash) + 1];
                }
            }
        }
        return ranges;
    }

    /** The capsules whose boxes hold the samples, sample by sample, and where those of each end. */
    private int[] near(long[] positions, long[] ranges, int[] ends) {
        int[] near = new int[ranges.length * 2];
        int found = 0;
        for (int i = 0; i < ranges.length; i++) {
            int inCell = end(ranges[i]) - first(ranges[i]);
            if (found + inCell > near.length) {
                near = Arrays.copyOf(near, found * 2 + inCell);
            }
            found = near(ranges[i], place(lon(positions[i]), lat(positions[i])), near, found);
            ends[i] = found;
        }
        return near;
    }

    private int near(long range, long place, int[] into, int found) {
        int next = found;
        for (int row = first(range); row < end(range); row++) {
            into[next] = (int) rows[2 * row + 1];
            next += holds(rows[2 * row], place);
        }
        return next;
    }

    /** What a sample counts for, of the capsules near it. */
    private void ask(int[] near, int from, int to, long position, long naming, Found targets) {
        targets.clear();
        for (int i = from; i < to; i++) {
            if (capsules.takes(near[i], named(naming), floor(naming))) {
                look(near[i], lon(position), lat(position), targets);
            }
        }
        targets.endLine();
    }

    /** What a position was found to count for. */
    private static final class Found {
        private static final long NOTHING = Long.MAX_VALUE;

        private int[] tids = new int[4];
        private int count;
        private int line = Capsule.NO_LINE;
        private long best = NOTHING;

        void clear() {
            count = 0;
            line = Capsule.NO_LINE;
            best = NOTHING;
        }

        long countAndFirst() {
            return switch (count) {
                case 0 -> 0;
                case 1 -> only(tids[0]);
                default -> (long) tids[1] << SECOND | (long) tids[0] << FIRST | count;
            };
        }

        void add(int tid) {
            if (count == tids.length) {
                tids = Arrays.copyOf(tids, count * 2);
            }
            tids[count++] = tid;
        }

        /** Distance, bin and mark in one number, as in {@link MatchSql}. */
        void compare(int line, long ownMm, int tid, boolean contested) {
            if (line != this.line) {
                endLine();
                this.line = line;
            }
            best = Math.min(best, ownMm * MatchSql.BIN_SHIFT + tid * 2L + (contested ? 1 : 0));
        }

        /** The nearest of the bins compared counts if it is a contested one. */
        void endLine() {
            if (best != NOTHING && best % 2 == 1) {
                add((int) (best % MatchSql.BIN_SHIFT / 2));
            }
            best = NOTHING;
        }
    }

    private void look(int capsule, int lonE7, int latE7, Found found) {
        double x = capsules.x(capsule, lonE7, latE7);
        double y = capsules.y(capsule, lonE7, latE7);
        double foot = capsules.foot(capsule, CapsuleArrays.OWN, x, y);
        double dx = x - foot * capsules.chordX(capsule, CapsuleArrays.OWN);
        double dy = y - foot * capsules.chordY(capsule, CapsuleArrays.OWN);
        if (!(dx * dx + dy * dy < capsules.reachSquared(capsule))) {
            return;
        }
        if (capsules.isPoint(capsule)) {
            found.add(capsules.tid(capsule));
            return;
        }
        long ownMm = millimetres(dx, dy);
        int rival = capsules.rival(capsule);
        if (rival != Rivals.CONTESTED && nearest(capsule, x, y, ownMm)) {
            found.add(capsules.tid(capsule));
        }
        if (rival != Rivals.NONE) {
            found.compare(capsules.line(capsule), ownMm, capsules.tid(capsule), rival == Rivals.CONTESTED);
        }
    }

    /** Nearer than the neighbour before, not farther than the one behind. */
    private boolean nearest(int capsule, double x, double y, long ownMm) {
        if (capsules.has(capsule, CapsuleArrays.PREVIOUS)
                && neighbourMm(capsule, CapsuleArrays.PREVIOUS, x, y) <= ownMm) {
            return false;
        }
        if (!capsules.has(capsule, CapsuleArrays.NEXT)) {
            return true;
        }
        double fromEndX = x - capsules.chordX(capsule, CapsuleArrays.OWN);
        double fromEndY = y - capsules.chordY(capsule, CapsuleArrays.OWN);
        return neighbourMm(capsule, CapsuleArrays.NEXT, fromEndX, fromEndY) >= ownMm;
    }

    private long neighbourMm(int capsule, int which, double x, double y) {
        double foot = capsules.foot(capsule, which, x, y);
        return millimetres(x - foot * capsules.chordX(capsule, which), y - foot * capsules.chordY(capsule, which));
    }

    private static long millimetres(double x, double y) {
        return (long) Math.floor(Math.sqrt(x * x + y * y) * 1000 + 0.5);
    }
}
