package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultTables;

/** The columns of {@link Measurements}, filled from table {@code match} in target order. */
final class Columns {
    private static final String SQL =
            "SELECT tid, operator, self, source, device_key, slot, spot, date, rat, test_mode, rsrp_mdbm, sinr_mdb FROM match"
                    + " ORDER BY tid, operator";
    private static final int RSRP = 10;
    private static final int SINR = 11;

    private final Map<String, Integer> operators;
    private final int[] firstUnit;
    private final byte[] kinds;
    private final int[] rsrps;
    private final int[] sinrs;
    private byte[] unitOperators = new byte[1024];
    private int[] firstClusters = new int[1024];
    private int[] firstSamples = new int[1024];
    private int[] clusterDates = new int[1024];
    private boolean[] clusterSelfs = new boolean[1024];
    private int targets;
    private int units;
    private int clusters;
    private int samples;

    private int openTarget = -1;
    private String openOperator = "";
    private final Map<Key, Cluster> open = new HashMap<>();

    /** What makes a cluster, within a target and operator. */
    private record Key(int self, int source, String device, long slot, int spot) {}

    private static final class Cluster {
        private final boolean self;
        private final int date;
        private final List<int[]> samples = new ArrayList<>();

        private Cluster(boolean self, int date) {
            this.self = self;
            this.date = date;
        }
    }

    private Columns(int targetCount, int sampleCount, Map<String, Integer> operators) {
        this.operators = operators;
        this.firstUnit = new int[targetCount + 1];
        this.kinds = new byte[sampleCount];
        this.rsrps = new int[sampleCount];
        this.sinrs = new int[sampleCount];
    }

    /** @param operators numbers of operators */
    static Columns read(ResultTables tables, int targetCount, Map<String, Integer> operators) {
        int count = tables.has("match") ? Math.toIntExact(tables.number("SELECT COUNT(*) FROM match")) : 0;
        Columns columns = new Columns(targetCount, count, operators);
        if (count > 0) {
            tables.forEach(SQL, columns::add);
        }
        columns.closeUnit();
        columns.finish();
        return columns;
    }

    private void add(Row row) {
        String operator = row.text(1);
        int target = row.getInt(0);
        if (target != openTarget || !operator.equals(openOperator)) {
            closeUnit();
            openTarget = target;
            openOperator = operator;
        }
        byte kind = Measurements.kind(row.getInt(8), row.getInt(9));
        if (Measurements.counts(kind)) {
            Key key = new Key(row.getInt(2), row.getInt(3), row.text(4), row.getLong(5), row.getInt(6));
            Cluster cluster = open.get(key);
            if (cluster == null) {
                cluster = new Cluster(key.self == 1, row.getInt(7));
                open.put(key, cluster);
            }
            cluster.samples.add(new int[] {
                kind,
                row.isNull(RSRP) ? Integer.MIN_VALUE : row.getInt(RSRP),
                row.isNull(SINR) ? Integer.MIN_VALUE : row.getInt(SINR)
            });
        }
    }

    private void closeUnit() {
        if (open.isEmpty()) {
            return;
        }
        while (targets <= openTarget) {
            firstUnit[targets++] = units;
        }
        unitOperators = units == unitOperators.length ? Arrays.copyOf(unitOperators, units * 2) : unitOperators;
        unitOperators[units] = operators.get(openOperator).byteValue();
        firstClusters = put(firstClusters, units++, clusters);
        open.values().stream()
                .sorted(Comparator.comparing((Cluster own) -> own.self).thenComparingInt(own -> own.date))
                .forEach(this::close);
        open.clear();
    }

    private void close(Cluster cluster) {
        clusterSelfs = clusters == clusterSelfs.length ? Arrays.copyOf(clusterSelfs, clusters * 2) : clusterSelfs;
        clusterSelfs[clusters] = cluster.self;
        clusterDates = put(clusterDates, clusters, cluster.date);
        firstSamples = put(firstSamples, clusters++, samples);
        for (int[] sample : cluster.samples) {
            kinds[samples] = (byte) sample[0];
            rsrps[samples] = sample[1];
            sinrs[samples++] = sample[2];
        }
    }

    private void finish() {
        while (targets < firstUnit.length) {
            firstUnit[targets++] = units;
        }
        firstClusters = put(firstClusters, units, clusters);
        firstSamples = put(firstSamples, clusters, samples);
    }

    private static int[] put(int[] values, int at, int value) {
        int[] grown = at == values.length ? Arrays.copyOf(values, at * 2) : values;
        grown[at] = value;
        return grown;
    }

    int firstUnit(int target) {
        return firstUnit[target];
    }

    int operator(int unit) {
        return unitOperators[unit];
    }

    int firstCluster(int unit) {
        return firstClusters[unit];
    }

    int firstSample(int cluster) {
        return firstSamples[cluster];
    }

    int date(int cluster) {
        return clusterDates[cluster];
    }

    boolean self(int cluster) {
        return clusterSelfs[cluster];
    }

    int kind(int sample) {
        return kinds[sample];
    }

    int rsrpMdbm(int sample) {
        return rsrps[sample];
    }

    int sinrMdb(int sample) {
        return sinrs[sample];
    }
}
