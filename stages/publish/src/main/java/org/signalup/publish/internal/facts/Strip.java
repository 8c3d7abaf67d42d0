package org.signalup.publish.internal.facts;

import java.util.EnumMap;
import java.util.Map;
import org.signalup.domain.Verdict;

/**
 * A line for one operator, cut into at most so many equal columns; each column holds how much of its length passed,
 * is to be re-tested, failed or is open.
 */
public final class Strip {
    /** Columns at most: more cannot be told apart on paper. */
    public static final int COLUMNS = 600;

    /** The kinds of length in a column, in the order they are drawn from below. */
    public enum Share {
        PASS,
        RETEST,
        FAIL,
        OPEN
    }

    private final long lengthMm;
    private final int columns;
    private final Map<Share, long[]> lengths = new EnumMap<>(Share.class);

    /** A line of {@code lengthMm} with bins of about {@code binMm}: never more columns than bins. */
    public Strip(long lengthMm, long binMm) {
        this.lengthMm = Math.max(1, lengthMm);
        long bins = Math.max(1, this.lengthMm / Math.max(1, binMm));
        columns = (int) Math.min(COLUMNS, bins);
        for (Share share : Share.values()) {
            lengths.put(share, new long[columns]);
        }
    }

    public int columns() {
        return columns;
    }

    public long columnMm() {
        return lengthMm / columns;
    }

    /** Adds a bin to the columns it overlaps. */
    public void add(long fromMm, long toMm, Verdict verdict) {
        long[] own = lengths.get(share(verdict));
        for (int column = column(fromMm); column <= column(toMm - 1); column++) {
            long from = Math.max(fromMm, start(column));
            long to = Math.min(toMm, start(column + 1));
            own[column] += Math.max(0, to - from);
        }
    }

    /**
     * Where the box of this kind ends in a column of height 100, all boxes standing on each other; 0 everywhere in a
     * column without a bin.
     */
    public long top(int column, Share share) {
        long total = 0;
        long upTo = 0;
        for (Share each : Share.values()) {
            long length = lengths.get(each)[column];
            total += length;
            upTo += each.compareTo(share) <= 0 ? length : 0;
        }
        return total == 0 ? 0 : Math.round(100.0 * upTo / total);
    }

    /** Where the box of this kind begins. */
    public long bottom(int column, Share share) {
        long below = 0;
        for (Share each : Share.values()) {
            below = each.compareTo(share) < 0 ? top(column, each) : below;
        }
        return below;
    }

    /** Whether two columns look the same. */
    public boolean same(int one, int two) {
        for (Share share : Share.values()) {
            if (top(one, share) != top(two, share)) {
                return false;
            }
        }
        return true;
    }

    private int column(long mm) {
        return (int) Math.max(0, Math.min(columns - 1, mm * columns / lengthMm));
    }

    private long start(int column) {
        return (lengthMm * column + columns - 1) / columns;
    }

    private static Share share(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Share.PASS;
            case RETEST -> Share.RETEST;
            case FAIL -> Share.FAIL;
            case TOO_FEW, UNDECIDED, NOT_MEASURED -> Share.OPEN;
        };
    }
}
