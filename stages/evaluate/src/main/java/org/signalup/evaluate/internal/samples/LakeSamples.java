package org.signalup.evaluate.internal.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.SampleSource.InLake;
import org.signalup.evaluate.internal.Phases;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.LevelSql;
import org.signalup.evaluate.internal.tally.Settle;
import org.signalup.evaluate.internal.tally.TallySql;
import org.signalup.intake.IntakeReport;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeDay;
import org.signalup.lake.LakeView;

/**
 * Samples of a lake, counted day by day. A day's tally stays in the lake: it is made again only when the samples of that day or what
 * decides about matching have changed. A day whose limits alone have changed is counted from its histograms where they
 * are exact, else from its matches.
 */
final class LakeSamples implements Samples {
    private static final String ALL = "date IS NOT NULL";

    private final EvaluationRequest request;
    private final Engine engine;
    private final Phases phases;
    private final LakeView lake;
    private final Map<LakeDay, TallyDay> days = new LinkedHashMap<>();
    /** By day the devices seen on it whose SINR is taken for missing: samples of another day may change that. */
    private final Map<LocalDate, String> markers = new HashMap<>();

    private IntakeReport report;

    LakeSamples(EvaluationRequest request, InLake source, Engine engine, Phases phases) {
        this.request = request;
        this.engine = engine;
        this.phases = phases;
        this.lake = Lake.open(source.folder()).view();
        if (!lake.zone().equals(request.programme().zone())) {
            throw new RefusedException(Problem.ofFile(
                    source.folder().toString(),
                    "LAKE_ZONE",
                    Text.of(
                            "数据湖按时区 " + lake.zone() + " 划分日期，与本方案的时区 "
                                    + request.programme().zone() + " 不同",
                            "has its dates in zone " + lake.zone() + " (expected: that of the programme, "
                                    + request.programme().zone() + ")")));
        }
    }

    @Override
    public IntakeReport read(Path work) {
        lake.attachFiles(engine, "sample_file");
        report = lake.report();
        return report;
    }

    @Override
    public Counted count(Targets targets, Path data) {
        lake.attachDevices(engine, "lake_device");
        List<Text> warnings = new Settle(engine).findConstantSinr("SELECT * FROM lake_device");
        findMarkers();
        TallyKeys keys = TallyKeys.of(targets, lake.zone());
        Work work = new Work(targets, keys);
        for (LakeDay day : daysInPeriod()) {
            String identity = TallyKeys.digest(day.digest() + markers.getOrDefault(day.date(), ""));
            Path folder =
                    lake.tallies().resolve(keys.match()).resolve(day.date().toString());
            work.add(day, new TallyDay(folder.resolve(identity)));
        }
        attach(keys, work.counts.tests());
        return counted(work, warnings);
    }

    /** Days of the period up to the day of the evaluation. */
    private List<LakeDay> daysInPeriod() {
        return lake.days().stream()
                .filter(day -> request.period().contains(day.date()))
                .filter(day -> request.asOf().filter(day.date()::isAfter).isEmpty())
                .toList();
    }

    private void findMarkers() {
        engine.forEach(
                "SELECT DISTINCT d.date, d.device_key, d.rat FROM lake_device AS d JOIN sinr_missing AS k"
                        + " ON d.device_key = k.device_key AND d.rat = k.rat ORDER BY d.date, d.device_key, d.rat",
                row -> markers.merge(
                        LocalDate.ofEpochDay(row.getInt(0)),
                        ";" + row.getLong(1) + " " + row.getInt(2),
                        String::concat));
    }

    /** The days as they are counted or found counted. */
    private final class Work {
        private final TallyKeys keys;
        private final boolean exactLevels;
        private SampleCounts counts = SampleCounts.NONE;
        private Optional<LocalDate> first = Optional.empty();
        private Optional<LocalDate> last = Optional.empty();
        private int matched;
        private int recounted;
        private int found;

        Work(Targets targets, TallyKeys keys) {
            this.keys = keys;
            this.exactLevels = LevelSql.exact(targets);
        }

        void add(LakeDay day, TallyDay tally) {
            SampleCounts ofDay;
            if (!tally.exists()) {
                ofDay = tally.create(folder -> match(day, folder));
                matched++;
            } else {
                ofDay = tally.counts();
                recounted += Files.exists(tally.tally(keys)) ? 0 : 1;
                found += Files.exists(tally.tally(keys)) ? 1 : 0;
            }
            if (!Files.exists(tally.tally(keys))) {
                phases.run("tally", Text.of("汇总统计量", "counting samples"), () -> tally(tally));
            }
            counts = counts.plus(ofDay);
            if (ofDay.kept() > 0) {
                first = first.isPresent() ? first : Optional.of(day.date());
                last = Optional.of(day.date());
            }
            days.put(day, tally);
        }

        private SampleCounts match(LakeDay day, Path folder) {
            lake.attachSamples(engine, "sample_read", List.of(day.date()));
            SampleCounts ofDay = new Counting(engine, request.standard(), phases).match(folder, ALL);
            engine.export("SELECT * FROM refused", folder.resolve(TallyDay.REFUSED));
            if (ofDay.kept() < day.rows() || markers.containsKey(day.date())) {
                engine.export("SELECT * FROM sample", folder.resolve(TallyDay.SAMPLE));
            }
            phases.run("tally", Text.of("汇总统计量", "counting samples"), () -> {
                new LevelSql(engine).count("levels", "kept_match");
                engine.export("SELECT * FROM levels ORDER BY tid", folder.resolve(TallyDay.LEVELS));
            });
            return ofDay;
        }

        /** From the histograms if the limits lie on their edges, else from the samples that matched. */
        private void tally(TallyDay day) {
            if (exactLevels) {
                engine.attach("levels", List.of(day.file(TallyDay.LEVELS)));
                engine.materialise("day_tally", LevelSql.tally("levels"));
            } else {
                engine.attach("kept_match", List.of(day.file(Counting.MATCH)));
                new TallySql(engine, request.standard()).count("day_tally", "kept_match");
            }
            engine.export("SELECT * FROM day_tally ORDER BY tid", day.tally(keys));
            TallyDay.seal(day.tally(keys));
        }

        Text note() {
            String zhWhy = exactLevels ? "门限都在直方图的分档边界上，由直方图得出" : "有门限不在直方图的分档边界上，由匹配到的采样重新统计";
            String enWhy = exactLevels
                    ? "from histograms, all limits lying on their edges"
                    : "from the matched samples, a limit lying between the edges of the histograms";
            return Text.of(
                    "数据湖 " + days.size() + " 天：" + found + " 天沿用已有统计量，" + recounted + " 天按新门限统计（" + zhWhy + "），"
                            + matched + " 天重新匹配",
                    "lake, " + days.size() + " days: " + found + " found tallied, " + recounted
                            + " counted for new limits (" + enWhy + "), " + matched + " matched anew");
        }
    }

    private void attach(TallyKeys keys, boolean tests) {
        List<Path> tallies = new ArrayList<>();
        List<Path> refused = new ArrayList<>();
        List<Path> matches = new ArrayList<>();
        days.forEach((day, tally) -> {
            tallies.add(tally.tally(keys));
            refused.add(tally.file(TallyDay.REFUSED));
            if (Files.exists(tally.file(Counting.TEST_MATCH))) {
                matches.add(tally.file(Counting.TEST_MATCH));
            }
        });
        engine.attach(TallySql.TALLY.named("tally"), tallies);
        engine.attach(Settle.REFUSED, refused);
        if (tests) {
            engine.attach("test_match", matches);
        }
        lake.attachRejects(engine, "lake_reject", request.language());
        engine.define(
                "sample_reject",
                "SELECT * FROM lake_reject UNION ALL " + Settle.rejects("refused", request.language()));
    }

    private Counted counted(Work work, List<Text> warnings) {
        SampleCounts counts = work.counts;
        return new Counted(
                counts.rows() + report.rejected(),
                counts.kept(),
                counts.thinned(),
                counts.refused(),
                counts.noSinr(),
                0,
                work.first,
                work.last,
                counts.tests(),
                warnings,
                List.of(work.note()));
    }

    @Override
    public void keep(Path data) {
        days.forEach((day, tally) -> {
            int number = 0;
            for (Path samples : tally.samples().map(List::of).orElse(day.parts())) {
                Links.link(samples, data.resolve("sample").resolve(day.date() + "-" + number++ + ".parquet"));
            }
            Links.link(tally.file(Counting.MATCH), data.resolve("match").resolve(day.date() + ".parquet"));
            if (Files.exists(tally.file(Counting.TEST_MATCH))) {
                Links.link(
                        tally.file(Counting.TEST_MATCH),
                        data.resolve("test_match").resolve(day.date() + ".parquet"));
            }
        });
    }
}
