package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * 汇总统计量 of one target, operator and RAT row.
 *
 * @param dates ascending, each date once
 * @param onRat samples that were on the row's own RAT
 * @param weak rsrp below its limit
 * @param interfered rsrp fine, sinr below its limit
 * @param clustersFailed clusters whose own share is below the target share
 */
public record Tally(
        Moments moments,
        List<DateTally> dates,
        long onRat,
        long noService,
        long weak,
        long interfered,
        long clustersFailed) {
    public static final Tally EMPTY = new Tally(Moments.ZERO, List.of(), 0, 0, 0, 0, 0);

    public Tally {
        dates = List.copyOf(dates);
    }

    public boolean empty() {
        return moments.n() == 0;
    }

    /** Both together, as if they had been counted at once. */
    public Tally plus(Tally other) {
        if (other.empty()) {
            return this;
        }
        if (empty()) {
            return other;
        }
        return new Tally(
                moments.plus(other.moments),
                merged(dates, other.dates),
                onRat + other.onRat,
                noService + other.noService,
                weak + other.weak,
                interfered + other.interfered,
                clustersFailed + other.clustersFailed);
    }

    /** Dates whose own share is below the target share. */
    int datesFailed(double targetShare) {
        int failed = 0;
        for (DateTally date : dates) {
            failed += date.failed(targetShare) ? 1 : 0;
        }
        return failed;
    }

    private static List<DateTally> merged(List<DateTally> left, List<DateTally> right) {
        List<DateTally> all = new ArrayList<>(left.size() + right.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            DateTally a = left.get(i);
            DateTally b = right.get(j);
            if (a.date() == b.date()) {
                all.add(new DateTally(a.date(), a.n() + b.n(), a.y() + b.y()));
            } else {
                all.add(a.date() < b.date() ? a : b);
            }
            i += a.date() <= b.date() ? 1 : 0;
            j += b.date() <= a.date() ? 1 : 0;
        }
        all.addAll(left.subList(i, left.size()));
        all.addAll(right.subList(j, right.size()));
        return all;
    }
}
