package org.signalup.evaluate.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.signalup.engine.IntsFunction;

/**
 * Capsules in memory, found by cell: the two ways of {@link MatchSql} that look at positions, as a function of one sample
 * for engines that can call one. It does the arithmetic of the SQL, step by step, so that both find the same targets;
 * the SQL is its oracle.
 *
 * <p>It answers one number: how many targets there are, the first and the second ({@link #FIRST}, {@link #SECOND}), or 0 for
 * none; asked for one place among several, the target in that place as if it were the only one. It remembers nothing
 * between two samples, so that copies of it on other machines answer alike.
 */
final class CapsuleGrid implements IntsFunction {
    private static final long serialVersionUID = 1;

    /** Above it (about 450 MB) samples are matched by SQL, which spills. */
    static final int MOST_CAPSULES = 2_000_000;

    /** By what the first target is multiplied in an answer, above the number of targets, and the second above both: a target has 21 bits. */
    static final long FIRST = 256;

    static final long SECOND = FIRST << 21;

    /** For a sample that names no line. */
    static final int FREE = -1;
    /** For a sample that is not to be matched by its position. */
    static final int NOT_LOCATED = -2;
    /** For a sample that names a point, less the target of that point: all it counts for. */
    static final int POINT = -3;

    static final int NO_FLOOR = -1_000_000;

    /** How many arguments ask what a sample counts for, and how many ask for one of several targets. */
    static final int SAMPLE = 4;

    static final int SAMPLE_AND_PLACE = 5;

    private static final int NAMED = 3;
    private static final int INT_BITS = 32;
    private static final long INT_MASK = 0xFFFF_FFFFL;
    private static final long FAR = (1 << 15) - 1;
    private static final long FREE_BITS = 0x8000_8000_8000_8000L;

    private final CapsuleArrays capsules;
    /** By slot the cell, then its first row and the one behind its last, in one number that is 0 for an empty slot. */
    private final long[] slots;
    /** By row the box of the capsule in that cell ({@link #window}), then the capsule: side by side, for they are asked together. */
    private final long[] rows;

    private CapsuleGrid(CapsuleArrays capsules, List<Cells.Box> boxes, long[] cells, int bits) {
        this.capsules = capsules;
        int distinct =
                (int) Arrays.stream(cells).map(cell -> cell >> bits).distinct().count();
        this.slots = new long[2 * Math.max(2, Integer.highestOneBit(distinct + distinct / 2) * 2)];
        this.rows = new long[2 * cells.length];
        for (int row = 0; row < cells.length; row++) {
            int capsule = (int) (cells[row] & ((1L << bits) - 1));
            long cell = cells[row] >> bits;
            rows[2 * row] = window(boxes.get(capsule), cell);
            rows[2 * row + 1] = capsule;
            int slot = slot(cell);
            long first = slots[slot + 1] == 0 ? row : slots[slot + 1] >>> INT_BITS;
            slots[slot] = cell;
            slots[slot + 1] = first << INT_BITS | (row + 1);
        }
    }

    /** Collects capsules, in the order of their targets. */
    static final class Builder implements Capsule.Sink {
        private static final int BITS = 22;

        private final CapsuleArrays capsules = new CapsuleArrays();
        private final List<Cells.Box> boxes = new ArrayList<>();
        private long[] cells = new long[1024];
        private int rows;
        private int last = -1;

        @Override
        public void put(long cell, Capsule capsule) {
            if (capsule.tid() != last) {
                capsules.add(capsule);
                boxes.add(capsule.box());
                last = capsule.tid();
            }
            if (rows == cells.length) {
                cells = Arrays.copyOf(cells, rows * 2);
            }
            cells[rows++] = (cell << BITS) | (capsules.count() - 1);
        }

        /** Within a cell capsules are in the order of targets: key points, then line by line. */
        CapsuleGrid build() {
            long[] sorted = Arrays.copyOf(cells, rows);
            Arrays.sort(sorted);
            return new CapsuleGrid(capsules, boxes, sorted, BITS);
        }
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

    /** Where the slot of a cell, or an empty one for it, begins. */
    private int slot(long cell) {
        int mask = slots.length / 2 - 1;
        int slot = (int) ((cell * 0x9E3779B97F4A7C15L) >>> 33) & mask;
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
     * Of longitude and latitude in 1e-7 degree, floor or {@link #NO_FLOOR}, what is named (the number of a line, {@link #FREE},
     * {@link #NOT_LOCATED} or {@link #POINT}), and where one of several targets is asked for its place among them. First the
     * cells of all samples are looked up, then the capsules whose box holds each, then these are asked.
     */
    @Override
    public void apply(int[][] samples, int count, long[] results) {
        long[] ranges = ranges(samples, count);
        int[] ends = new int[count];
        int[] near = near(samples, ranges, ends);
        Found targets = new Found();
        int next = 0;
        for (int i = 0; i < count; i++) {
            if (next < ends[i]) {
                ask(near, next, ends[i], samples, i, targets);
                results[i] =
                        samples.length == SAMPLE ? targets.countAndFirst() : only(targets.tids[samples[SAMPLE][i]]);
                next = ends[i];
            } else if (samples[NAMED][i] <= POINT) {
                results[i] = only(POINT - samples[NAMED][i]);
            }
        }
    }

    /** The answer for one target. */
    private static long only(int tid) {
        return tid * FIRST + 1;
    }

    /** By sample the rows of its cell; 0 for none. */
    private long[] ranges(int[][] samples, int count) {
        long[] ranges = new long[count];
        for (int i = 0; i < count; i++) {
            ranges[i] = samples[NAMED][i] < FREE
                    ? 0
                    : slots[slot(Cells.cell(samples[0][i], samples[1][i], Cells.SIZE_E7)) + 1];
        }
        return ranges;
    }

    /** The capsules whose boxes hold the samples, sample by sample, and where those of each end. */
    private int[] near(int[][] samples, long[] ranges, int[] ends) {
        int[] near = new int[ranges.length * 2];
        int found = 0;
        for (int i = 0; i < ranges.length; i++) {
            int inCell = end(ranges[i]) - first(ranges[i]);
            if (found + inCell > near.length) {
                near = Arrays.copyOf(near, found * 2 + inCell);
            }
            found = near(ranges[i], place(samples[0][i], samples[1][i]), near, found);
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
    private void ask(int[] near, int from, int to, int[][] samples, int sample, Found targets) {
        targets.clear();
        for (int i = from; i < to; i++) {
            if (capsules.takes(near[i], samples[NAMED][sample], samples[2][sample])) {
                look(near[i], samples[0][sample], samples[1][sample], targets);
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
                default -> tids[1] * SECOND + tids[0] * FIRST + count;
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
