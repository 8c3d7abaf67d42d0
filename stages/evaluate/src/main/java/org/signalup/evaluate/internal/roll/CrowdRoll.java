package org.signalup.evaluate.internal.roll;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Source;
import org.signalup.domain.TextOrder;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.internal.filter.CrowdFilter;
import org.signalup.evaluate.internal.tally.FewDevices;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.write.ResultSink;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.CrowdRule.Effect;

/** What the filters caught, by rule, source and operator, and what the mean of the downlink tests is with and without each. */
public final class CrowdRoll {
    private static final double KBPS_PER_MBPS = 1000;

    private final Engine engine;
    private final CrowdFilters filters;

    public CrowdRoll(Engine engine, CrowdFilters filters) {
        this.engine = engine;
        this.filters = filters;
    }

    private record Group(int source, String operator) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int bySource = Integer.compare(source, other.source);
            return bySource != 0 ? bySource : TextOrder.CODE_POINTS.compare(operator, other.operator);
        }
    }

    private record Count(long rows, long tests, long deviceDays, long downTests, long downKbps) {
        static final Count NONE = new Count(0, 0, 0, 0, 0);

        static Count of(Row row) {
            return new Count(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
        }

        Count plus(Count other, int sign) {
            return new Count(
                    rows, tests, deviceDays, downTests + sign * other.downTests, downKbps + sign * other.downKbps);
        }

        OptionalDouble meanMbps() {
            return downTests == 0 ? OptionalDouble.empty() : OptionalDouble.of(downKbps / KBPS_PER_MBPS / downTests);
        }
    }

    /**
     * Writes a row for every rule that is on, whatever it caught. Needs {@code crowd_total} and {@code crowd_match}.
     *
     * @param tests whether there are any tests
     */
    public void run(boolean tests, ResultSink sink) {
        Map<Group, Map<Integer, Count>> counts = counts();
        Map<Group, Map<Integer, Long>> targets = targets();
        if (tests && new FewDevices(engine, filters).asked()) {
            few(counts, targets);
        }
        counts.forEach((group, byRule) -> {
            Count counted = byRule.get(CrowdFilter.SEEN);
            for (CrowdRule rule : CrowdRule.values()) {
                Count caught = byRule.getOrDefault(rule.number(), Count.NONE);
                counted = rule.effect() == Effect.FLAG ? counted : counted.plus(caught, -1);
            }
            for (CrowdRule rule : CrowdRule.values()) {
                if (filters.on().contains(rule)) {
                    long touched = targets.getOrDefault(group, Map.of()).getOrDefault(rule.number(), 0L);
                    sink.crowd(row(group, rule, byRule, counted, touched));
                }
            }
        });
    }

    private static CrowdRow row(Group group, CrowdRule rule, Map<Integer, Count> byRule, Count counted, long targets) {
        Count seen = byRule.get(CrowdFilter.SEEN);
        Count caught = byRule.getOrDefault(rule.number(), Count.NONE);
        Count otherwise = counted.plus(caught, rule.effect() == Effect.FLAG ? -1 : 1);
        return new CrowdRow(
                rule,
                Coded.of(Source.class, group.source()),
                group.operator(),
                rule.effect() == Effect.SAMPLE ? seen.rows() : seen.tests(),
                caught.rows(),
                caught.deviceDays(),
                targets,
                counted.downTests(),
                counted.meanMbps(),
                otherwise.meanMbps());
    }

    /** What FEW_DEVICES left out of places and lines, each test once; {@code targets} of it are the places and lines. */
    private void few(Map<Group, Map<Integer, Count>> counts, Map<Group, Map<Integer, Long>> targets) {
        String left =
                "SELECT DISTINCT m.source, m.operator, m.file_no, m.row_no, m.device_key, m.date FROM " + RateSql.MET
                        + " AS m JOIN " + FewDevices.NAME
                        + " AS f ON m.object_kind = f.object_kind AND m.object_no = f.object_no AND m.operator = f.operator AND m.source ="
                        + " f.source";
        String days = "SELECT source, operator, device_key, date, COUNT(*) AS n FROM (" + left
                + ") AS l GROUP BY source, operator, device_key, date";
        int rule = CrowdRule.FEW_DEVICES.number();
        engine.forEach(
                "SELECT source, operator, CAST(SUM(n) AS BIGINT), COUNT(*) FROM (" + days
                        + ") AS d GROUP BY source, operator",
                row -> counts.get(group(row))
                        .put(rule, new Count(row.getLong(2), row.getLong(2), row.getLong(3), 0, 0)));
        engine.forEach(
                "SELECT source, operator, COUNT(*) FROM " + FewDevices.NAME + " GROUP BY source, operator",
                row -> targets.computeIfAbsent(group(row), unused -> new TreeMap<>())
                        .put(rule, row.getLong(2)));
    }

    private Map<Group, Map<Integer, Count>> counts() {
        Map<Group, Map<Integer, Count>> counts = new TreeMap<>();
        engine.forEach(
                "SELECT source, operator, rule, CAST(SUM(n_rows) AS BIGINT), CAST(SUM(n_tests) AS BIGINT),"
                        + " CAST(SUM(n_devices) AS BIGINT), CAST(SUM(dl_tests) AS BIGINT), CAST(SUM(dl_kbps) AS BIGINT)"
                        + " FROM crowd_total GROUP BY source, operator, rule",
                row -> counts.computeIfAbsent(group(row), unused -> new TreeMap<>())
                        .put(row.getInt(2), Count.of(row)));
        return counts;
    }

    private Map<Group, Map<Integer, Long>> targets() {
        Map<Group, Map<Integer, Long>> targets = new TreeMap<>();
        engine.forEach(
                "SELECT source, operator, rule, COUNT(DISTINCT tid) FROM crowd_match GROUP BY source, operator, rule",
                row -> targets.computeIfAbsent(group(row), unused -> new TreeMap<>())
                        .put(row.getInt(2), row.getLong(3)));
        return targets;
    }

    private static Group group(Row row) {
        return new Group(row.getInt(0), row.text(1));
    }
}
