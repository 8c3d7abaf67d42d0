package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Period;
import org.signalup.domain.RatRow;
import org.signalup.domain.Source;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.SourceComparison;
import org.signalup.evaluate.SourceComparison.OfSource;
import org.signalup.evaluate.SourceComparison.Target;
import org.signalup.standards.CrowdRule;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** What a source says alone is what the reference says of its samples alone. */
class SourceComparisonTest {
    @TempDir
    Path folder;

    private static Engine engine(int threads, Path spill) {
        return DuckDbEngine.open(threads, "500MB", spill);
    }

    @Test
    void each_source_is_judged_as_if_there_were_no_other() {
        List<Target> met = LongStream.rangeClosed(1, 3)
                .mapToObj(SourceComparisonTest::world)
                .flatMap(world -> check(world).disagreeing().stream())
                .toList();
        assertThat(met).anyMatch(Target::byVerdict);
    }

    /** Without rules for crowd samples: those look at all samples of a device, whatever their source. */
    private static RandomWorld world(long seed) {
        RandomWorld world = RandomWorld.of(seed);
        return new RandomWorld(
                seed,
                world.programme(),
                world.standard().withoutCrowdRules(EnumSet.allOf(CrowdRule.class)),
                world.ledger(),
                world.rows(),
                world.earlyRows());
    }

    private SourceComparison check(RandomWorld world) {
        Path evaluation = new Trial(SourceComparisonTest::engine, folder.resolve("w" + world.seed()))
                .evaluate(world, Shape.ONE, 2);
        try (Engine pages = engine(2, folder)) {
            SourceComparison comparison = SourceComparison.of(ResultTables.of(evaluation, pages), world.standard());
            assertThat(comparison.compared())
                    .isGreaterThanOrEqualTo(comparison.disagreeing().size());
            for (Source source : Source.values()) {
                List<PointRow> alone = alone(world, source);
                comparison.disagreeing().forEach(target -> compare(target, source, alone));
            }
            return comparison;
        }
    }

    private static List<PointRow> alone(RandomWorld world, Source source) {
        List<RefSample> own = world.samples().stream()
                .filter(sample -> sample.source() == source)
                .toList();
        return new ReferenceEvaluator(world.programme(), world.standard(), world.ledger(), Period.ALL)
                .evaluate(own)
                .points();
    }

    private static void compare(Target target, Source source, List<PointRow> alone) {
        Optional<OfSource> said =
                target.sources().stream().filter(own -> own.source() == source).findFirst();
        Optional<PointRow> found = alone.stream()
                .filter(one -> one.pointId().equals(target.pointId())
                        && one.operator().equals(target.operator())
                        && one.rat() == RatRow.ANY)
                .findFirst();
        long samples = found.map(row -> row.measured().samples().orElse(0)).orElse(0L);
        assertThat(samples).isEqualTo(said.map(OfSource::samples).orElse(0L));
        said.ifPresent(own -> {
            PointRow row = found.orElseThrow();
            assertThat(own.verdict()).isEqualTo(row.verdict());
            assertThat(own.evidence()).isEqualTo(row.evidence());
            assertThat(own.low()).isCloseTo(row.measured().shareLow().orElseThrow(), within(1e-6));
        });
    }
}
