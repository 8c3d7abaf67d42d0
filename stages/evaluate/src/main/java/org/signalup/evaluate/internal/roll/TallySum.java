package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.tally.SampleClass;

/** Adds up one RAT row of a target for one operator, cluster by cluster, dates ascending. */
final class TallySum {
    private static final long MILLION = 1_000_000L;

    private final RatRow row;
    private final List<DateTally> dates = new ArrayList<>(1);
    private Moments moments = Moments.ZERO;
    private long onRat;
    private long noService;
    private long weak;
    private long interfered;
    private long clustersFailed;
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
        if (m == 0) {
            return;
        }
        moments = moments.plus(Moments.cluster(m, y));
        clustersFailed += y * MILLION < sharePpm * m ? 1 : 0;
        int last = dates.size() - 1;
        if (last >= 0 && dates.get(last).date() == date) {
            dates.set(
                    last,
                    new DateTally(date, dates.get(last).n() + m, dates.get(last).y() + y));
        } else {
            dates.add(new DateTally(date, m, y));
        }
        m = 0;
        y = 0;
    }

    Tally tally() {
        return dates.isEmpty()
                ? Tally.EMPTY
                : new Tally(moments, dates, onRat, noService, weak, interfered, clustersFailed);
    }
}
