package org.signalup.evaluate.internal.judge;

/**
 * Samples of one calendar date.
 *
 * @param date days since 1970-01-01 on the wall clock of the programme
 */
public record DateTally(int date, long n, long y) {
    /** Whether the share of this date alone stays below the target. */
    public boolean failed(double targetShare) {
        return n > 0 && y / (double) n < targetShare;
    }
}
