package org.signalup.evaluate.internal.roll;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.tally.ClusterKey;
import org.signalup.evaluate.internal.tally.TallySql;

/** The tallies of one target by operator; made from {@code cluster_count} as it streams by in target order. */
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

    private final List<String> operators;
    private final IntUnaryOperator sharePpm;
    private final Consumer consumer;
    private int target = -1;
    private long place;
    private long device;
    private long cluster;
    private boolean open;
    private final ClusterSums sums = new ClusterSums();
    private final Map<Side, DateSums> bySide = new TreeMap<>();

    /** Sums are kept apart by operator, self test and date. */
    private record Side(int operator, boolean self, int date) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            int byOperator = Integer.compare(operator, other.operator);
            int bySelf = byOperator != 0 ? byOperator : Boolean.compare(self, other.self);
            return bySelf != 0 ? bySelf : Integer.compare(date, other.date);
        }
    }

    private TargetTallies(List<String> operators, IntUnaryOperator sharePpm, Consumer consumer) {
        this.operators = operators;
        this.sharePpm = sharePpm;
        this.consumer = consumer;
    }

    /**
     * Streams the tallies of all measured targets.
     *
     * @param operators the list cluster keys were made with
     * @param sharePpm target share of a target in millionths
     */
    static void forEach(Engine engine, List<String> operators, IntUnaryOperator sharePpm, Consumer consumer) {
        TargetTallies reader = new TargetTallies(operators, sharePpm, consumer);
        engine.forEach(
                "SELECT place, device_key, who, n FROM cluster_count ORDER BY place, device_key, who", reader::add);
        reader.closeCluster();
        reader.closeTarget();
    }

    private void add(Row row) {
        long who = row.getLong(2);
        if (!open || row.getLong(0) != place || row.getLong(1) != device || ClusterKey.cluster(who) != cluster) {
            closeCluster();
            open(row, who);
        }
        sums.add(who, row.getLong(3));
    }

    private void open(Row row, long who) {
        place = row.getLong(0);
        device = row.getLong(1);
        cluster = ClusterKey.cluster(who);
        if (TallySql.target(place) != target) {
            closeTarget();
            target = TallySql.target(place);
        }
        sums.start(who);
        open = true;
    }

    private void closeCluster() {
        if (open && !sums.empty()) {
            long who = sums.who();
            bySide.computeIfAbsent(
                            new Side(ClusterKey.operator(who), ClusterKey.self(who), ClusterKey.date(who)),
                            side -> new DateSums(side.date()))
                    .add(sums, sharePpm.applyAsInt(target));
        }
    }

    private void closeTarget() {
        if (bySide.isEmpty()) {
            return;
        }
        Map<String, Own> byOperator = new TreeMap<>(TextOrder.CODE_POINTS);
        bySide.forEach((side, ofDate) -> {
            Own own = byOperator.computeIfAbsent(operators.get(side.operator()), unused -> new Own());
            ofDate.mergeInto(side.self() ? own.self : own.independent);
        });
        consumer.accept(target, byOperator);
        bySide.clear();
    }
}
