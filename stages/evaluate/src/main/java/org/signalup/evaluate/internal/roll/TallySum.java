package org.signalup.evaluate.internal.roll;

import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.ClusterSums;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.tally.SampleClass;

/** Adds up one RAT row of a target for one operator, cluster by cluster, dates ascending. */
final class TallySum {
    private final RatRow row;
    private final ClusterSums clusters = new ClusterSums();
    private long onRat;
    private long noService;
    private long weak;
    private long interfered;
    /** Samples and compliant samples of the open cluster. */
    private long m;

    private long y;

    TallySum(RatRow row) {
        this.row = row;
    }

    /** Takes samples of the open cluster. */
    void add(SampleClass samples, long n) {
        if (!samples.in(row)) {
            return;
        }
        m += n;
        noService += samples.noService() ? n : 0;
        if (samples.on(row)) {
            onRat += n;
            y += samples.compliant() ? n : 0;
            weak += samples.weak() ? n : 0;
            interfered += samples.interfered() ? n : 0;
        }
    }

    /** No more samples of the open cluster, which was of this date. */
    void closeCluster(int date, long sharePpm) {
        if (m > 0) {
            clusters.add(date, m, y, sharePpm);
        }
        m = 0;
        y = 0;
    }

    Tally tally() {
        return clusters.tally(onRat, noService, weak, interfered);
    }
}
