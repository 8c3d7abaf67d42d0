package org.signalup.evaluate.internal.roll;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.tally.SampleClass;
import org.signalup.evaluate.internal.tally.TallySql;

/** The tallies of one target by operator, added up as dataset {@code tally} streams by in target order. */
final class TargetTallies {
    private static final RatRow[] ROWS = RatRow.values();

    /** The tallies of one operator: independent and self-test data by RAT row. */
    static final class Own {
        private final Map<RatRow, TallySum> independent = sums();
        private final Map<RatRow, TallySum> self = sums();

        private static Map<RatRow, TallySum> sums() {
            Map<RatRow, TallySum> sums = new EnumMap<>(RatRow.class);
            for (RatRow row : ROWS) {
                sums.put(row, new TallySum(row));
            }
            return sums;
        }

        Tally independent(RatRow row) {
            return independent.get(row).tally();
        }

        Tally self(RatRow row) {
            return self.get(row).tally();
        }
    }

    static final Own NONE = new Own();

    /** Hears the tallies of each measured target once, targets ascending. */
    interface Consumer {
        void accept(int target, Map<String, Own> byOperator);
    }

    /** What tells one cluster from the next. */
    private record Cluster(
            int target, String operator, int self, int date, int source, long device, long slot, int spot) {
        static Cluster of(Row row) {
            return new Cluster(
                    row.getInt(0),
                    row.text(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getInt(7));
        }
    }

    private static final int CLASS = 8;

    private final IntUnaryOperator sharePpm;
    private final Consumer consumer;
    private Cluster cluster;
    private Map<RatRow, TallySum> sums = Map.of();
    /** Target share of the open target, in millionths. */
    private int share;

    private Map<String, Own> byOperator = new TreeMap<>(TextOrder.CODE_POINTS);

    private TargetTallies(IntUnaryOperator sharePpm, Consumer consumer) {
        this.sharePpm = sharePpm;
        this.consumer = consumer;
    }

    /**
     * Streams the tallies of some targets; those of several sources add up here.
     *
     * @param which condition on the number {@code tid} of a target
     * @param sharePpm the target share of a target in millionths
     */
    static void forEach(Engine engine, String which, IntUnaryOperator sharePpm, Consumer consumer) {
        TargetTallies reader = new TargetTallies(sharePpm, consumer);
        String key = "tid, " + TallySql.CLUSTER;
        engine.forEach(
                "SELECT " + key + ", test_mode, rat, quality, n FROM tally WHERE " + which + " ORDER BY " + key,
                reader::add);
        reader.moveTo(null);
    }

    private void add(Row row) {
        SampleClass samples = new SampleClass(row.getInt(CLASS), row.getInt(CLASS + 1), row.getInt(CLASS + 2));
        if (!counts(samples)) {
            return;
        }
        Cluster next = Cluster.of(row);
        if (!next.equals(cluster)) {
            moveTo(next);
        }
        for (TallySum sum : sums.values()) {
            sum.add(samples, row.getLong(CLASS + 3));
        }
    }

    /** A scan that saw neither 4G nor 5G belongs to no row. */
    private static boolean counts(SampleClass samples) {
        for (RatRow row : ROWS) {
            if (samples.in(row)) {
                return true;
            }
        }
        return false;
    }

    /** Closes the open cluster, and with it the open target if the next cluster is of another one. */
    private void moveTo(Cluster next) {
        if (cluster != null) {
            for (TallySum sum : sums.values()) {
                sum.closeCluster(cluster.date(), share);
            }
            if (next == null || next.target() != cluster.target()) {
                consumer.accept(cluster.target(), byOperator);
                byOperator = new TreeMap<>(TextOrder.CODE_POINTS);
            }
        }
        if (next != null) {
            if (cluster == null || next.target() != cluster.target()) {
                share = sharePpm.applyAsInt(next.target());
            }
            Own own = byOperator.computeIfAbsent(next.operator(), unused -> new Own());
            sums = next.self() == 0 ? own.independent : own.self;
        }
        cluster = next;
    }
}
