package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.RatRow;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.engine.Engine;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.SourceJudge;
import org.signalup.evaluate.internal.judge.SourceJudge.Alone;
import org.signalup.evaluate.internal.judge.SourceJudge.Compared;
import org.signalup.evaluate.internal.judge.SourceJudge.OfSource;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.SampleClass;
import org.signalup.evaluate.internal.write.ResultSink;

/**
 * Compares the sources of every target that several of them measured in one mode, and adds up by place and line how many
 * targets they agree about. Modes are never mixed: a phone locked to 5G and one that chose its network do not measure the same.
 */
final class SourceRoll {
    /** The modes compared, each with the row whose samples and rule it is judged by; what a scanner sees is nobody's service. */
    private static final Map<TestMode, RatRow> ROWS =
            new EnumMap<>(Map.of(TestMode.FREE, RatRow.ANY, TestMode.LOCK_4G, RatRow.G4, TestMode.LOCK_5G, RatRow.G5));

    private static final String SEVERAL =
            """
            SELECT tid, operator, test_mode FROM tally WHERE test_mode IN (%d, %d, %d)
            GROUP BY tid, operator, test_mode HAVING MIN(source) <> MAX(source)""".formatted(TestMode.FREE.number(), TestMode.LOCK_4G.number(), TestMode.LOCK_5G.number());

    private static final String KEY =
            "t.tid, t.operator, t.test_mode, t.source, t.self, t.date, t.device_key, t.slot, t.spot";
    private static final int CLASS = 9;

    private final Engine engine;
    private final Targets targets;
    private final ComparedTarget.Finder finder;
    private final SourceJudge judge;
    private final ResultSink sink;
    private final AgreementSums agreement;
    private Cluster cluster;
    private int share;
    private final List<OfSource> sources = new ArrayList<>();
    private TallySum independent;
    private TallySum self;

    SourceRoll(Engine engine, Targets targets, ResultSink sink) {
        this.engine = engine;
        this.targets = targets;
        this.finder = new ComparedTarget.Finder(targets);
        this.judge = new SourceJudge(targets.standard());
        this.sink = sink;
        this.agreement = new AgreementSums(sink);
    }

    /** What is compared, and the cluster of it that is being read. */
    private record Cluster(
            int target, String operator, int mode, int source, int self, int date, long device, long slot, int spot) {
        static Cluster of(Row row) {
            return new Cluster(
                    row.getInt(0),
                    row.text(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getInt(8));
        }

        boolean sameTarget(Cluster other) {
            return other != null && target == other.target && mode == other.mode && operator.equals(other.operator);
        }

        boolean sameSource(Cluster other) {
            return sameTarget(other) && source == other.source;
        }

        TestMode testMode() {
            return Coded.of(TestMode.class, mode);
        }

        RatRow row() {
            return ROWS.get(testMode());
        }
    }

    /** Reads {@code tally}, of which most targets have one source and are left where they are. */
    void run() {
        engine.materialise("several_sources", SEVERAL);
        if (engine.count("several_sources") > 0) {
            engine.forEach(
                    "SELECT " + KEY + ", t.rat, t.quality, t.n FROM tally AS t JOIN several_sources AS s"
                            + " ON t.tid = s.tid AND t.operator = s.operator AND t.test_mode = s.test_mode ORDER BY "
                            + KEY,
                    this::add);
            moveTo(null);
        }
        agreement.close();
        engine.drop("several_sources");
    }

    private void add(Row row) {
        Cluster next = Cluster.of(row);
        if (!next.equals(cluster)) {
            moveTo(next);
        }
        SampleClass samples = new SampleClass(next.mode(), row.getInt(CLASS), row.getInt(CLASS + 1));
        (next.self() == 0 ? independent : self).add(samples, row.getLong(CLASS + 2));
    }

    /** Closes the open cluster, and with it its source and its target if the next is of another. */
    private void moveTo(Cluster next) {
        if (cluster != null) {
            (cluster.self() == 0 ? independent : self).closeCluster(cluster.date(), share);
            if (!cluster.sameSource(next)) {
                sources.add(new OfSource(Coded.of(Source.class, cluster.source()), independent.tally(), self.tally()));
            }
            if (!cluster.sameTarget(next)) {
                compare();
                sources.clear();
            }
        }
        if (next != null && !next.sameSource(cluster)) {
            independent = new TallySum(next.row());
            self = new TallySum(next.row());
            share = targets.sharePpm(next.target());
        }
        cluster = next;
    }

    private void compare() {
        ComparedTarget target = finder.find(cluster.target());
        Compared compared = judge.compare(cluster.row(), target.rule(), sources);
        agreement.add(target, cluster.operator(), cluster.testMode(), compared);
        if (!compared.agree()) {
            compared.sources().forEach(own -> sink.disagreement(row(target, compared, own)));
        }
    }

    private DisagreementRow row(ComparedTarget target, Compared compared, Alone own) {
        Moments moments = own.judged().used().moments();
        return new DisagreementRow(
                target.object(),
                target.objectId(),
                target.pointId(),
                target.bin(),
                target.fromMm(),
                target.toMm(),
                cluster.operator(),
                cluster.testMode(),
                own.source(),
                moments.n(),
                moments.y(),
                moments.share(),
                own.judged().interval().low(),
                own.judged().interval().high(),
                moments.k(),
                own.judged().verdict(),
                own.judged().evidence(),
                compared.verdictsDiffer(),
                compared.intervalsApart(),
                compared.stands());
    }
}
