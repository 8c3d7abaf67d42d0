package org.signalup.web.internal.result;

import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.publish.Causes;

/** What was counted and decided at a key point or bin. */
public record Measures(Measured measured, Verdict verdict, Optional<Evidence> evidence, Causes causes) {
    private static final String COUNTS =
            "samples, covered, share, share_low, share_high, clusters, dates, dates_failed, no_service, weak, interfered,"
                    + " verdict, evidence";

    /** Columns of {@code bins}, in the order {@link #ofBin} reads them. */
    public static final String BIN = COUNTS;

    /** Columns of {@code points}, in the order {@link #ofPoint} reads them. */
    public static final String POINT = COUNTS + ", on_rat_share";

    private static final int WIDTH = 13;

    public static Measures ofPoint(Row row, int first) {
        return of(row, first, row.findDouble(first + WIDTH));
    }

    public static Measures ofBin(Row row, int first) {
        return of(row, first, OptionalDouble.empty());
    }

    private static Measures of(Row row, int first, OptionalDouble onRatShare) {
        Measured measured = new Measured(
                row.findLong(first),
                row.findLong(first + 1),
                row.findDouble(first + 2),
                row.findDouble(first + 3),
                row.findDouble(first + 4),
                row.findLong(first + 5),
                row.findInt(first + 6),
                row.findInt(first + 7),
                onRatShare,
                row.findLong(first + 8),
                row.findLong(first + 9),
                row.findLong(first + 10));
        return new Measures(
                measured,
                Coded.find(Verdict.class, row.text(first + 11)).orElseThrow(),
                row.findText(first + 12).flatMap(code -> Coded.find(Evidence.class, code)),
                Causes.of(measured));
    }

    /** Percent of the samples, for the width of a bar. */
    public double percent(long count) {
        return causes.samples() == 0 ? 0 : 100.0 * count / causes.samples();
    }

    public boolean seen() {
        return causes.samples() > 0;
    }
}
