package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Rat;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.WhatIf;
import org.signalup.evaluate.WhatIf.Answer;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.evaluate.WhatIf.Sheet;
import org.signalup.evaluate.WhatIf.Shift;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.RatRule;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.OtherStandard;
import org.signalup.testkit.internal.Trial;

/** A trial is held against the evaluation that it stands in for. */
class WhatIfTest {
    private static final List<String> OPERATORS = List.of("ALL", "CMCC", "CTCC", "CUCC", "CBN");
    private static final Change LOOSER =
            new Change(new Shift(-4, -1), new Shift(-6, 0), -0.05, Optional.of(RatRule.BOTH), 0, "");

    /** Changes nothing, since no place is of that scenario, but has everything judged anew; no change at all does not. */
    private static final Change JUDGED_AGAIN =
            new Change(Shift.NONE, Shift.NONE, 0, Optional.empty(), 0, "no such scenario");

    @TempDir
    Path folder;

    private static Engine engine(int threads, Path spill) {
        return DuckDbEngine.open(threads, "500MB", spill);
    }

    private Path evaluate(RandomWorld world, String name) {
        return new Trial(WhatIfTest::engine, folder.resolve(name)).evaluate(world, Shape.ONE, 2);
    }

    private Answer answer(Path evaluation, Standard standard, Change change) {
        try (Engine engine = engine(2, folder)) {
            return WhatIf.load(ResultTables.of(evaluation, engine), standard).answer(change);
        }
    }

    @TestFactory
    Stream<DynamicTest> unchanged_values_give_the_evaluation_again() {
        return seeds().mapToObj(seed -> DynamicTest.dynamicTest("world " + seed, () -> {
            RandomWorld world = RandomWorld.of(seed);
            Answer answer = answer(evaluate(world, "same-" + seed), world.standard(), JUDGED_AGAIN);
            assertThat(after(answer)).isEqualTo(before(answer)).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> changed_values_give_what_an_evaluation_by_the_changed_standard_gives() {
        return seeds().mapToObj(seed -> DynamicTest.dynamicTest("world " + seed, () -> {
            RandomWorld world = RandomWorld.of(seed);
            Answer trial = answer(evaluate(world, "first-" + seed), world.standard(), LOOSER);
            RandomWorld other = new RandomWorld(
                    seed,
                    world.programme(),
                    loosened(world.standard()),
                    world.ledger(),
                    world.rows(),
                    world.earlyRows());
            Answer evaluated = answer(evaluate(other, "second-" + seed), other.standard(), JUDGED_AGAIN);
            assertThat(after(trial)).isEqualTo(before(evaluated)).isNotEqualTo(before(trial));
        }));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("testkit.seeds", 6));
    }

    /** How everything came out when evaluated. */
    private static Map<String, String> before(Answer answer) {
        Map<String, String> outcomes = new TreeMap<>();
        each(answer, (key, own) -> outcomes.put(key, own.before() + " " + own.evidenceBefore()));
        return outcomes;
    }

    /** How everything came out in the trial. */
    private static Map<String, String> after(Answer answer) {
        Map<String, String> outcomes = new TreeMap<>();
        each(answer, (key, own) -> outcomes.put(key, own.after() + " " + own.evidenceAfter()));
        return outcomes;
    }

    private static void each(Answer answer, BiConsumer<String, Judged> consumer) {
        for (Sheet sheet : List.of(answer.places(), answer.lines())) {
            for (String operator : OPERATORS) {
                sheet.of(operator).forEach(own -> consumer.accept(own.id() + " " + operator, own));
            }
        }
    }

    /** The same change written into a standard by hand. */
    private static Standard loosened(Standard standard) {
        List<CoverageRule> points = new ArrayList<>();
        for (CoverageRule rule : standard.pointRules()) {
            points.add(new CoverageRule(
                    rule.scenarios(),
                    rule.kinds(),
                    limits(rule.limits()),
                    less(rule.targetShare()),
                    rule.minSamples(),
                    rule.minClusters(),
                    RatRule.BOTH));
        }
        List<LineRule> lines = new ArrayList<>();
        for (LineRule rule : standard.lineRules()) {
            lines.add(new LineRule(
                    rule.kinds(),
                    rule.grades(),
                    rule.byPosition(),
                    rule.bufferM(),
                    rule.binLengthM(),
                    limits(rule.limits()),
                    rule.binTargetShare(),
                    rule.binMinSamples(),
                    less(rule.lineTargetShare()),
                    rule.longestGapM(),
                    RatRule.BOTH));
        }
        return OtherStandard.withRules(standard, points, lines);
    }

    private static Map<Rat, Limit> limits(Map<Rat, Limit> limits) {
        Map<Rat, Limit> changed = new EnumMap<>(Rat.class);
        limits.forEach((rat, limit) -> changed.put(
                rat,
                rat == Rat.G5
                        ? new Limit(limit.rsrpDbm() - 6, limit.sinrDb())
                        : new Limit(limit.rsrpDbm() - 4, limit.sinrDb() - 1)));
        return changed;
    }

    private static double less(double share) {
        return Math.round((share - 0.05) * 100) / 100.0;
    }
}
