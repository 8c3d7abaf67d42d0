package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Period;
import org.signalup.domain.Source;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.SampleSource.InLake;
import org.signalup.evaluate.Summary;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Instruments.Apply;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.OtherStandard;
import org.signalup.testkit.internal.Trial;
import org.signalup.testkit.internal.Trial.Days;

/** A lake must give the bytes of the files it was filled from, whatever came when, and read no more than it has to. */
public abstract class LakeSuite {
    @TempDir
    Path folder;

    /** A fresh engine. */
    protected abstract Engine newEngine(int threads, Path spillFolder);

    /** The engine that evaluates the files a lake is held against; its own unless another's bytes must be met. */
    protected Engine newYardstick(int threads, Path spillFolder) {
        return newEngine(threads, spillFolder);
    }

    /** How many worlds are tried. */
    protected int worlds() {
        return 2;
    }

    @TestFactory
    Stream<DynamicTest> a_lake_gives_the_bytes_of_its_files_however_they_came() {
        return worlds((world, trial, files) -> {
            List<Path> written = files.write(world, Shape.SPLIT, "in");
            Path lake = folder.resolve("lake-" + world.seed());
            for (Path file : written) {
                trial.addToLake(world, lake, List.of(file));
            }
            Results direct = files.evaluate(world, world.standard(), written, "direct");
            Results first = trial.evaluate(world, world.standard(), lake, "first");
            assertSame(direct, first);
            assertThat(sizes(first)).isEqualTo(sizes(direct));
            assertSame(direct, trial.evaluate(world, world.standard(), lake, "again"));
        });
    }

    @TestFactory
    Stream<DynamicTest> another_day_costs_one_day() {
        return worlds((world, trial, files) -> {
            List<Path> written = files.write(world, Shape.SPLIT, "in");
            Path lake = filled(world, trial, written.subList(0, 3));
            trial.evaluate(world, world.standard(), lake, "early");
            trial.addToLake(world, lake, written.subList(3, 4));
            Results all = trial.evaluate(world, world.standard(), lake, "all");
            assertSame(files.evaluate(world, world.standard(), written, "direct"), all);
            Results again = trial.evaluate(world, world.standard(), lake, "again");
            assertThat(again.summary().run().notes()).singleElement().asString().endsWith(" 0 matched anew");
        });
    }

    @TestFactory
    Stream<DynamicTest> another_standard_is_judged_from_tallies_and_limits_on_edges_from_histograms() {
        return worlds((world, trial, files) -> {
            List<Path> written = files.write(world, Shape.ONE, "in");
            Path lake = filled(world, trial, written);
            trial.evaluate(world, world.standard(), lake, "before");
            Standard share = OtherStandard.withShare(world.standard(), 0.7);
            Results byShare = trial.evaluate(world, share, lake, "share");
            assertSame(files.evaluate(world, share, written, "share-direct"), byShare);
            assertThat(note(byShare)).contains(" 0 counted for new limits, ").endsWith(" 0 matched anew");
            Standard edge = OtherStandard.withLimits(world.standard(), -105, -3);
            Results byEdge = trial.evaluate(world, edge, lake, "edge");
            assertSame(files.evaluate(world, edge, written, "edge-direct"), byEdge);
            assertThat(note(byEdge)).contains("from histograms").endsWith(" 0 matched anew");
            Standard between = OtherStandard.withLimits(world.standard(), -103.5, -2);
            Results byBetween = trial.evaluate(world, between, lake, "between");
            assertSame(files.evaluate(world, between, written, "between-direct"), byBetween);
            assertThat(note(byBetween)).contains("from the matched samples").endsWith(" 0 matched anew");
            Instruments certified = new Instruments(Apply.ALWAYS, Set.of(Source.WALK, Source.DRIVE), 12);
            Standard asking = OtherStandard.withInstruments(world.standard(), certified);
            assertSame(
                    files.evaluate(world, asking, written, "asking-direct"),
                    trial.evaluate(world, asking, lake, "asking"));
        });
    }

    @TestFactory
    Stream<DynamicTest> some_days_of_a_lake_give_what_these_days_of_its_files_give() {
        return worlds((world, trial, files) -> {
            List<Path> written = files.write(world, Shape.ONE, "in");
            Path lake = filled(world, trial, written);
            Summary whole =
                    trial.evaluate(world, world.standard(), lake, "whole").summary();
            LocalDate second = whole.firstSample().orElseThrow().plusDays(1);
            Days period = new Days(new Period(second, second.plusDays(1)), Optional.empty());
            Results direct = files.evaluate(world, world.standard(), Trial.files(written), period, "direct");
            Results some = trial.evaluate(world, world.standard(), new InLake(lake), period, "some");
            assertSame(direct, some);
            assertThat(some.folder().resolve("rejects.csv"))
                    .hasSameBinaryContentAs(direct.folder().resolve("rejects.csv"));
            assertThat(sizes(some)).isEqualTo(sizes(direct));
            assertThat(some.summary().outsidePeriod()).isPositive();
            assertThat(some.summary().matches()).isPositive().isLessThan(whole.matches());
            Days early = new Days(Period.ALL, Optional.of(second));
            Results left = trial.evaluate(world, world.standard(), new InLake(lake), early, "early");
            assertSame(files.evaluate(world, world.standard(), Trial.files(written), early, "early-direct"), left);
            long late = whole.read() - left.summary().read();
            assertThat(left.summary().run().notes())
                    .anyMatch(note -> note.startsWith(late + " samples observed after " + second));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_withdrawn_or_joined_leaves_the_bytes_of_the_files_that_stay() {
        return worlds((world, trial, files) -> {
            List<Path> written = files.write(world, Shape.SPLIT, "in");
            Path lake = folder.resolve("lake-" + world.seed());
            String first = trial.addToLake(world, lake, written.subList(0, 1));
            for (Path file : written.subList(1, written.size())) {
                trial.addToLake(world, lake, List.of(file));
            }
            trial.evaluate(world, world.standard(), lake, "whole");
            trial.compact(lake);
            assertThat(note(trial.evaluate(world, world.standard(), lake, "joined")))
                    .endsWith(" 0 matched anew");
            trial.withdraw(lake, first);
            assertSame(
                    files.evaluate(world, world.standard(), written.subList(1, written.size()), "direct"),
                    trial.evaluate(world, world.standard(), lake, "rest"));
        });
    }

    private Path filled(RandomWorld world, Trial trial, List<Path> files) {
        Path lake = folder.resolve("lake-" + world.seed());
        trial.addToLake(world, lake, files);
        return lake;
    }

    private static String note(Results results) {
        return results.summary().run().notes().get(0);
    }

    private static List<Long> sizes(Results results) {
        return List.of(
                results.summary().read(),
                results.summary().kept(),
                results.summary().thinned(),
                results.summary().rejected(),
                results.summary().outsidePeriod(),
                results.summary().noSinr(),
                results.summary().matches());
    }

    static void assertSame(Results expected, Results actual) {
        Comparison.assertSameBytes(actual.folder(), expected.folder());
    }

    /** What is tried with a world. */
    private interface Attempt {
        /** @param files evaluates the same without a lake */
        void run(RandomWorld world, Trial trial, Trial files);
    }

    private Stream<DynamicTest> worlds(Attempt attempt) {
        return LongStream.range(201, 201 + worlds())
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "world " + seed,
                        () -> attempt.run(
                                RandomWorld.of(seed),
                                new Trial(this::newEngine, folder.resolve("w" + seed)),
                                new Trial(this::newYardstick, folder.resolve("files-" + seed)))));
    }
}
