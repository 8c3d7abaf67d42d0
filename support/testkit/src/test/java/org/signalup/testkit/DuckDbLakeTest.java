package org.signalup.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Source;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Results;
import org.signalup.lake.Lake;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Instruments.Apply;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.OtherStandard;
import org.signalup.testkit.internal.Trial;

class DuckDbLakeTest extends LakeSuite {
    @Override
    protected Engine newEngine(int threads, Path spillFolder) {
        return DuckDbEngine.open(threads, "700MB", spillFolder);
    }

    @Test
    void whatWasCountedForALedgerNobodyAskedForInTwoMonthsIsDeletedAndCountedAgainWhenAskedFor() throws IOException {
        RandomWorld world = RandomWorld.of(201);
        Trial trial = new Trial(this::newEngine, folder.resolve("trial"));
        Path lake = folder.resolve("lake");
        trial.addToLake(world, lake, trial.write(world, Shape.ONE, "in"));
        trial.evaluate(world, world.standard(), lake, "first");
        Path own = only(lake.resolve("tallies"));
        Path lately = Files.createDirectories(lake.resolve("tallies/lately"));
        Path longAgo = Files.createDirectories(lake.resolve("tallies/long-ago/2025-09-01"))
                .getParent();
        used(own, 100);
        used(lately, 60);
        used(longAgo, 63);
        trial.evaluate(world, world.standard(), lake, "again");
        assertThat(list(lake.resolve("tallies"))).containsExactlyInAnyOrder(own, lately);
        used(own, 100);
        Standard certified = OtherStandard.withInstruments(
                world.standard(), new Instruments(Apply.ALWAYS, Set.of(Source.WALK, Source.DRIVE), 12));
        trial.evaluate(world, certified, lake, "certified");
        assertThat(list(lake.resolve("tallies"))).doesNotContain(own).hasSize(2);
        trial.evaluate(world, world.standard(), lake, "once more");
        assertThat(list(lake.resolve("tallies"))).contains(own).hasSize(3);
    }

    @Test
    void rowsOfADayThatComeWhileItIsEvaluatedCountTheNextTime() throws IOException {
        RandomWorld world = RandomWorld.of(201);
        Trial trial = new Trial(this::newEngine, folder.resolve("trial"));
        Path lake = folder.resolve("lake");
        List<Path> files = trial.write(world, Shape.SPLIT, "in");
        trial.addToLake(world, lake, files.subList(0, 3));
        Results before = trial.evaluate(world, world.standard(), files.subList(0, 3), "before");
        Iterator<List<Path>> late = List.of(files.subList(3, 4)).iterator();
        Results meanwhile = trial.evaluateWhile(world, lake, "meanwhile", (phase, done, total) -> {
            if (phase.en().equals("judging") && late.hasNext()) {
                trial.addToLake(world, lake, late.next());
            }
        });
        assertThat(late).isExhausted();
        assertSame(before, meanwhile);
        assertSame(
                trial.evaluate(world, world.standard(), files, "after"),
                trial.evaluate(world, world.standard(), lake, "next"));
    }

    @Test
    void whoseSamplesAreWithdrawnWhileTheyAreEvaluatedIsToldSo() throws IOException {
        RandomWorld world = RandomWorld.of(201);
        Trial trial = new Trial(this::newEngine, folder.resolve("trial"));
        for (String phase : List.of("judging", "writing results")) {
            Path lake = folder.resolve("lake before " + phase);
            trial.addToLake(world, lake, trial.write(world, Shape.SPLIT, "in " + phase));
            Iterator<String> batch = List.of("b000001").iterator();
            assertThatThrownBy(() -> trial.evaluateWhile(world, lake, "torn", (now, done, total) -> {
                        if (now.en().equals(phase) && batch.hasNext()) {
                            trial.withdraw(lake, batch.next());
                        }
                    }))
                    .as(phase)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("LAKE_CHANGED");
        }
        assertThat(folder.resolve("trial/out-torn")).doesNotExist();
    }

    /** Most single bits that flip in a Parquet file are read without complaint, as other numbers. */
    @Test
    void whatWasCountedAndHasBeenDamagedSinceIsCountedAgain() throws IOException {
        RandomWorld world = RandomWorld.of(201);
        Trial trial = new Trial(this::newEngine, folder.resolve("trial"));
        Path lake = folder.resolve("lake");
        trial.addToLake(world, lake, trial.write(world, Shape.ONE, "in"));
        Results sound = trial.evaluate(world, world.standard(), lake, "sound");
        for (String name : List.of("tally-.*", "levels", "refused", "test_match")) {
            long damaged = flipABit(lake.resolve("tallies"), name + ".parquet");
            Results again = trial.evaluate(world, world.standard(), lake, name.replaceAll("\\W", ""));
            assertSame(sound, again);
            assertThat(again.summary().run().notes())
                    .as(name)
                    .singleElement()
                    .asString()
                    .endsWith("; " + damaged + " because what was kept is damaged");
        }
        assertThat(Lake.open(lake).verify().findings()).isEmpty();
    }

    /** In every file of the name; returns how many there are. */
    private static long flipABit(Path folder, String name) throws IOException {
        long files = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(one -> one.getFileName().toString().matches(name))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 4] ^= 4;
                Files.write(file, bytes);
                files++;
            }
        }
        return files;
    }

    private static void used(Path tallies, int daysAgo) throws IOException {
        Files.setLastModifiedTime(tallies, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    }

    private static Path only(Path folder) throws IOException {
        assertThat(list(folder)).hasSize(1);
        return list(folder).get(0);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
