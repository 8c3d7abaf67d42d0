package org.signalup.evaluate.internal.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.signalup.domain.Coded;
import org.signalup.domain.Period;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.Phases;
import org.signalup.evaluate.internal.filter.CrowdFilter;
import org.signalup.evaluate.internal.tally.LevelSql;
import org.signalup.evaluate.internal.tally.LostSamples;
import org.signalup.evaluate.internal.tally.TallySql;
import org.signalup.evaluate.internal.write.OutputFolder;
import org.signalup.intake.SampleSchema;
import org.signalup.lake.LakeDay;
import org.signalup.lake.LakeView;
import org.signalup.lake.PassingFolder;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.Standard;

/**
 * Matches and counts days of a lake. Several days are taken at once, for preparing the targets costs the same for one day
 * and for many; what they give is written day by day.
 */
final class LakeDays {
    private static final String BY_DAY = "date, " + Counting.BY_TARGET;

    private final LakeView lake;
    private final Engine engine;
    private final Standard standard;
    private final Phases phases;
    private final boolean exactLevels;

    /** @param exactLevels whether histograms say exactly what lies below the limits ({@link LevelSql#exact}) */
    LakeDays(LakeView lake, Engine engine, Standard standard, Phases phases, boolean exactLevels) {
        this.lake = lake;
        this.engine = engine;
        this.standard = standard;
        this.phases = phases;
        this.exactLevels = exactLevels;
    }

    /**
     * Counts days together and writes their folders.
     *
     * @param days with the folder of each
     * @param marked whether a marker for missing SINR was taken out on a day
     * @param place where there is room for their tallies
     */
    void match(Map<LakeDay, TallyDay> days, TallyKeys keys, Predicate<LocalDate> marked, Path place) {
        Path work = work(place);
        try {
            matchIn(work, days, keys, marked);
        } finally {
            OutputFolder.discard(work);
        }
    }

    private void matchIn(Path work, Map<LakeDay, TallyDay> days, TallyKeys keys, Predicate<LocalDate> marked) {
        List<LocalDate> dates = days.keySet().stream().map(LakeDay::date).toList();
        lake.attachSamples(engine, SampleSchema.READ.name(), dates);
        Counting.Matched matched = new Counting(engine, standard, phases).match(work, Counting.in(Period.ALL), BY_DAY);
        boolean tests = matched.counts().tests();
        phases.run("tally", Text.of("汇总统计量", "counting samples"), () -> {
            new LevelSql(engine).count("levels", "kept_match");
            tally();
        });
        if (tests) {
            engine.attach("kept_test", List.of(work.resolve(Counting.TEST_MATCH)));
        }
        Map<LocalDate, SampleCounts> counts = counts(days, matched);
        phases.run(
                "keep",
                Text.of("留存每日统计量", "keeping the days"),
                () -> days.forEach((day, tally) -> {
                    SampleCounts ofDay = counts.get(day.date());
                    boolean asIs = ofDay.kept() == day.rows() && !marked.test(day.date());
                    tally.create(
                            ofDay,
                            folder -> write(
                                    day.date(),
                                    folder,
                                    folder.resolve(tally.tally(keys).getFileName()),
                                    ofDay,
                                    asIs ? Optional.empty() : Optional.of(matched.samples())));
                }));
    }

    /** @param samples a query for the samples of all days, of which the day gets a copy of its own */
    private void write(LocalDate date, Path folder, Path tally, SampleCounts counts, Optional<String> samples) {
        String ofDay = " WHERE date = " + date.toEpochDay();
        String byTarget = ofDay + " ORDER BY " + Counting.BY_TARGET;
        engine.export("SELECT * FROM kept_match" + byTarget, folder.resolve(Counting.MATCH));
        if (counts.tests()) {
            engine.export("SELECT * FROM kept_test" + byTarget, folder.resolve(Counting.TEST_MATCH));
        }
        engine.export("SELECT * FROM refused" + ofDay, folder.resolve(TallyDay.REFUSED));
        engine.export("SELECT * FROM levels" + ofDay + " ORDER BY tid", folder.resolve(TallyDay.LEVELS));
        engine.export("SELECT * FROM day_tally" + ofDay + " ORDER BY tid", tally);
        if (!counts.caught().isEmpty()) {
            engine.export("SELECT * FROM crowd_total" + ofDay, folder.resolve(TallyDay.CROWD));
            engine.export(
                    "SELECT * FROM crowd_match" + ofDay + " ORDER BY file_no, row_no, tid",
                    folder.resolve(Counting.CAUGHT));
        }
        if (LostSamples.among(counts.refused().keySet())) {
            engine.export("SELECT * FROM " + LostSamples.NAME + ofDay, folder.resolve(Counting.LOST));
        }
        samples.ifPresent(query -> engine.export(query + ofDay, folder.resolve(TallyDay.SAMPLE)));
    }

    private Map<LocalDate, SampleCounts> counts(Map<LakeDay, TallyDay> days, Counting.Matched matched) {
        SampleCounts whole = matched.counts();
        Map<LocalDate, Map<String, Long>> refused = new HashMap<>();
        engine.forEach(
                "SELECT date, code, COUNT(*) FROM refused GROUP BY date, code",
                row -> refused.computeIfAbsent(LocalDate.ofEpochDay(row.getInt(0)), unused -> new TreeMap<>())
                        .put(row.text(1), row.getLong(2)));
        Set<LocalDate> tested = new HashSet<>();
        if (whole.tests()) {
            engine.forEach(
                    "SELECT DISTINCT date FROM kept_test", row -> tested.add(LocalDate.ofEpochDay(row.getInt(0))));
        }
        Map<LocalDate, SampleCounts> counts = new HashMap<>();
        days.keySet().forEach(day -> counts.put(day.date(), none(day, refused.getOrDefault(day.date(), Map.of()))));
        if (!whole.caught().isEmpty()) {
            caught(whole.caught().keySet())
                    .forEach(
                            (date, byRule) -> counts.computeIfPresent(date, (unused, ofDay) -> ofDay.catching(byRule)));
        }
        matched.kept()
                .forEach(kept -> counts.computeIfPresent(
                        kept.date(), (date, none) -> none.keeping(kept.rows(), kept.noSinr(), tested.contains(date))));
        return counts;
    }

    /** By day with crowd samples: what each rule caught. */
    private Map<LocalDate, Map<String, Long>> caught(Set<String> rules) {
        Map<LocalDate, Map<String, Long>> days = new HashMap<>();
        engine.forEach("SELECT date, rule, CAST(SUM(n_rows) AS BIGINT) FROM crowd_total GROUP BY date, rule", row -> {
            Map<String, Long> byRule = days.computeIfAbsent(LocalDate.ofEpochDay(row.getInt(0)), unused -> {
                Map<String, Long> none = new TreeMap<>();
                rules.forEach(rule -> none.put(rule, 0L));
                return none;
            });
            if (row.getInt(1) != CrowdFilter.SEEN) {
                byRule.put(Coded.of(CrowdRule.class, row.getInt(1)).code(), row.getLong(2));
            }
        });
        return days;
    }

    /** A day of which nothing was kept yet. */
    private static SampleCounts none(LakeDay day, Map<String, Long> refused) {
        long rows = day.rows()
                - refused.values().stream().mapToLong(Long::longValue).sum();
        return new SampleCounts(0, rows, refused, 0, false, Map.of());
    }

    /** Counts a day again under other limits. */
    void recount(TallyDay day, TallyKeys keys) {
        phases.run("tally", Text.of("汇总统计量", "counting samples"), () -> {
            if (exactLevels) {
                engine.attach("levels", List.of(day.file(TallyDay.LEVELS)));
            } else {
                engine.attach("kept_match", List.of(day.file(Counting.MATCH)));
            }
            tally();
            engine.export("SELECT * FROM day_tally ORDER BY tid", day.tally(keys));
            TallyDay.seal(day.tally(keys));
        });
    }

    /** Counts against the limits: histograms if they say it exactly, for they have fewer rows, else matches. */
    private void tally() {
        if (exactLevels) {
            engine.materialise("day_tally", LevelSql.tally("levels"));
        } else {
            new TallySql(engine, standard).count("day_tally", "kept_match");
        }
    }

    /** On the disk of the tallies, where there must be room for the same anyway; what runs that died left there long ago goes. */
    private static Path work(Path place) {
        try {
            Files.createDirectories(place);
            OldFolders.delete(place, TallyDay.GRACE, PassingFolder::isOne);
            return Files.createDirectory(PassingFolder.in(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
