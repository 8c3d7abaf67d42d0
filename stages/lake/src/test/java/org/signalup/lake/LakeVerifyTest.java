package org.signalup.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Sha256;
import org.signalup.engine.EngineFailure;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.LakeFinding.Kind;

/** Whatever happens to a file of the lake is found, named and, as far as can be, repaired. */
class LakeVerifyTest {
    private static final LocalDate D18 = LocalDate.parse("2025-07-18");

    private Shore shore;
    private Path a;
    private Path b;

    @BeforeEach
    void open(@TempDir Path folder) {
        shore = new Shore(folder);
        a = shore.samples("in/a.csv", "18 d1 117.0", "19 d1 117.0");
        b = shore.samples("in/b.csv", "18 d2 117.1");
        shore.add(a);
        shore.add(b);
    }

    @AfterEach
    void close() {
        shore.close();
    }

    private Path part(int number) {
        return shore.lake().view().day(D18).parts().get(number);
    }

    private String name(Path file) {
        return shore.place().relativize(file).toString();
    }

    private Lake.Repaired repair(Path... from) {
        return shore.lake().repair(List.of(from), shore.options(), shore.engine);
    }

    private static void flipByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aSoundLakeHasNoFindings() {
        Lake.Verification verification = shore.lake().verify();

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.files()).isEqualTo(7);
        assertThat(repair().withdrawn()).isEmpty();
    }

    @Test
    void everythingThatCanBeWrongIsNamed() throws IOException {
        Path flipped = part(0);
        Path cut = part(1);
        Path gone =
                shore.lake().view().day(LocalDate.parse("2025-07-19")).parts().get(0);
        flipByte(flipped);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 100));
        Files.delete(gone);
        shore.file("lake/parts/2025-07-18/holiday.jpg", "a picture");
        shore.file("lake/parts/2025-07-18/00000099.parquet", "half a par");
        flipByte(shore.place().resolve("batches/b000001/devices.parquet"));

        assertThat(shore.lake().verify().findings())
                .containsExactlyInAnyOrder(
                        new LakeFinding(Kind.CHANGED, name(flipped)),
                        new LakeFinding(Kind.TRUNCATED, name(cut)),
                        new LakeFinding(Kind.MISSING, name(gone)),
                        new LakeFinding(Kind.FOREIGN, "parts/2025-07-18/holiday.jpg"),
                        new LakeFinding(Kind.LEFTOVER, "parts/2025-07-18/00000099.parquet"),
                        new LakeFinding(Kind.CHANGED, "batches/b000001/devices.parquet"));
    }

    /** Whoever looks for all samples of a folder must not find more than the manifest lists. */
    @Test
    void aForeignFileIsNamedWhereverItLies() throws IOException {
        shore.file("lake/notes.txt", "a reminder");
        shore.file("lake/old/2025/samples.parquet", "samples");
        shore.file("lake/.DS_Store", "of a file system");
        shore.file("lake/streams/of/somebody.json", "{}");

        assertThat(shore.lake().verify().findings())
                .containsExactly(
                        new LakeFinding(Kind.FOREIGN, "notes.txt"),
                        new LakeFinding(Kind.FOREIGN, "old/2025/samples.parquet"));

        repair();
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(shore.place().resolve("quarantine/notes.txt")).hasContent("a reminder");

        shore.file("lake/notes.txt", "another");
        repair();
        assertThat(shore.place().resolve("quarantine/notes.txt")).hasContent("a reminder");
        assertThat(shore.place().resolve("quarantine/notes.txt-2")).hasContent("another");
    }

    @Test
    void aDamagedTallyIsNamedAndItsDayIsDeletedByRepair() throws IOException {
        String day = "tallies/0123/2025-07-18/4567/";
        shore.file("lake/" + day + "match.parquet", "a table");
        shore.file("lake/" + day + "match.parquet.sha256", "0".repeat(64));

        assertThat(shore.lake().verify().findings())
                .containsExactly(new LakeFinding(Kind.TALLY, day + "match.parquet"));

        assertThat(repair().withdrawn()).isEmpty();
        assertThat(shore.place().resolve(day)).doesNotExist();
        assertThat(shore.lake().verify().findings()).isEmpty();
    }

    @Test
    void everyFileOfATallyIsHeldAgainstItsDigest() throws IOException {
        String day = "tallies/0123/2025-07-18/4567/";
        for (String name : List.of("match.parquet", "levels.parquet", "day.json")) {
            Path table = shore.file("lake/" + day + name, "as counted");
            shore.file("lake/" + day + name + ".sha256", Sha256.hex(table));
        }
        shore.file("lake/" + day + "tally-9.parquet.part", "half a tab");
        shore.file("lake/tallies/0123/2025-07-18/.4567-1/match.parquet", "of somebody who counts right now");
        assertThat(shore.lake().verify().findings()).isEmpty();

        shore.file("lake/" + day + "day.json", "as counter");
        Files.delete(shore.place().resolve(day + "levels.parquet"));
        shore.file("lake/tallies/notes.txt", "a reminder");
        shore.file("lake/" + day + "notes.txt", "another");

        assertThat(shore.lake().verify().findings())
                .containsExactlyInAnyOrder(
                        new LakeFinding(Kind.TALLY, day + "day.json"),
                        new LakeFinding(Kind.TALLY, day + "levels.parquet"),
                        new LakeFinding(Kind.FOREIGN, "tallies/notes.txt"),
                        new LakeFinding(Kind.FOREIGN, day + "notes.txt"));
        repair();
        assertThat(shore.place().resolve(day)).doesNotExist();
        assertThat(shore.place().resolve("quarantine/tallies_notes.txt")).hasContent("a reminder");
        assertThat(shore.lake().verify().findings()).isEmpty();
    }

    @Test
    void foreignFilesAndLeftoversGoAwayByRepair() throws IOException {
        shore.file("lake/parts/2025-07-18/holiday.jpg", "a picture");
        shore.file("lake/parts/2025-07-18/00000099.parquet", "half a par");
        List<String> before = shore.kept();

        Lake.Repaired repaired = repair();

        assertThat(repaired.found().findings()).hasSize(2);
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(shore.place().resolve("quarantine/parts_2025-07-18_holiday.jpg"))
                .hasContent("a picture");
        assertThat(shore.kept()).isEqualTo(before);
    }

    @Test
    void aBatchThatLostSamplesIsTakenOutAndItsFilesAreNamed() throws IOException {
        flipByte(part(0));

        Lake.Repaired repaired = repair();

        assertThat(repaired.withdrawn()).containsExactly("b000001");
        assertThat(repaired.missing().stream().map(FileReport::file)).containsExactly("a.csv");
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(shore.kept()).hasSize(1).allMatch(line -> line.startsWith("b.csv"));
        assertThat(shore.files()).contains("quarantine/parts_2025-07-18_00000001.parquet");
        assertThat(shore.add(a).rows()).isEqualTo(2);
    }

    @Test
    void whatWasLostIsReadAgainFromFilesThatHaveIt() throws IOException {
        List<String> before = shore.kept();
        shore.lake().compact(Optional.empty(), shore.engine);
        Files.delete(part(0));
        Path renamed = Files.move(b, b.resolveSibling("renamed.csv"));
        shore.samples("in/other.csv", "20 d7 117.0");

        Lake.Repaired repaired = repair(a.getParent());

        assertThat(repaired.withdrawn()).containsExactly("b000001", "b000002");
        assertThat(repaired.missing()).isEmpty();
        assertThat(repaired.addedAgain()).hasSize(2);
        assertThat(shore.kept()).isEqualTo(before);
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(renamed).exists();
    }

    /** An evaluation names files: it must not differ by where they were found again. */
    @Test
    void filesReadAgainHaveTheNamesAndRemarksThatTheLakeKnewThemBy() throws IOException {
        Path field = shore.samples("field/c.csv", "18 d3 117.0", "18 d3 nowhere");
        Files.writeString(field, Files.readString(field).replace("+08:00,nowhere", ",117.0"));
        shore.file("field/notes.doc", "of that day");
        shore.add(field.getParent());
        shore.file("in/unrelated.doc", "a letter");
        IntakeReport before = shore.lake().view().report();
        List<String> rejects = rejects();
        Files.move(field, a.resolveSibling("found-again.csv"));
        Files.delete(shore.place().resolve("batches/b000003/rejects.parquet"));

        Lake.Repaired repaired = repair(a.getParent());

        assertThat(repaired.addedAgain()).extracting(FileReport::file).containsExactly("c.csv");
        assertThat(rejects()).isEqualTo(rejects).singleElement().asString().startsWith("c.csv 3");
        assertThat(shore.lake().view().report().warnings())
                .isEqualTo(before.warnings())
                .extracting(Problem::file)
                .containsExactly("notes.doc");
    }

    private List<String> rejects() {
        LakeView view = shore.lake().view();
        view.attachRejects(shore.engine, "refused", Language.EN);
        view.attachFiles(shore.engine, "refused_file");
        return shore.rejectsAsText("refused", "refused_file");
    }

    @Test
    void healthyRowsOfOthersStayWhenAJoinedPartLosesABatch() throws IOException {
        shore.lake().compact(Optional.empty(), shore.engine);
        Files.delete(shore.place().resolve("batches/b000001/rejects.parquet"));

        Lake.Repaired repaired = repair();

        assertThat(repaired.withdrawn()).containsExactly("b000001");
        assertThat(shore.kept()).hasSize(1).allMatch(line -> line.startsWith("b.csv"));
    }

    @Test
    void statisticsOfDevicesAreComputedAgain() throws IOException {
        shore.lake().view().attachDevices(shore.engine, "device");
        List<String> before = devices();
        flipByte(shore.place().resolve("batches/b000001/devices.parquet"));

        Lake.Repaired repaired = repair();

        assertThat(repaired.withdrawn()).isEmpty();
        assertThat(shore.lake().verify().findings()).isEmpty();
        shore.lake().view().attachDevices(shore.engine, "device");
        assertThat(devices()).isEqualTo(before).hasSize(3);
    }

    /** The new table gets the name of the one that was missing. */
    @Test
    void missingStatisticsOfDevicesAreComputedAgain() throws IOException {
        Files.delete(shore.place().resolve("batches/b000001/devices.parquet"));

        assertThat(repair().withdrawn()).isEmpty();

        assertThat(shore.lake().verify().findings()).isEmpty();
        shore.lake().view().attachDevices(shore.engine, "device");
        assertThat(devices()).hasSize(3);
    }

    @Test
    void whoeverReadsADamagedFileIsToldWhichAndWhatToDo() throws IOException {
        Path flipped = part(0);
        Files.write(flipped, Arrays.copyOf(Files.readAllBytes(flipped), 100));

        assertThatThrownBy(() -> shore.lake().forget("d1", shore.engine))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo("LAKE_FILE_DAMAGED");
                                    assertThat(problem.file()).isEqualTo(flipped.toString());
                                    assertThat(problem.message().en())
                                            .contains("lake verify --repair")
                                            .doesNotContain("SELECT");
                                }));
    }

    @Test
    void aFailureThatNamesNoFileIsToldByTheFilesThatAreDamaged() throws IOException {
        EngineFailure unnamed = new EngineFailure("SELECT 1", new IOException("TProtocolException: Invalid data"));
        EngineFailure full = new EngineFailure("COPY 1", new IOException("Could not write: No space left on device"));
        assertThat(shore.lake().view().explain(unnamed)).isSameAs(unnamed);
        Path flipped = part(0);
        flipByte(flipped);

        assertThat(shore.lake().view().explain(unnamed))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::file)
                                .containsExactly(flipped.toString()));
        assertThat(shore.lake().view().explain(full)).isSameAs(full);
    }

    private List<String> devices() {
        return shore.engine.list(
                "SELECT date, operator, device_key, rat, sinr_rows, sinr_min_mdb, sinr_max_mdb FROM device ORDER BY date, device_key",
                row -> row.text(0) + row.text(1) + row.text(2) + row.text(3) + row.text(4) + row.text(5) + row.text(6));
    }
}
