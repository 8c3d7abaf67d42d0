package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.SourceComparison;
import org.signalup.evaluate.SourceComparison.OfSource;
import org.signalup.evaluate.SourceComparison.Target;
import org.signalup.evaluate.internal.match.LimitSet;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;

/** Judges the sources of a target one by one, from the kept matches. */
public final class SourceJudge {
    private static final String CLUSTERS = """
            WITH limits AS (%1$s), several AS (
              SELECT tid, operator FROM match WHERE test_mode = %2$d GROUP BY tid, operator HAVING COUNT(DISTINCT source) > 1)
            SELECT p.point_id, p.name, COALESCE(p.place_id, '') AS place_id, p.scenario, p.kind, m.operator, m.source, m.self, m.date,
              COUNT(*) AS n, CAST(SUM(CASE WHEN (m.rat = %3$d AND m.rsrp_mdbm >= l.rsrp4 AND m.sinr_mdb >= l.sinr4)
                OR (m.rat = %4$d AND m.rsrp_mdbm >= l.rsrp5 AND m.sinr_mdb >= l.sinr5) THEN 1 ELSE 0 END) AS BIGINT) AS y
            FROM match AS m JOIN several AS s ON m.tid = s.tid AND m.operator = s.operator
            JOIN ledger_point AS p ON m.tid = p.tid
            JOIN limits AS l ON p.scenario = l.scenario AND p.kind = l.kind
            WHERE m.test_mode = %2$d
            GROUP BY m.tid, p.point_id, p.name, p.place_id, p.scenario, p.kind, m.operator, m.source, m.self, m.date,
              m.device_key, m.slot, m.spot
            ORDER BY m.tid, m.operator, m.source, m.self, m.date""";
    private static final String LIMITS =
            "SELECT CAST(? AS VARCHAR) AS scenario, CAST(? AS VARCHAR) AS kind, CAST(? AS INT) AS rsrp4,"
                    + " CAST(? AS INT) AS sinr4, CAST(? AS INT) AS rsrp5, CAST(? AS INT) AS sinr5";

    private final ResultTables tables;
    private final Standard standard;
    private final TargetJudge judge;
    private final List<Target> disagreeing = new ArrayList<>();
    private int compared;
    private Key open;
    private CoverageRule rule;
    private int targetPpm;
    private Map<Source, Sums> sums = new EnumMap<>(Source.class);

    private record Key(String pointId, String name, String placeId, String scenario, String kind, String operator) {
        static Key of(Row row) {
            return new Key(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5));
        }
    }

    private static final class Sums {
        private final ClusterSums independent = new ClusterSums();
        private final ClusterSums self = new ClusterSums();
    }

    public SourceJudge(ResultTables tables, Standard standard) {
        this.tables = tables;
        this.standard = standard;
        this.judge = new TargetJudge(standard);
    }

    /** Streams the clusters of every target that several sources measured. */
    public SourceComparison compare() {
        List<Object> values = new ArrayList<>();
        int kinds = limits(values);
        if (kinds > 0 && tables.has("match")) {
            String limits = String.join(" UNION ALL ", Collections.nCopies(kinds, LIMITS));
            String sql = CLUSTERS.formatted(limits, TestMode.FREE.number(), Rat.G4.number(), Rat.G5.number());
            tables.forEach(sql, this::add, values.toArray());
            close();
        }
        return new SourceComparison(compared, disagreeing);
    }

    private int limits(List<Object> values) {
        List<CoverageRule> rules =
                tables.list("SELECT DISTINCT scenario, kind FROM ledger_point ORDER BY scenario, kind", row -> {
                    CoverageRule rule = standard.pointRule(row.text(0), row.text(1));
                    LimitSet set = LimitSet.of(rule.limits(), rule.targetShare());
                    values.addAll(
                            List.of(row.text(0), row.text(1), set.rsrp4(), set.sinr4(), set.rsrp5(), set.sinr5()));
                    return rule;
                });
        return rules.size();
    }

    private void add(Row row) {
        Key key = Key.of(row);
        if (!key.equals(open)) {
            close();
            open = key;
            rule = standard.pointRule(key.scenario(), key.kind());
            targetPpm = LimitSet.of(rule.limits(), rule.targetShare()).sharePpm();
        }
        Sums own = sums.computeIfAbsent(Coded.of(Source.class, row.getInt(6)), unused -> new Sums());
        (row.getInt(7) == 0 ? own.independent : own.self)
                .add(row.getInt(8), row.getLong(9), row.getLong(10), targetPpm);
    }

    private void close() {
        if (open == null) {
            return;
        }
        compared++;
        TargetRule judged = TargetRule.of(rule);
        List<OfSource> sources = new ArrayList<>();
        sums.forEach((source, own) -> sources.add(alone(source, own, judged)));
        boolean byVerdict =
                decided(sources).stream().map(OfSource::verdict).distinct().count() > 1;
        boolean byInterval = apart(sources);
        if (byVerdict || byInterval) {
            disagreeing.add(new Target(
                    open.pointId(),
                    open.name(),
                    open.placeId(),
                    open.operator(),
                    sources,
                    byVerdict,
                    byInterval,
                    stands(sources)));
        }
        sums = new EnumMap<>(Source.class);
    }

    private OfSource alone(Source source, Sums own, TargetRule rule) {
        TargetVerdict verdict = judge.judge(RatRow.ANY, own.independent.tally(), own.self.tally(), rule);
        Moments moments = verdict.used().moments();
        return new OfSource(
                source,
                moments.n(),
                moments.y(),
                moments.share(),
                verdict.interval().low(),
                verdict.interval().high(),
                moments.k(),
                verdict.verdict(),
                verdict.evidence());
    }

    private static List<OfSource> decided(List<OfSource> sources) {
        return sources.stream().filter(one -> !one.verdict().open()).collect(Collectors.toList());
    }

    private static boolean apart(List<OfSource> sources) {
        double highestLow = sources.stream().mapToDouble(OfSource::low).max().orElse(0);
        double lowestHigh = sources.stream().mapToDouble(OfSource::high).min().orElse(1);
        return highestLow > lowestHigh;
    }

    /** The first of the standard's order that decided something, else that measured at all. */
    private Optional<Source> stands(List<OfSource> sources) {
        List<Source> able = (decided(sources).isEmpty() ? sources : decided(sources))
                .stream().map(OfSource::source).toList();
        return standard.precedence().stream().filter(able::contains).findFirst();
    }
}
