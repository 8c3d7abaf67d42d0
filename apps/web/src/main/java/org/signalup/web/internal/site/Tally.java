package org.signalup.web.internal.site;

import org.signalup.engine.Row;

/** How many places (or km, or lines) have which verdict; passes by evidence, never merged. */
public record Tally(
        double listed, double passedA, double passedB, double passedC, double retest, double failed, double open) {
    /** SQL sums over rows with {@code verdict} and {@code evidence}, in the order {@link #of} reads them. */
    public static final String SUMS = "COUNT(*), SUM(CASE WHEN verdict = 'PASS' AND evidence = 'A' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN verdict = 'PASS' AND evidence = 'B' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN verdict = 'PASS' AND evidence = 'C' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN verdict = 'RETEST' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN verdict = 'FAIL' THEN 1 ELSE 0 END),"
            + " SUM(CASE WHEN verdict IN ('TOO_FEW', 'UNDECIDED', 'NOT_MEASURED') THEN 1 ELSE 0 END)";

    /** Reads the columns of {@link #SUMS} from {@code first} on. */
    public static Tally of(Row row, int first) {
        return new Tally(
                row.getDouble(first),
                row.getDouble(first + 1),
                row.getDouble(first + 2),
                row.getDouble(first + 3),
                row.getDouble(first + 4),
                row.getDouble(first + 5),
                row.getDouble(first + 6));
    }

    public double passed() {
        return passedA + passedB + passedC;
    }
}
