package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.EnumMap;
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
        private final Map<RatRow, Tally> independent = new EnumMap<>(RatRow.class);
        private final Map<RatRow, Tally> self = new EnumMap<>(RatRow.class);

        Tally independent(RatRow row) {
            return independent.getOrDefault(row, Tally.EMPTY);
        }

        Tally self(RatRow row) {
            return self.getOrDefault(row, Tally.EMPTY);
        }
    }

    static final Own NONE = new Own();

    /** Hears the tallies of each measured target once, targets ascending. */
    interface Consumer {
        void accept(int target, Map<String, Own> byOperator);
    }

    private static final int FIRST_SUM = 4;

    private final Consumer consumer;
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
        Map<RatRow, Tally> side = row.getInt(2) == 0 ? own.independent : own.self;
        int date = row.getInt(3);
        int column = FIRST_SUM;
        for (RatRow ratRow : RatRow.values()) {
            if (row.getLong(column) > 0) {
                side.merge(ratRow, tally(row, column, date), Tally::plus);
            }
            column += TallySql.SUMS.size();
        }
    }

    /** One date's tally; columns in the order of {@link TallySql#SUMS}. */
    private static Tally tally(Row row, int column, int date) {
        long n = row.getLong(column);
        long y = row.getLong(column + 1);
        Moments moments = new Moments(
                n,
                y,
                row.getLong(column + 2),
                row.getLong(column + 3),
                row.getLong(column + 4),
                row.getLong(column + 5));
        return new Tally(
                moments,
                List.of(new DateTally(date, n, y)),
                row.getLong(column + 7),
                row.getLong(column + 8),
                row.getLong(column + 9),
                row.getLong(column + 10),
                row.getLong(column + 6));
    }

    private void flush() {
        if (target >= 0) {
            consumer.accept(target, byOperator);
            byOperator = new TreeMap<>(TextOrder.CODE_POINTS);
        }
    }
}
