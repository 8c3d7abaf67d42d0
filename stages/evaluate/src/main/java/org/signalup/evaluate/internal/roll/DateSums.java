package org.signalup.evaluate.internal.roll;

import java.util.List;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.Tally;

/** Clusters of one date added up, by RAT row. A cluster never crosses midnight because its slot divides the day. */
final class DateSums {
    private static final RatRow[] ROWS = RatRow.values();
    private static final long MILLION = 1_000_000L;

    private final int date;
    private final Moments[] moments = new Moments[ROWS.length];
    private final long[] failed = new long[ROWS.length];
    private final long[] counts = new long[ROWS.length * ClusterSums.COUNTS];

    DateSums(int date) {
        this.date = date;
    }

    void add(ClusterSums cluster, long sharePpm) {
        for (int i = 0; i < ROWS.length; i++) {
            long m = cluster.of(i, ClusterSums.SAMPLES);
            if (m > 0) {
                long y = cluster.of(i, ClusterSums.COMPLIANT);
                Moments own = Moments.cluster(m, y);
                moments[i] = moments[i] == null ? own : moments[i].plus(own);
                failed[i] += y * MILLION < sharePpm * m ? 1 : 0;
                for (int count = 0; count < ClusterSums.COUNTS; count++) {
                    counts[i * ClusterSums.COUNTS + count] += cluster.of(i, count);
                }
            }
        }
    }

    private long of(int row, int count) {
        return counts[row * ClusterSums.COUNTS + count];
    }

    void mergeInto(Map<RatRow, Tally> tallies) {
        for (int i = 0; i < ROWS.length; i++) {
            Moments own = moments[i];
            if (own != null) {
                tallies.merge(
                        ROWS[i],
                        new Tally(
                                own,
                                List.of(new DateTally(date, own.n(), own.y())),
                                of(i, ClusterSums.ON_RAT),
                                of(i, ClusterSums.NO_SERVICE),
                                of(i, ClusterSums.WEAK),
                                of(i, ClusterSums.INTERFERED),
                                failed[i]),
                        Tally::plus);
            }
        }
    }
}
