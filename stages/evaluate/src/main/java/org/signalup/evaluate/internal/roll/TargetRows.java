package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.internal.judge.Decided;

/**
 * The rows of one target in file order: its operators and ALL, which is joined from the obliged ones.
 *
 * @param byOperator in code-point order; an obliged operator that is missing did not measure
 */
record TargetRows(SortedMap<String, RatVerdicts> byOperator, List<String> obliged) {
    /** The row of all obliged operators together. */
    static final String ALL = "ALL";

    /** Hears the rows. */
    interface Consumer {
        void accept(String operator, RatRow row, Measured measured, Decided decided);
    }

    void forEach(Consumer consumer) {
        boolean allIsDue = true;
        for (var own : byOperator.entrySet()) {
            if (allIsDue && TextOrder.CODE_POINTS.compare(ALL, own.getKey()) < 0) {
                all(consumer);
                allIsDue = false;
            }
            for (RatRow row : RatRow.values()) {
                consumer.accept(
                        own.getKey(),
                        row,
                        own.getValue().of(row).numbers(),
                        own.getValue().of(row).decided());
            }
        }
        if (allIsDue) {
            all(consumer);
        }
    }

    private void all(Consumer consumer) {
        for (RatRow row : RatRow.values()) {
            List<Decided> parts = new ArrayList<>(obliged.size());
            for (String operator : obliged) {
                RatVerdicts own = byOperator.get(operator);
                parts.add(own == null ? Decided.NOT_MEASURED : own.of(row).decided());
            }
            consumer.accept(ALL, row, Measured.NONE, Decided.byPlaceRule(parts));
        }
    }
}
