package org.signalup.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Problem;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.Log;
import org.signalup.lake.internal.LogEntry;

/** Files are taken as they arrive, each once. */
class FollowerTest {
    private Shore shore;
    private Path inbox;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        shore = new Shore(folder);
        inbox = Files.createDirectories(folder.resolve("inbox"));
        shore.lake();
    }

    @AfterEach
    void close() {
        shore.close();
    }

    /** A process that begins now. */
    private Follower follower() {
        return shore.follow(inbox, Duration.ZERO, false);
    }

    private List<String> files() {
        return shore.lake().view().report().files().stream()
                .map(FileReport::file)
                .toList();
    }

    private static List<String> codes(Follower.Look look) {
        return look.refused().stream().map(Problem::code).toList();
    }

    @Test
    void eachFileIsTakenOnceUnderItsNameInTheFolder() {
        Follower follower = follower();
        shore.samples("inbox/a.csv", "18 d1 117.0");
        assertThat(follower.look().added()).hasSize(1);
        shore.samples("inbox/jinan/b.csv", "18 d2 117.0");
        shore.samples("inbox/copy of a.csv", "18 d1 117.0");

        Follower.Look look = follower.look();

        assertThat(look.added().stream().map(Lake.Added::rows)).containsExactly(1L);
        assertThat(follower.look().added()).isEmpty();
        assertThat(follower().look().added()).isEmpty();
        assertThat(files()).containsExactly("a.csv", "jinan/b.csv");
    }

    @Test
    void filesInAnArchiveAreTakenOnceEach() throws IOException {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        Path archive = zip("day.zip", shore.samples("in/b.csv", "18 d2 117.0"), shore.folder.resolve("in/a.csv"));

        assertThat(follower().look().added().stream().map(Lake.Added::rows)).containsExactly(1L);
        assertThat(follower().look().added()).isEmpty();
        assertThat(files()).containsExactly("a.csv", "day.zip!/b.csv");
        assertThat(shore.add(archive).known())
                .extracting(SampleFile::name)
                .containsExactly("day.zip!/a.csv", "day.zip!/b.csv");
    }

    @Test
    void anArchiveWithAFileThatIsRefusedOrRenewedIsNotTaken() throws IOException {
        zip("day.zip", shore.samples("in/b.csv", "18 d2 117.0"));
        follower().look();
        zip("day.zip", shore.samples("in/b.csv", "18 d2 117.1"));
        zip("odd.zip", shore.samples("in/c.csv", "18 d3 117.0"), shore.file("in/odd.csv", "a,b", "1,2"));

        assertThat(codes(follower().look())).containsExactlyInAnyOrder("FILE_RENEWED", "FORMAT_UNKNOWN");
        assertThat(follower().look().refused()).isEmpty();
        assertThat(files()).containsExactly("day.zip!/b.csv");
    }

    private Path zip(String name, Path... members) throws IOException {
        Path archive = inbox.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path member : members) {
                zip.putNextEntry(new ZipEntry(member.getFileName().toString()));
                Files.copy(member, zip);
            }
        }
        return archive;
    }

    @Test
    void whatTheLakeHasFromElsewhereIsNotTakenAgain() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        shore.samples("inbox/b.csv", "18 d1 117.0");

        assertThat(follower().look().added()).isEmpty();
        assertThat(shore.kept()).hasSize(1);
    }

    @Test
    void filesOnTheirWayAreLeftAlone() throws IOException {
        Path part = shore.samples("inbox/a.csv.part", "18 d1 117.0");
        shore.samples("inbox/b.csv.tmp", "18 d1 117.0");
        shore.samples("inbox/.c.csv", "18 d1 117.0");
        shore.samples("inbox/.trash/d.csv", "18 d1 117.0");
        Follower follower = follower();
        assertThat(follower.look().added()).isEmpty();

        Files.move(part, inbox.resolve("a.csv"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(follower.look().added()).hasSize(1);
        assertThat(files()).containsExactly("a.csv");
        assertThat(shore.lake().view().report().warnings()).isEmpty();
    }

    @Test
    void aFileThatStillGrowsIsNotTakenYet() throws IOException {
        Path growing = shore.samples("inbox/a.csv", "18 d1 117.0");
        Follower patient = shore.follow(inbox, Duration.ofDays(1), false);

        assertThat(patient.look()).isEqualTo(new Follower.Look(List.of(), List.of(), 1));
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(patient.look().added()).hasSize(1);
    }

    @Test
    void aRefusedFileIsToldOnceAndTheOthersAreTaken() throws IOException {
        shore.file("inbox/bad.csv", "no,such,format", "1,2,3");
        shore.samples("inbox/good.csv", "18 d1 117.0");
        Follower.Look look = follower().look();

        assertThat(codes(look)).containsExactly("FORMAT_UNKNOWN");
        assertThat(look.added()).hasSize(1);
        assertThat(inbox.resolve("bad.csv")).exists();
        assertThat(codes(follower().look())).isEmpty();
        assertThat(Log.read(new LakeFolder(shore.place())).stream().map(LogEntry::verb))
                .containsExactly("create", "refuse", "add");

        Follower again = shore.follow(inbox, Duration.ZERO, true);
        assertThat(codes(again.look())).containsExactly("FORMAT_UNKNOWN");
        assertThat(codes(again.look())).isEmpty();
    }

    @Test
    void aHalfWrittenParquetIsRefusedAndTakenWhenItIsWhole() throws IOException {
        shore.readDirectly(shore.samples("in/a.csv", "18 d1 117.0"));
        Path whole = shore.folder.resolve("whole.parquet");
        shore.engine.export(
                "SELECT '2025-07-18T10:00:00+08:00' AS observed_at, '117.0' AS lon, '36.6' AS lat, 'WGS84' AS crs,"
                        + " 'CMCC' AS operator, '5G' AS rat, '-90' AS rsrp_dbm, '3' AS sinr_db",
                whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path arriving = Files.write(inbox.resolve("a.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Follower follower = follower();
        assertThat(codes(follower.look())).containsExactly("PARQUET_BROKEN");

        Files.write(arriving, bytes);

        assertThat(follower.look().added()).hasSize(1);
        assertThat(files()).containsExactly("a.parquet");
    }

    @Test
    void aFileThatGrewAfterItWasTakenIsRefusedForItsFirstHalfWouldCountTwice() {
        shore.samples("inbox/a.csv", "18 d1 117.0");
        Follower follower = follower();
        follower.look();
        shore.samples("inbox/a.csv", "18 d1 117.0", "18 d1 117.1");

        assertThat(codes(follower.look())).containsExactly("FILE_RENEWED");
        assertThat(codes(follower().look())).isEmpty();
        assertThat(shore.kept()).hasSize(1);
    }

    @Test
    void aWithdrawnFileDoesNotComeBackByItself() {
        Path a = shore.samples("inbox/a.csv", "18 d1 117.0");
        follower().look();
        shore.lake().withdraw("b000001", shore.engine);

        assertThat(follower().look().added()).isEmpty();
        assertThat(shore.follow(inbox, Duration.ZERO, true).look().added()).isEmpty();
        assertThat(shore.add(a).rows()).isEqualTo(1);
    }

    @Test
    void aLakeThatIsBeingWrittenIsTriedAgain() throws IOException {
        shore.samples("inbox/a.csv", "18 d1 117.0");
        Follower follower = follower();
        try (var channel = java.nio.channels.FileChannel.open(
                        shore.place().resolve(".lock"), java.nio.file.StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(follower.look().waiting()).isPositive();
        }

        assertThat(follower.look().added()).hasSize(1);
    }

    @Test
    void killedAgainAndAgainEveryFileIsTakenOnce() throws Exception {
        int files = 12;
        for (int file = 0; file < files; file++) {
            shore.samples("inbox/%02d.csv".formatted(file), days(file));
        }
        Path parts = shore.place().resolve("parts");
        assertThat(Child.killAt(
                        () -> Files.exists(shore.place().resolve("work/read")), shore.folder, "follow", "inbox"))
                .isTrue();
        assertThat(Child.killAt(() -> Files.exists(parts.resolve("2025-07-03")), shore.folder, "follow", "inbox"))
                .isTrue();
        assertThat(shore.kept()).isEmpty();
        assertThat(Child.killAt(() -> batches() == 1, shore.folder, "follow", "inbox"))
                .isTrue();
        for (int file = files; file < files + 3; file++) {
            shore.samples("inbox/%02d.csv".formatted(file), days(file));
        }
        assertThat(Child.killAt(() -> batches() == 2, shore.folder, "follow", "inbox"))
                .isTrue();

        assertThat(follower().look().added()).isEmpty();
        assertThat(shore.kept()).hasSize(28 * (files + 3)).doesNotHaveDuplicates();
        shore.lake().forget("nobody", shore.engine);
        assertThat(shore.lake().verify().findings()).isEmpty();
    }

    /** A sample on each of 28 days. */
    private static String[] days(int device) {
        return IntStream.rangeClosed(1, 28)
                .mapToObj(day -> "%02d d%d 117.%02d".formatted(day, device, day))
                .toArray(String[]::new);
    }

    private int batches() {
        return Lake.open(shore.place()).view().batches().size();
    }
}
