package org.signalup.intake.internal.row;

import java.util.Optional;

/** The days of a file, and whether a few rows are years away from the rest. */
final class Dates {
    private static final long YEAR = 366;
    private static final double FEW = 0.01;
    private static final int FIRST_SIZE = 16;

    /** Open addressing; a day without rows is an empty place. */
    private long[] days = new long[FIRST_SIZE];

    private long[] rows = new long[FIRST_SIZE];
    private long[] firstRows = new long[FIRST_SIZE];
    private int size;
    private int last;

    void see(long date, long rowNo) {
        if (days[last] != date || rows[last] == 0) {
            last = place(date);
            if (rows[last] == 0) {
                days[last] = date;
                firstRows[last] = rowNo;
                grow(date);
            }
        }
        rows[last]++;
    }

    private int place(long date) {
        int at = (int) date & (days.length - 1);
        while (rows[at] != 0 && days[at] != date) {
            at = (at + 1) & (days.length - 1);
        }
        return at;
    }

    private void grow(long date) {
        if (++size * 2 < days.length) {
            return;
        }
        long[] oldDays = days;
        long[] oldRows = rows;
        long[] oldFirst = firstRows;
        long first = oldFirst[last];
        days = new long[oldDays.length * 2];
        rows = new long[days.length];
        firstRows = new long[days.length];
        for (int i = 0; i < oldDays.length; i++) {
            if (oldRows[i] != 0) {
                int at = place(oldDays[i]);
                days[at] = oldDays[i];
                rows[at] = oldRows[i];
                firstRows[at] = oldFirst[i];
            }
        }
        last = place(date);
        days[last] = date;
        firstRows[last] = first;
    }

    /** Rows a year and more away from the day with most rows, when they are few, and the first of them. */
    Optional<long[]> farApart() {
        int main = 0;
        long all = 0;
        for (int i = 0; i < days.length; i++) {
            all += rows[i];
            main = rows[i] > rows[main] ? i : main;
        }
        long far = 0;
        long first = Long.MAX_VALUE;
        for (int i = 0; i < days.length; i++) {
            if (rows[i] > 0 && Math.abs(days[i] - days[main]) > YEAR) {
                far += rows[i];
                first = Math.min(first, firstRows[i]);
            }
        }
        return far > 0 && far <= all * FEW ? Optional.of(new long[] {far, first}) : Optional.empty();
    }
}
