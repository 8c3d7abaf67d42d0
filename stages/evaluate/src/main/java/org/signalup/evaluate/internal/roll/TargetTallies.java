package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.tally.TallySql;

/** The tallies of one target by operator; read in target order from dataset {@code tally}. */
final class TargetTallies {
    /** The tallies of one operator: independent and self-test data by RAT row. */
    static final class Own {
        private static final int ROWS = RatRow.values().length;

        private final Tally[] independent = new Tally[ROWS];
        private final Tally[] self = new Tally[ROWS];

        Own() {
            Arrays.fill(independent, Tally.EMPTY);
            Arrays.fill(self, Tally.EMPTY);
        }

        Tally independent(RatRow row) {
            return independent[index(row)];
        }

        Tally self(RatRow row) {
            return self[index(row)];
        }
    }

    static final Own NONE = new Own();

    /** Where a row stands in the columns and here. */
    private static int index(RatRow row) {
        return switch (row) {
            case ANY -> 0;
            case G4 -> 1;
            case G5 -> 2;
        };
    }

    /** Hears the tallies of each measured target once, targets ascending. */
    interface Consumer {
        void accept(int target, Map<String, Own> byOperator);
    }

    private static final int FIRST_SUM = 4;

    private final Consumer consumer;
    private final long[] sums = new long[TallySql.SUMS.size() * RatRow.values().length];
    private int target = -1;
    private Map<String, Own> byOperator = new TreeMap<>(TextOrder.CODE_POINTS);

    private TargetTallies(Consumer consumer) {
        this.consumer = consumer;
    }

    /** Streams all tallies; those of several sources add up here. */
    static void forEach(Engine engine, Consumer consumer) {
        List<String> sums = new ArrayList<>();
        for (RatRow row : RatRow.values()) {
            for (String sum : TallySql.SUMS) {
                sums.add(sum + TallySql.suffix(row));
            }
        }
        TargetTallies reader = new TargetTallies(consumer);
        engine.forEach(
                "SELECT tid, operator, self, date, " + String.join(", ", sums)
                        + " FROM tally ORDER BY tid, operator, self, date",
                reader::add);
        reader.flush();
    }

    private void add(Row row) {
        int next = row.getInt(0);
        if (next != target) {
            flush();
            target = next;
        }
        Own own = byOperator.computeIfAbsent(row.text(1), unused -> new Own());
        Tally[] side = row.getInt(2) == 0 ? own.independent : own.self;
        int date = row.getInt(3);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = row.getLong(FIRST_SUM + i);
        }
        for (RatRow ratRow : RatRow.values()) {
            int at = index(ratRow);
            int first = at * TallySql.SUMS.size();
            if (sums[first] > 0) {
                side[at] = side[at].plus(tally(first, date));
            }
        }
    }

    /** One date's tally; sums in the order of {@link TallySql#SUMS}. */
    private Tally tally(int first, int date) {
        long n = sums[first];
        long y = sums[first + 1];
        return new Tally(
                new Moments(n, y, sums[first + 2], sums[first + 3], sums[first + 4], sums[first + 5]),
                List.of(new DateTally(date, n, y)),
                sums[first + 7],
                sums[first + 8],
                sums[first + 9],
                sums[first + 10],
                sums[first + 6]);
    }

    private void flush() {
        if (target >= 0) {
            consumer.accept(target, byOperator);
            byOperator = new TreeMap<>(TextOrder.CODE_POINTS);
        }
    }
}
