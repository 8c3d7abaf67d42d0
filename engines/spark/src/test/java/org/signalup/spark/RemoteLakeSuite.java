package org.signalup.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.engine.RemoteFiles;
import org.signalup.evaluate.Results;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeBatch;
import org.signalup.lake.LakeFinding;
import org.signalup.lake.LakeFinding.Kind;
import org.signalup.lake.LakeView;
import org.signalup.testkit.Comparison;
import org.signalup.testkit.RandomWorld;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** A lake behind a URL is one like any other, and two who write to it at once lose nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RemoteLakeSuite {
    private static final int WRITERS = 8;

    private final RandomWorld world = RandomWorld.of(202);

    @TempDir
    static Path folder;

    private RemoteStore store;
    private Engine running;

    /** The store, started in a folder of its own. */
    abstract RemoteStore start(Path place) throws Exception;

    /** How many may ask for the same new file at the same moment. */
    int writersAtOnce() {
        return WRITERS;
    }

    @BeforeAll
    void startAll() throws Exception {
        System.setProperty("spark.sql.codegen.wholeStage", "false");
        System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        store = start(Files.createDirectories(folder.resolve("store")));
        running = engine(2, Files.createDirectories(folder.resolve("home")));
    }

    @AfterAll
    void stopAll() throws Exception {
        running.close();
        store.close();
        System.clearProperty("spark.sql.codegen.wholeStage");
        System.clearProperty("spark.sql.codegen.factoryMode");
    }

    private static Engine engine(int threads, Path spill) {
        return SparkEngine.open(new EngineSettings(threads, Optional.empty(), spill, Optional.empty()));
    }

    private static Trial trial(String name) {
        return new Trial(RemoteLakeSuite::engine, folder.resolve(name));
    }

    @Test
    void sparkOnTheRemoteLakeGivesTheBytesOfDuckDbOnALocalOne() throws Exception {
        Trial embedded =
                new Trial((threads, spill) -> DuckDbEngine.open(threads, "700MB", spill), folder.resolve("local"));
        Trial spark = trial("spark");
        List<Path> files = embedded.write(world, Shape.SPLIT, "in");
        Path local = folder.resolve("lake");
        Path remote = RemoteFiles.path(store.folder());
        for (List<Path> some : List.of(files.subList(0, 1), files.subList(1, files.size()))) {
            embedded.addToLake(world, local, some);
            spark.addToLake(world, remote, some);
        }
        spark.compact(remote);
        Comparison.assertSameBytes(
                spark.evaluate(world, world.standard(), remote, "all").folder(),
                embedded.evaluate(world, world.standard(), local, "all").folder());
        Results again = spark.evaluate(world, world.standard(), remote, "again");
        assertThat(again.summary().run().notes()).singleElement().asString().endsWith(" 0 matched anew");
        LakeBatch first = Lake.open(remote).view().batches().get(0);
        Path tallies = Lake.open(remote).view().tallies();
        String day = first.dates().get(0).toString();
        assertThat(files(tallies)).anyMatch(name -> name.contains("/" + day + "/"));
        spark.withdraw(remote, first.id());
        assertThat(files(tallies)).noneMatch(name -> name.contains("/" + day + "/"));
        assertThat(Lake.open(remote).verify().findings()).isEmpty();
    }

    /** While one adds a file, another adds one and is done first. */
    @Test
    void ofTwoWhoWriteAtOnceOneIsToldAndHasChangedNothing() throws Exception {
        Trial other = trial("other");
        List<Path> files = other.write(world, Shape.SPLIT, "in");
        Path remote = RemoteFiles.path(store.folder());
        other.addToLake(world, remote, files.subList(0, 1));
        Lake lake = Lake.open(remote).workingIn(folder);
        List<Path> ours = files.subList(2, 3);
        assertThatThrownBy(() ->
                        lake.add(ours, meanwhile(() -> other.addToLake(world, remote, files.subList(1, 2))), running))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("LAKE_BUSY");
        assertThat(added(lake)).hasSize(2);
        assertThat(lake.verify().findings()).isEmpty();
        Lake.Added again = lake.waiting(Duration.ofMinutes(5))
                .add(ours, meanwhile(() -> other.addToLake(world, remote, files.subList(3, 4))), running);
        assertThat(again.batch()).isEqualTo("b000004");
        assertThat(added(lake)).hasSize(4).doesNotHaveDuplicates();
        assertThat(lake.verify().findings()).isEmpty();
    }

    private static List<String> added(Lake lake) {
        return lake.view().report().files().stream().map(FileReport::file).toList();
    }

    /** Reads files, and has something else done once before the first was read to its end. */
    private IntakeOptions meanwhile(Runnable done) {
        AtomicBoolean first = new AtomicBoolean(true);
        return new IntakeOptions(
                world.programme(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                folder,
                (phase, rows, total) -> {
                    if (first.getAndSet(false)) {
                        done.run();
                    }
                });
    }

    @Test
    void aDeviceIsErasedAndWhatADeadWriterLeftGoesButNotWhatIsOnItsWay() throws Exception {
        Trial spark = trial("forget");
        Path remote = RemoteFiles.path(store.folder());
        spark.addToLake(world, remote, spark.write(world, Shape.ONE, "in"));
        Lake lake = Lake.open(remote).workingIn(folder);
        LakeView view = lake.view();
        view.attachSamples(running, "kept", view.dates());
        String device = running.list("SELECT MIN(device_id) FROM kept", row -> row.text(0))
                .get(0);
        long rows = running.number("SELECT COUNT(*) FROM kept WHERE device_id = '" + device + "'");
        String day = view.dates().get(0).toString();
        Path left = planted(remote.resolve("parts").resolve(day).resolve("00000998-e000000001-0a1b2c3d.parquet"));
        Path coming = planted(remote.resolve("parts").resolve(day).resolve("00000999-e000000999-0a1b2c3d.parquet"));
        assertThat(lake.verify().findings())
                .containsExactly(
                        new LakeFinding(Kind.LEFTOVER, remote.relativize(left).toString()));
        assertThat(lake.forget(device, running).rows()).isEqualTo(rows).isPositive();
        assertThat(lake.verify().findings()).isEmpty();
        assertThat(left).doesNotExist();
        assertThat(coming).exists();
        LakeView after = lake.view();
        after.attachSamples(running, "kept", after.dates());
        assertThat(running.number("SELECT COUNT(*) FROM kept WHERE device_id = '" + device + "'"))
                .isZero();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static Path planted(Path file) throws IOException {
        return Files.writeString(file, "nothing that anybody reads");
    }

    @Test
    void aFileThatMustBeNewIsWrittenOnce() throws Exception {
        Path file = RemoteFiles.path(store.folder()).resolve("edition");
        List<Callable<String>> writers = IntStream.range(0, WRITERS)
                .mapToObj(number -> (Callable<String>) () -> writeNew(file, "by " + number))
                .toList();
        List<String> written = atOnce(writers);
        assertThat(written).filteredOn(text -> !text.isEmpty()).singleElement().isEqualTo(Files.readString(file));
        assertThatThrownBy(
                        () -> Files.writeString(file, "late", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String writeNew(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return text;
        } catch (FileAlreadyExistsException e) {
            return "";
        }
    }

    @Test
    void remoteFilesAreFilesLikeAnyOther() throws Exception {
        Path root = RemoteFiles.path(store.folder());
        Path deep = root.resolve("a/b/c.txt");
        assertThat(Files.exists(deep)).isFalse();
        Files.createDirectories(deep.getParent());
        Files.writeString(deep, "字");
        Files.writeString(deep, "字字");
        assertThat(Files.size(deep)).isEqualTo(6);
        assertThat(Files.readString(deep)).isEqualTo("字字");
        assertThat(root.relativize(deep)).hasToString("a/b/c.txt");
        assertThat(root.resolve("a").resolve("../a/./b").normalize()).isEqualTo(deep.getParent());
        try (Stream<Path> walk = Files.walk(root)) {
            assertThat(walk.map(path -> root.relativize(path).toString())).containsExactly("", "a", "a/b", "a/b/c.txt");
        }
        Files.move(deep, root.resolve("d.txt"));
        assertThat(Files.exists(deep)).isFalse();
        assertThat(Files.isRegularFile(root.resolve("d.txt"))).isTrue();
        Files.delete(root.resolve("d.txt"));
        assertThat(Files.exists(root.resolve("d.txt"))).isFalse();
    }

    private List<String> atOnce(List<Callable<String>> writers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writersAtOnce());
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> result : pool.invokeAll(writers)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
