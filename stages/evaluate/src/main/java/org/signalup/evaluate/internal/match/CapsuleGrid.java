package org.signalup.evaluate.internal.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.signalup.engine.IntsFunction;

/**
 * Capsules in memory, found by cell: the two ways of {@link MatchSql} that look at positions, as a function of one sample
 * for engines that can call one. It does the arithmetic of the SQL, step by step, so that both find the same targets;
 * the SQL is its oracle.
 *
 * <p>What it answers is one number: the target and 1, or the number of a set of targets and how many it has ({@link #SHIFT}
 * bits), or 0 for none.
 */
final class CapsuleGrid implements IntsFunction {
    /** Above it (about 400 MB) samples are matched by SQL, which spills. */
    static final int MOST_CAPSULES = 2_000_000;

    /** The most targets that one position can have. */
    static final int MOST_AT_ONCE = 255;

    static final int SHIFT = 256;

    /** For a sample that names no line. */
    static final int FREE = -1;
    /** For a sample that is not to be matched by its position. */
    static final int NOT_LOCATED = -2;

    static final int NO_FLOOR = -1_000_000;

    private static final int NONE = -1;

    private final CapsuleArrays capsules;
    private final long[] keys;
    private final int[] starts;
    private final int[] ends;
    private final int[] inCell;
    private final TargetSets sets = new TargetSets();
    private final ThreadLocal<Found> found = ThreadLocal.withInitial(Found::new);

    private CapsuleGrid(CapsuleArrays capsules, long[] cells, int bits) {
        this.capsules = capsules;
        this.inCell = new int[cells.length];
        int distinct =
                (int) Arrays.stream(cells).map(cell -> cell >> bits).distinct().count();
        int size = Math.max(2, Integer.highestOneBit(distinct + distinct / 2) * 2);
        this.keys = new long[size];
        this.starts = new int[size];
        this.ends = new int[size];
        Arrays.fill(starts, NONE);
        for (int row = 0; row < cells.length; row++) {
            inCell[row] = (int) (cells[row] & ((1L << bits) - 1));
            int slot = slot(cells[row] >> bits);
            if (starts[slot] == NONE) {
                keys[slot] = cells[row] >> bits;
                starts[slot] = row;
            }
            ends[slot] = row + 1;
        }
    }

    /** Collects capsules, in the order of their targets. */
    static final class Builder implements Capsule.Sink {
        private static final int BITS = 22;

        private final CapsuleArrays capsules = new CapsuleArrays();
        private long[] cells = new long[1024];
        private int rows;
        private int last = -1;

        @Override
        public void put(long cell, Capsule capsule) {
            if (capsule.tid() != last) {
                capsules.add(capsule);
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
            return new CapsuleGrid(capsules, sorted, BITS);
        }
    }

    /** The largest number of capsules in a cell: no position has more targets. */
    int mostAtOnce() {
        return IntStream.range(0, keys.length)
                .filter(slot -> starts[slot] != NONE)
                .map(slot -> ends[slot] - starts[slot])
                .max()
                .orElse(0);
    }

    private int slot(long cell) {
        int mask = keys.length - 1;
        int slot = (int) ((cell * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (starts[slot] != NONE && keys[slot] != cell) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Of longitude and latitude in 1e-7 degree, floor or {@link #NO_FLOOR}, number of the line named or {@link #FREE}. */
    @Override
    public long apply(int[] sample) {
        int line = sample[3];
        if (line == NOT_LOCATED) {
            return 0;
        }
        int slot = slot(Cells.cell(sample[0], sample[1], Cells.SIZE_E7));
        if (starts[slot] == NONE) {
            return 0;
        }
        Found targets = found.get().cleared();
        for (int row = starts[slot]; row < ends[slot]; row++) {
            int capsule = inCell[row];
            if (capsules.takes(capsule, line, sample[2])) {
                look(capsule, sample[0], sample[1], targets);
            }
        }
        targets.endLine();
        return number(targets);
    }

    private long number(Found targets) {
        return switch (targets.count) {
            case 0 -> 0;
            case 1 -> (long) targets.tids[0] * SHIFT + 1;
            default -> (long) sets.number(targets.all()) * SHIFT + targets.count;
        };
    }

    /** What a position was found to count for. */
    private static final class Found {
        private static final long NOTHING = Long.MAX_VALUE;

        private int[] tids = new int[4];
        private int count;
        private int line = Capsule.NO_LINE;
        private long best = NOTHING;

        Found cleared() {
            count = 0;
            line = Capsule.NO_LINE;
            best = NOTHING;
            return this;
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

        List<Integer> all() {
            return IntStream.of(Arrays.copyOf(tids, count)).boxed().collect(Collectors.toUnmodifiableList());
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

    /** The target of a set by its place in it. */
    long inSet(int[] setAndPlace) {
        return sets.get(setAndPlace[0])[setAndPlace[1]];
    }

    /** Sets of targets that positions were found to have, numbered as they come: the numbers mean nothing outside a run. */
    private static final class TargetSets {
        private final Map<List<Integer>, Integer> numbers = new ConcurrentHashMap<>();
        private volatile int[][] sets = new int[256][];
        private int count;

        int number(List<Integer> targets) {
            Integer known = numbers.get(targets);
            return known == null ? add(targets) : known;
        }

        private synchronized int add(List<Integer> targets) {
            Integer known = numbers.get(targets);
            if (known != null) {
                return known;
            }
            if (count == sets.length) {
                sets = Arrays.copyOf(sets, count * 2);
            }
            sets[count] = targets.stream().mapToInt(Integer::intValue).toArray();
            numbers.put(targets, count);
            return count++;
        }

        int[] get(int number) {
            return sets[number];
        }
    }
}
