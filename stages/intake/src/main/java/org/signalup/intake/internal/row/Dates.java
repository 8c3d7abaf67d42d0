package org.signalup.intake.internal.row;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The days of a file, and whether a few rows are years away from the rest. */
final class Dates {
    private static final long YEAR = 366;
    private static final double FEW = 0.01;
    private static final int MOST_DAYS = 10_000;

    private final Map<Long, long[]> days = new TreeMap<>();
    private long lastDate = Long.MIN_VALUE;
    private long[] last = {};

    void see(long date, long rowNo) {
        if (date != lastDate) {
            if (days.size() >= MOST_DAYS && !days.containsKey(date)) {
                return;
            }
            last = days.computeIfAbsent(date, day -> new long[] {0, rowNo});
            lastDate = date;
        }
        last[0]++;
    }

    /** Rows a year and more away from the day with most rows, when they are few, and the first of them. */
    Optional<long[]> farApart() {
        long rows = 0;
        long main = 0;
        long most = 0;
        for (Map.Entry<Long, long[]> day : days.entrySet()) {
            rows += day.getValue()[0];
            if (day.getValue()[0] > most) {
                most = day.getValue()[0];
                main = day.getKey();
            }
        }
        long far = 0;
        long first = Long.MAX_VALUE;
        for (Map.Entry<Long, long[]> day : days.entrySet()) {
            if (Math.abs(day.getKey() - main) > YEAR) {
                far += day.getValue()[0];
                first = Math.min(first, day.getValue()[1]);
            }
        }
        return far > 0 && far <= rows * FEW ? Optional.of(new long[] {far, first}) : Optional.empty();
    }
}
