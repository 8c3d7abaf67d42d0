package org.signalup.evaluate.internal.samples;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signalup.domain.Period;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.Phases;
import org.signalup.evaluate.internal.filter.CrowdFilter;
import org.signalup.evaluate.internal.match.TargetIndex;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.LostSamples;
import org.signalup.evaluate.internal.tally.RateSql;
import org.signalup.evaluate.internal.tally.Settle;
import org.signalup.evaluate.internal.tally.Settle.Settled;
import org.signalup.evaluate.internal.tally.TallySql;
import org.signalup.evaluate.internal.tally.ValidInstruments;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.Standard;

/** From {@code sample_read} to matches and their tally: the same steps for all samples of a run and for one day of a lake. */
final class Counting {
    static final String MATCH = "match.parquet";
    static final String CAUGHT = "caught.parquet";
    static final String LOST = "lost.parquet";
    static final String TEST_MATCH = "test_match.parquet";

    /** Condition of a row with a level but no SINR. */
    private static final String LEVEL_ONLY =
            "rat IN (" + Rat.G4.number() + ", " + Rat.G5.number() + ") AND rsrp_mdbm IS NOT NULL AND sinr_mdb IS NULL";

    /** Sorted by target, so that one target is read alone. */
    static final String BY_TARGET = "tid, operator, file_no, row_no";

    /**
     * What was kept of the samples of one date.
     *
     * @param noSinr rows with a level but no SINR
     */
    record Kept(LocalDate date, long rows, long noSinr) {}

    /**
     * What was matched, as a whole and by date.
     *
     * @param filled columns of samples that something is in
     */
    record Matched(SampleCounts counts, List<Kept> kept, List<String> filled) {
        static Matched of(
                List<Kept> kept, List<String> filled, Settled settled, boolean tests, Map<String, Long> caught) {
            long rows = kept.stream().mapToLong(Kept::rows).sum();
            long noSinr = kept.stream().mapToLong(Kept::noSinr).sum();
            return new Matched(
                    new SampleCounts(rows, settled.thinned(), settled.refused(), noSinr, tests, caught), kept, filled);
        }

        /** A query for the samples that count; columns that nothing is in need no copy. */
        String samples() {
            return "SELECT " + String.join(", ", filled) + " FROM sample";
        }
    }

    private final Engine engine;
    private final Standard standard;
    private final Phases phases;

    Counting(Engine engine, Standard standard, Phases phases) {
        this.engine = engine;
        this.standard = standard;
        this.phases = phases;
    }

    /** Makes known what samples are matched by, and the limits they are counted against. */
    void index(Targets targets) {
        phases.run("index", Text.of("建立评测单元索引", "indexing targets"), () -> {
            new TargetIndex(targets, engine).writeMatching();
            new TargetIndex(targets, engine).writeLimits();
            new CrowdFilter(engine, standard).prepare(targets.programme().operators());
            ValidInstruments.of(targets.ledger(), standard).write(engine);
        });
    }

    /**
     * Settles and filters those of {@code sample_read} that count into {@code sample}, writes {@link #MATCH} and, if there are tests, {@link
     * #TEST_MATCH}. Keeps {@code refused} and {@code kept_match}, and where crowd samples were filtered {@code crowd_total}
     * and {@code crowd_match}, and where samples were refused for their instrument {@link
     * LostSamples#NAME}. Needs {@link #index} and {@code sinr_missing}.
     *
     * @param dates condition on the date of the samples that count
     * @param order of the matches
     */
    Matched match(Path folder, String dates, String order) {
        engine.define("sample_asked", "SELECT * FROM sample_read WHERE " + dates);
        List<String> filled = SampleSchema.filled(engine, SampleSchema.READ.name());
        Set<String> empty = SampleSchema.empty(filled);
        Settled settled = phases.time(
                "settle",
                Text.of("整理采样", "settling samples"),
                () -> new Settle(engine, empty).settle(standard.matching()));
        CrowdFilter crowd = new CrowdFilter(engine, standard);
        boolean filtered = phases.time(
                "filter", Text.of("过滤众测样本", "filtering crowd samples"), () -> crowd.filter("sample_asked", empty));
        phases.run("match", Text.of("匹配评测单元", "matching samples"), () -> {
            new TallySql(engine, standard).match(order, folder.resolve(MATCH));
            engine.attach("kept_match", List.of(folder.resolve(MATCH)));
        });
        // Tests take over the names of what coverage was matched with.
        boolean tests = phases.time(
                "rates",
                Text.of("匹配测速与业务", "matching rate tests"),
                () -> new RateSql(engine, standard).match(order, folder.resolve(TEST_MATCH)));
        if (filtered) {
            phases.run("filter", Text.of("匹配被过滤的样本", "matching filtered samples"), crowd::match);
        }
        if (LostSamples.among(settled.refused().keySet())) {
            phases.run(
                    "refused",
                    Text.of("匹配因仪表拒收的样本", "matching samples refused for their instrument"),
                    () -> new LostSamples(engine).match(standard.matching()));
        }
        Map<String, Long> caught = filtered ? crowd.caught() : Map.of();
        return Matched.of(kept(), filled, settled, tests, caught);
    }

    private List<Kept> kept() {
        return engine.list(
                "SELECT date, COUNT(*), COUNT(CASE WHEN " + LEVEL_ONLY + " THEN 1 END) FROM sample GROUP BY date",
                row -> new Kept(LocalDate.ofEpochDay(row.getInt(0)), row.getLong(1), row.getLong(2)));
    }

    /** SQL condition on the date of a sample. */
    static String in(Period period) {
        String from =
                period.from() == null ? "" : " AND date >= " + period.from().toEpochDay();
        String to = period.to() == null ? "" : " AND date <= " + period.to().toEpochDay();
        return "date IS NOT NULL" + from + to;
    }
}
