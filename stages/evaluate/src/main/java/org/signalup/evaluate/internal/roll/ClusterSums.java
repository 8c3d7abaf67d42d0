package org.signalup.evaluate.internal.roll;

import java.util.Arrays;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.tally.ClusterKey;

/** What the samples of one cluster add up to, by RAT row. */
final class ClusterSums {
    static final int SAMPLES = 0;
    static final int COMPLIANT = 1;
    static final int ON_RAT = 2;
    static final int NO_SERVICE = 3;
    static final int WEAK = 4;
    static final int INTERFERED = 5;
    static final int COUNTS = 6;
    private static final RatRow[] ROWS = RatRow.values();

    private final long[] counts = new long[ROWS.length * COUNTS];
    private long who;

    void start(long key) {
        who = key;
        Arrays.fill(counts, 0);
    }

    /** Key of one of its samples. */
    long who() {
        return who;
    }

    void add(long key, long n) {
        for (int i = 0; i < ROWS.length; i++) {
            RatRow row = ROWS[i];
            if (ClusterKey.in(row, key)) {
                int at = i * COUNTS;
                counts[at + SAMPLES] += n;
                counts[at + COMPLIANT] += ClusterKey.compliant(row, key) ? n : 0;
                counts[at + ON_RAT] += ClusterKey.onRat(row, key) ? n : 0;
                counts[at + NO_SERVICE] += ClusterKey.noService(key) ? n : 0;
                counts[at + WEAK] += ClusterKey.weak(row, key) ? n : 0;
                counts[at + INTERFERED] += ClusterKey.interfered(row, key) ? n : 0;
            }
        }
    }

    /** A count of the row at this place in the order of rows. */
    long of(int row, int count) {
        return counts[row * COUNTS + count];
    }

    /** No row takes its samples, like a scan that saw no service. */
    boolean empty() {
        for (int row = 0; row < ROWS.length; row++) {
            if (of(row, SAMPLES) > 0) {
                return false;
            }
        }
        return true;
    }
}
