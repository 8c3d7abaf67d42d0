package org.signalup.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.Log;
import org.signalup.lake.internal.LogEntry;

/** A process that is killed in the middle of a write leaves the lake as it was; the next write loses nothing and doubles nothing. */
class LakeKillTest {
    private static final int DAYS = 31;

    private Shore shore;

    @BeforeEach
    void open(@TempDir Path folder) {
        shore = new Shore(folder);
        shore.add(shore.samples("in/first.csv", "05 d1 117.0"));
    }

    @AfterEach
    void close() {
        shore.close();
    }

    /** Samples of every day of July, so that there is a middle. */
    private Path july(String name, String device) {
        return shore.samples(
                name,
                IntStream.rangeClosed(1, DAYS)
                        .mapToObj(day -> "%02d %s 117.%02d".formatted(day, device, day))
                        .toArray(String[]::new));
    }

    private BooleanSupplier exists(String path) {
        Path file = shore.place().resolve(path);
        return () -> Files.exists(file);
    }

    private List<String> verbs() {
        return Log.read(new LakeFolder(shore.place())).stream()
                .map(LogEntry::verb)
                .toList();
    }

    @Test
    void killedWhileReadingOrWritingPartsTheLakeIsAsBeforeAndTheFileIsAddedOnce() throws Exception {
        Path july = july("in/july.csv", "d2");
        List<String> before = shore.kept();

        assertThat(Child.killAt(exists("work/read"), shore.folder, "add", "in/july.csv"))
                .isTrue();
        assertThat(shore.kept()).isEqualTo(before);
        assertThat(Child.killAt(exists("parts/2025-07-03/00000004.parquet"), shore.folder, "add", "in/july.csv"))
                .isTrue();
        assertThat(shore.kept()).isEqualTo(before);
        assertThat(shore.lake().verify().findings())
                .isNotEmpty()
                .allMatch(finding -> finding.kind() == LakeFinding.Kind.LEFTOVER);

        shore.add(july);
        assertThat(shore.kept()).hasSize(1 + DAYS).doesNotHaveDuplicates();
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(verbs()).containsExactly("create", "add", "add");
    }

    @Test
    void killedWhenTheManifestAppearsEverythingIsThereAndTheLogFollows() throws Exception {
        Path july = july("in/july.csv", "d2");
        Path manifest = shore.place().resolve("lake.json");
        Object first = key(manifest);
        Child.killAt(() -> !first.equals(key(manifest)), shore.folder, "add", "in/july.csv");

        assertThat(shore.kept()).hasSize(1 + DAYS);
        assertThat(shore.add(july).known()).extracting(SampleFile::path).containsExactly(july);
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(verbs()).containsExactly("create", "add", "add");
    }

    @Test
    void killedWhileJoiningPartsNothingIsLost() throws Exception {
        shore.add(july("in/a.csv", "d1"));
        shore.add(july("in/b.csv", "d2"));
        List<String> before = shore.kept();
        int next = 2 + 2 * DAYS;

        assertThat(Child.killAt(exists("parts/2025-07-02/%08d.parquet".formatted(next + 1)), shore.folder, "compact"))
                .isTrue();

        assertThat(shore.kept()).isEqualTo(before);
        shore.lake().compact(java.util.Optional.empty(), shore.engine);
        assertThat(shore.kept()).isEqualTo(before);
        assertThat(shore.lake().view().days())
                .allSatisfy(day -> assertThat(day.parts()).hasSize(1));
        assertThat(shore.lake().verify().findings()).isEmpty();
    }

    @Test
    void killedWhileForgettingTheNextWriteDeletesWhatWasLeft() throws Exception {
        shore.add(july("in/a.csv", "d1"));
        shore.add(july("in/b.csv", "d2"));
        LakeView before = shore.lake().view();
        Path tally = Files.createDirectories(before.tallies().resolve("k/2025-07-09"));
        Path manifest = shore.place().resolve("lake.json");
        Object first = key(manifest);

        Child.killAt(() -> !first.equals(key(manifest)), shore.folder, "forget", "d2");
        shore.add(shore.samples("in/c.csv", "05 d3 117.0"));

        assertThat(shore.kept()).hasSize(2 + DAYS).noneMatch(line -> line.startsWith("b.csv"));
        assertThat(tally).doesNotExist();
        assertThat(Stream.of(before)
                        .flatMap(view -> view.day(LocalDate.parse("2025-07-09")).parts().stream())
                        .filter(Files::exists))
                .hasSize(1);
        assertThat(verbs()).containsExactly("create", "add", "add", "add", "forget", "add");
    }

    private static Object key(Path file) {
        try {
            return Files.readAttributes(file, "unix:ino,size,lastModifiedTime");
        } catch (IOException e) {
            return "";
        }
    }
}
