package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Reach;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.WhatIf;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.evaluate.WhatIf.Shift;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** What lies in an evaluation is seen within a reach only, whatever a query forgets. */
class ReachTest {
    private static final List<String> TABLES = List.of(
            "points",
            "places",
            "bins",
            "sections",
            "lines",
            "rates",
            "services",
            "scores",
            "source_agreement",
            "source_disagreements",
            "instrument_refusals",
            "quantiles",
            "progress",
            "plan",
            "ledger_place",
            "ledger_point",
            "ledger_line",
            "ledger_section",
            "ledger_bin",
            "division",
            "sample",
            "sample_file",
            "reject",
            "match",
            "test_match",
            "goal_place",
            "map_slot",
            "map_place",
            "map_point",
            "map_line");
    private static final int REACHES = 8;

    @TempDir
    Path folder;

    private static Engine engine(int threads, Path spill) {
        return DuckDbEngine.open(threads, "500MB", spill);
    }

    private Path evaluate(RandomWorld world) {
        return new Trial(ReachTest::engine, folder.resolve("world-" + world.seed())).evaluate(world, Shape.ONE, 2);
    }

    @TestFactory
    Stream<DynamicTest> every_table_asked_without_a_condition_shows_the_rows_in_reach_and_no_other() {
        return LongStream.rangeClosed(1, Integer.getInteger("testkit.seeds", 2))
                .mapToObj(seed -> DynamicTest.dynamicTest("world " + seed, () -> {
                    RandomWorld world = RandomWorld.of(seed);
                    Path evaluation = evaluate(world);
                    try (Engine all = engine(2, folder)) {
                        ResultTables whole = ResultTables.of(evaluation, all);
                        Map<String, List<Map<String, String>>> rows = TABLES.stream()
                                .filter(whole::has)
                                .collect(Collectors.toMap(table -> table, table -> SeenRows.rows(whole, table)));
                        Random dice = new Random(seed);
                        for (int i = 0; i < REACHES; i++) {
                            Reach reach = reach(whole, dice);
                            compare(world, evaluation, reach, new SeenRows(rows, world.programme(), reach));
                        }
                    }
                }));
    }

    private void compare(RandomWorld world, Path evaluation, Reach reach, SeenRows expected) {
        try (Engine engine = engine(2, folder)) {
            ResultTables seen = ResultTables.of(evaluation, world.programme(), reach, engine);
            for (String table : TABLES) {
                if (seen.has(table)) {
                    Map<Map<String, String>, Long> found = counted(SeenRows.rows(seen, table));
                    assertThat(found)
                            .as("world %d, %s, %s", world.seed(), table, reach)
                            .isEqualTo(counted(expected.of(table)));
                }
            }
        }
    }

    private static Map<Map<String, String>, Long> counted(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    }

    private static Reach reach(ResultTables whole, Random dice) {
        Set<String> prefixes = new TreeSet<>();
        codes(
                        whole,
                        "SELECT DISTINCT division_code FROM ledger_place UNION SELECT DISTINCT division_code FROM ledger_section")
                .forEach(code -> prefixes.add(code.substring(0, dice.nextInt(code.length() + 1))));
        prefixes.add("31");
        return new Reach(
                limit(prefixes, dice),
                limit(codes(whole, "SELECT DISTINCT scenario FROM ledger_point"), dice),
                limit(codes(whole, "SELECT DISTINCT operator FROM points WHERE operator <> 'ALL'"), dice),
                dice.nextInt(4) > 0
                        ? Optional.empty()
                        : limit(codes(whole, "SELECT place_id FROM ledger_place"), dice));
    }

    private static Set<String> codes(ResultTables tables, String sql) {
        return new TreeSet<>(tables.list(sql, row -> row.text(0)));
    }

    private static Optional<Set<String>> limit(Set<String> codes, Random dice) {
        if (dice.nextBoolean()) {
            return Optional.empty();
        }
        Set<String> some = new HashSet<>(codes);
        some.removeIf(code -> dice.nextInt(3) > 0);
        return Optional.of(some);
    }

    @Test
    void nothing_in_reach_is_nothing_in_any_table() {
        RandomWorld world = RandomWorld.of(1);
        Path evaluation = evaluate(world);
        try (Engine engine = engine(2, folder)) {
            ResultTables none = ResultTables.of(evaluation, world.programme(), Reach.NOTHING, engine);
            TABLES.stream()
                    .filter(none::has)
                    .forEach(table ->
                            assertThat(SeenRows.rows(none, table)).as(table).isEmpty());
        }
    }

    @Test
    void codes_of_a_reach_are_never_read_as_query() {
        RandomWorld world = RandomWorld.of(1);
        Path evaluation = evaluate(world);
        Optional<Set<String>> hostile = Optional.of(Set.of("' OR '1' = '1", "%", "x') UNION SELECT '"));
        try (Engine engine = engine(2, folder)) {
            Reach reach = new Reach(hostile, Optional.empty(), hostile, hostile);
            ResultTables none = ResultTables.of(evaluation, world.programme(), reach, engine);
            assertThat(SeenRows.rows(none, "places")).isEmpty();
            assertThat(SeenRows.rows(none, "points")).isEmpty();
        }
    }

    @Test
    void a_trial_of_a_part_gives_for_it_what_a_trial_of_the_whole_gives() {
        RandomWorld world = RandomWorld.of(3);
        Path evaluation = evaluate(world);
        Change change = new Change(new Shift(-4, -1), new Shift(-6, 0), -0.05, Optional.empty(), 0, "");
        try (Engine engine = engine(2, folder);
                Engine all = engine(2, folder)) {
            ResultTables whole = ResultTables.of(evaluation, all);
            Set<String> scenario = Set.of(
                    codes(whole, "SELECT scenario FROM ledger_place").iterator().next());
            Reach reach = new Reach(Optional.empty(), Optional.of(scenario), Optional.empty(), Optional.empty());
            ResultTables part = ResultTables.of(evaluation, world.programme(), reach, engine);
            List<Judged> expected = WhatIf.load(whole, world.standard()).answer(change).places().of("ALL").stream()
                    .filter(place -> scenario.contains(place.group()))
                    .toList();
            assertThat(WhatIf.load(part, world.standard())
                            .answer(change)
                            .places()
                            .of("ALL"))
                    .isEqualTo(expected)
                    .isNotEmpty();
        }
    }
}
