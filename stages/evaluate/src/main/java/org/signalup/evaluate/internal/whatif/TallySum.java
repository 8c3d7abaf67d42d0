package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.List;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.Tally;

/** Adds up clusters, dates ascending. What only describes a tally, and decides nothing, stays 0. */
final class TallySum {
    private static final long MILLION = 1_000_000;

    private Moments moments = Moments.ZERO;
    private long failed;
    private final List<DateTally> dates = new ArrayList<>(2);
    private int date;
    private long samples;
    private long compliant;

    void add(int clusterDate, long m, long y, long sharePpm) {
        if (clusterDate != date) {
            closeDate();
            date = clusterDate;
        }
        samples += m;
        compliant += y;
        moments = moments.plus(Moments.cluster(m, y));
        failed += y * MILLION < sharePpm * m ? 1 : 0;
    }

    private void closeDate() {
        if (samples > 0) {
            dates.add(new DateTally(date, samples, compliant));
        }
        samples = 0;
        compliant = 0;
    }

    Tally tally() {
        closeDate();
        return moments.n() == 0 ? Tally.EMPTY : new Tally(moments, dates, 0, 0, 0, 0, failed);
    }
}
