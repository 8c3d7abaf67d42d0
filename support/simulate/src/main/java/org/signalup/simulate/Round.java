package org.signalup.simulate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A round of measurements: a month. Later rounds of one simulation have tested more and found more repaired.
 *
 * @param number from 0
 */
public record Round(int number, YearMonth month) {
    /** The first day; tests happen in the four weeks from here. */
    public LocalDate firstDay() {
        return month.atDay(1);
    }
}
