package org.signalup.evaluate.internal.samples;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineFailure;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.SampleSource.InLake;
import org.signalup.evaluate.internal.Phases;
import org.signalup.evaluate.internal.match.TargetIndex;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.tally.LevelSql;
import org.signalup.evaluate.internal.tally.LostSamples;
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
    /** Samples matched at once: enough to make preparing the targets cheap, few enough to fit. */
    private static final long GROUP_ROWS = 20_000_000;

    private final EvaluationRequest request;
    private final Engine engine;
    private final Phases phases;
    private final Path folder;
    private final LakeView lake;
    private final Map<LakeDay, TallyDay> days = new LinkedHashMap<>();
    /** By day the devices seen on it whose SINR is taken for missing: samples of another day may change that. */
    private final Map<LocalDate, String> markers = new HashMap<>();

    /** Where days are counted that cannot be kept in the lake, for this evaluation alone. */
    private Path passing;

    private IntakeReport report;
    private Optional<LocalDate> first = Optional.empty();
    private Optional<LocalDate> last = Optional.empty();

    LakeSamples(EvaluationRequest request, InLake source, Engine engine, Phases phases) {
        this.request = request;
        this.engine = engine;
        this.phases = phases;
        this.folder = source.folder();
        this.lake = Lake.open(folder).view();
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
        passing = work.resolve("tallies");
        return report;
    }

    @Override
    public Counted count(Targets targets, Path data) {
        lake.attachDevices(engine, "lake_device");
        List<Text> warnings = new ArrayList<>(new Settle(engine).findConstantSinr(sinrs()));
        lake.batches().stream()
                .filter(batch -> !batch.programme().equals(request.programme().digest()))
                .forEach(batch -> warnings.add(Text.of(
                        "批次 " + batch.id() + " 读入时所用的专项行动资料与本次评测不同（运营商等可能不一致）",
                        "batch " + batch.id() + " was read under another programme (operators may differ)")));
        findMarkers();
        TallyKeys keys = TallyKeys.of(targets, lake.zone());
        UnusedTallies.use(lake.tallies().resolve(keys.match()));
        for (LakeDay day : daysInPeriod()) {
            String identity = TallyKeys.digest(day.digest() + markers.getOrDefault(day.date(), ""));
            TallyDay kept = new TallyDay(lake.tallies()
                    .resolve(keys.match())
                    .resolve(day.date().toString())
                    .resolve(identity));
            boolean usable = kept.keepable() || (kept.exists() && kept.counted(keys));
            days.put(day, usable ? kept : new TallyDay(passing.resolve(identity)));
        }
        List<Text> notes = new ArrayList<>(List.of(countMissing(targets, keys)));
        notes.addAll(notCountedOrKept());
        return counted(attach(keys), warnings, notes);
    }

    private List<Text> notCountedOrKept() {
        List<Text> notes = new ArrayList<>();
        long late = rows(lake.days().stream()) - rows(daysSoFar());
        if (late > 0) {
            LocalDate asOf = request.asOf().orElseThrow();
            notes.add(Text.of(
                    late + " 条采样晚于截至日期 " + asOf + "，没有计入",
                    late + " samples observed after " + asOf + " (--as-of) are not counted"));
        }
        long unkept = days.values().stream().filter(this::passes).count();
        if (unkept > 0) {
            notes.add(Text.of(
                    "数据湖只能读，" + unkept + " 天的统计量没有留在湖里，下次评测要重新匹配",
                    "the lake may only be read: the tallies of " + unkept
                            + " days were not kept in it, the next evaluation matches them again"));
        }
        return notes;
    }

    private static long rows(Stream<LakeDay> days) {
        return days.mapToLong(LakeDay::rows).sum();
    }

    private boolean passes(TallyDay day) {
        return day.folder().startsWith(passing);
    }

    /** The day of the evaluation decides which samples there were to tell a marker by. */
    private String sinrs() {
        return request.asOf()
                .map(day -> "SELECT * FROM lake_device WHERE date <= " + day.toEpochDay())
                .orElse("SELECT * FROM lake_device");
    }

    /** Matches the days never counted, counts those again that were counted for other limits, and says so. */
    private Text countMissing(Targets targets, TallyKeys keys) {
        boolean exactLevels = LevelSql.exact(targets);
        // Asked once: a tally is read whole to be held against its digest.
        Set<TallyDay> counted =
                days.values().stream().filter(day -> day.counted(keys)).collect(Collectors.toSet());
        Map<Boolean, List<LakeDay>> byMatched = days.keySet().stream().collect(Collectors.partitioningBy(day -> {
            TallyDay tallies = days.get(day);
            return usable(tallies, exactLevels || counted.contains(tallies));
        }));
        List<LakeDay> unmatched = byMatched.get(false);
        List<TallyDay> recounted = byMatched.get(true).stream()
                .map(days::get)
                .filter(day -> !counted.contains(day))
                .toList();
        long damaged =
                unmatched.stream().map(days::get).filter(TallyDay::complete).count()
                        + recounted.stream()
                                .filter(day -> Files.exists(day.tally(keys)))
                                .count();
        if (!unmatched.isEmpty()) {
            new Counting(engine, request.standard(), phases).index(targets);
        } else if (!recounted.isEmpty()) {
            new TargetIndex(targets, engine).writeLimits();
        }
        LakeDays work = new LakeDays(lake, engine, request.standard(), phases, exactLevels);
        for (Map<LakeDay, TallyDay> group : groups(unmatched)) {
            boolean all = group.values().stream().noneMatch(this::passes);
            work.match(group, keys, markers::containsKey, all ? lake.tallies() : passing);
        }
        recounted.forEach(day -> work.recount(day, keys));
        return note(unmatched.size(), recounted.size(), damaged, exactLevels);
    }

    /** Whether what was matched of a day will do; its matches are read only where tallies or histograms do not say all. */
    private static boolean usable(TallyDay day, boolean allSaid) {
        return day.exists() && (allSaid || day.sound(Counting.MATCH));
    }

    /** Days to be matched together, as many as make a bearable number of rows. */
    private List<Map<LakeDay, TallyDay>> groups(List<LakeDay> unmatched) {
        List<Map<LakeDay, TallyDay>> groups = new ArrayList<>();
        long rows = GROUP_ROWS;
        for (LakeDay day : unmatched) {
            if (rows + day.rows() > GROUP_ROWS) {
                groups.add(new LinkedHashMap<>());
                rows = 0;
            }
            groups.get(groups.size() - 1).put(day, days.get(day));
            rows += day.rows();
        }
        return groups;
    }

    private List<LakeDay> daysInPeriod() {
        return daysSoFar().filter(day -> request.period().contains(day.date())).toList();
    }

    private long rowsOutside() {
        return rows(daysSoFar().filter(day -> !request.period().contains(day.date())));
    }

    /** Days up to the day of the evaluation. */
    private Stream<LakeDay> daysSoFar() {
        return lake.days().stream()
                .filter(day -> request.asOf().filter(day.date()::isAfter).isEmpty());
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

    private Text note(int matched, int recounted, long damaged, boolean exactLevels) {
        String zhWhy = exactLevels ? "（门限都在直方图的分档边界上，由直方图得出）" : "（有门限不在直方图的分档边界上，由匹配到的采样重新统计）";
        String enWhy = exactLevels
                ? " (from histograms, all limits lying on their edges)"
                : " (from the matched samples, a limit lying between the edges of the histograms)";
        String zhDamaged = damaged == 0 ? "" : "；" + damaged + " 天是因为留存的统计量已损坏";
        String enDamaged = damaged == 0 ? "" : "; " + damaged + " because what was kept is damaged";
        int found = days.size() - matched - recounted;
        return Text.of(
                "数据湖 " + days.size() + " 天：" + found + " 天沿用已有统计量，" + recounted + " 天按新门限统计"
                        + (recounted == 0 ? "" : zhWhy) + "，" + matched + " 天重新匹配" + zhDamaged,
                "lake, " + days.size() + " days: " + found + " found tallied, " + recounted
                        + " counted for new limits" + (recounted == 0 ? "" : enWhy) + ", " + matched + " matched anew"
                        + enDamaged);
    }

    /** Puts the days together. */
    private SampleCounts attach(TallyKeys keys) {
        SampleCounts counts = SampleCounts.NONE;
        List<Path> tallies = new ArrayList<>();
        List<Path> levels = new ArrayList<>();
        List<Path> refused = new ArrayList<>();
        List<Path> tests = new ArrayList<>();
        List<Path> crowd = new ArrayList<>();
        List<Path> caught = new ArrayList<>();
        List<Path> lost = new ArrayList<>();
        for (Map.Entry<LakeDay, TallyDay> entry : days.entrySet()) {
            TallyDay day = entry.getValue();
            SampleCounts ofDay = day.counts();
            counts = counts.plus(ofDay);
            tallies.add(day.tally(keys));
            levels.add(day.file(TallyDay.LEVELS));
            refused.add(day.file(TallyDay.REFUSED));
            day.find(Counting.TEST_MATCH).ifPresent(tests::add);
            day.find(TallyDay.CROWD).ifPresent(crowd::add);
            day.find(Counting.CAUGHT).ifPresent(caught::add);
            day.find(Counting.LOST).ifPresent(lost::add);
            if (ofDay.kept() > 0) {
                first = first.or(() -> Optional.of(entry.getKey().date()));
                last = Optional.of(entry.getKey().date());
            }
        }
        engine.attach(TallySql.TALLY, tallies);
        engine.attach(LevelSql.LEVELS, levels);
        engine.attach(Settle.REFUSED, refused);
        if (counts.tests()) {
            engine.attach("test_match", tests);
        }
        if (!crowd.isEmpty()) {
            engine.attach("crowd_total", crowd);
            engine.attach("crowd_match", caught);
        }
        if (!lost.isEmpty()) {
            engine.attach(LostSamples.NAME, lost);
        }
        lake.attachRejects(engine, "lake_reject", request.language());
        engine.define(
                "sample_reject",
                "SELECT * FROM lake_reject UNION ALL " + Settle.rejects("refused", request.language()));
        return counts;
    }

    private Counted counted(SampleCounts counts, List<Text> warnings, List<Text> notes) {
        long outside = rowsOutside();
        return new Counted(
                counts.rows() + outside + report.rejected(),
                counts.kept() + outside,
                counts.thinned(),
                counts.refused(),
                counts.noSinr(),
                outside,
                first,
                last,
                counts.tests(),
                counts.caught(),
                warnings,
                notes);
    }

    @Override
    public RuntimeException explain(EngineFailure failure) {
        return lake.explain(failure);
    }

    @Override
    public void keep(Path data) {
        try {
            linkAll(data);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof NoSuchFileException gone ? new EngineFailure("keep", gone) : e;
        }
        dropOutdated();
        UnusedTallies.drop(lake.tallies());
    }

    private void linkAll(Path data) {
        days.forEach((day, tally) -> {
            int number = 0;
            for (Path samples : tally.find(TallyDay.SAMPLE).map(List::of).orElse(day.parts())) {
                Links.link(samples, data.resolve("sample").resolve(day.date() + "-" + number++ + ".parquet"));
            }
            Links.link(tally.file(Counting.MATCH), data.resolve("match").resolve(day.date() + ".parquet"));
            tally.find(Counting.TEST_MATCH)
                    .ifPresent(tests ->
                            Links.link(tests, data.resolve("test_match").resolve(day.date() + ".parquet")));
            tally.find(Counting.CAUGHT)
                    .ifPresent(
                            caught -> Links.link(caught, data.resolve("caught").resolve(day.date() + ".parquet")));
        });
    }

    /** What was withdrawn or forgotten while this evaluation was counting must not stay behind as a tally. */
    private void dropOutdated() {
        LakeView now = Lake.open(folder).view();
        days.forEach((day, tally) -> {
            if (!now.day(day.date()).digest().equals(day.digest()) && tally.keepable()) {
                tally.delete();
            }
        });
    }
}
