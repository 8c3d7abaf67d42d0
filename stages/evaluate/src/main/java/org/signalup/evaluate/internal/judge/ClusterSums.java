package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.List;

/** Adds up clusters, dates ascending, to what a tally decides by. */
public final class ClusterSums {
    private static final long MILLION = 1_000_000L;

    private final List<DateTally> dates = new ArrayList<>(1);
    private Moments moments = Moments.ZERO;
    private long failed;
    private int date;
    private long n;
    private long y;

    /**
     * Adds a cluster that has samples.
     *
     * @param samples of it, {@code compliant} of them compliant
     * @param sharePpm target share in millionths; a cluster below it has failed
     */
    public void add(int clusterDate, long samples, long compliant, long sharePpm) {
        if (clusterDate != date) {
            closeDate();
            date = clusterDate;
        }
        n += samples;
        y += compliant;
        moments = moments.plus(Moments.cluster(samples, compliant));
        failed += compliant * MILLION < sharePpm * samples ? 1 : 0;
    }

    private void closeDate() {
        if (n > 0) {
            dates.add(new DateTally(date, n, y));
        }
        n = 0;
        y = 0;
    }

    /** The tally of what only decides; what describes it stays 0. */
    public Tally tally() {
        return tally(0, 0, 0, 0);
    }

    /** The tally with the samples on the network and the causes of those that were not compliant. */
    public Tally tally(long onRat, long noService, long weak, long interfered) {
        closeDate();
        return dates.isEmpty() ? Tally.EMPTY : new Tally(moments, dates, onRat, noService, weak, interfered, failed);
    }
}
