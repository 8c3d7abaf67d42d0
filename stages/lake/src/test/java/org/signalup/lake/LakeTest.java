package org.signalup.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.intake.Intake.SampleFile;
import org.signalup.intake.IntakeReport;

class LakeTest {
    private static final LocalDate D17 = LocalDate.parse("2025-07-17");
    private static final LocalDate D18 = LocalDate.parse("2025-07-18");
    private static final LocalDate D19 = LocalDate.parse("2025-07-19");

    private Shore shore;

    @BeforeEach
    void open(@TempDir Path folder) {
        shore = new Shore(folder);
    }

    @AfterEach
    void close() {
        shore.close();
    }

    @Test
    void filesAddedOneByOneInAnyOrderReadLikeOneRunOverAll() throws IOException {
        Path a = shore.file(
                "in/a.csv",
                Shore.HEADER + ",service,dl_mbps,floor",
                "2025-07-18T10:00:00+08:00,117.1,36.65,WGS84,CMCC,5G,867530912345678,s1,-90.5,12.0,,,",
                "2025-07-18T10:00:01+08:00,117.0,36.65,WGS84,CMCC,NONE,d1,s1,,,,,B1",
                "2025-07-18T10:00:02+08:00,217.0,36.65,WGS84,CMCC,5G,d1,s1,-80,3,,,",
                "2025-07-19T00:30:00+08:00,117.0,36.65,WGS84,CTCC,4G,d2,s2,-70,3,RATE,80.5,");
        Path b = shore.samples("in/b.csv", "18 d3 117.2", "17 d3 117.3");
        Path c = shore.file("in/c.csv", Shore.HEADER, "yesterday,117.0,36.65,WGS84,CMCC,5G,d1,s1,-80,3");
        shore.file("in/notes.md", "not samples");

        shore.add(c);
        shore.add(b, a);
        shore.add(a.getParent());
        LakeView view = shore.lake().view();
        view.attachSamples(shore.engine, "kept", view.dates());
        view.attachFiles(shore.engine, "kept_file");
        view.attachRejects(shore.engine, "kept_reject", Language.EN);
        IntakeReport direct = shore.readDirectly(a.getParent());

        assertThat(view.dates()).containsExactly(D17, D18, D19);
        assertThat(shore.samplesAsText("kept", "kept_file"))
                .isEqualTo(shore.samplesAsText("sample_read", "sample_file"))
                .hasSize(5);
        assertThat(shore.engine.columns("kept")).isEqualTo(shore.engine.columns("sample_read"));
        assertThat(shore.rejectsAsText("kept_reject", "kept_file"))
                .isEqualTo(shore.rejectsAsText("sample_reject", "sample_file"))
                .hasSize(2);
        assertThat(view.report().files().stream().map(file -> file.numbered(0)).toList())
                .isEqualTo(direct.files().stream().map(file -> file.numbered(0)).toList());
        assertThat(view.report().duplicates()).isEqualTo(direct.duplicates());
    }

    @Test
    void warningsAreThoseOfOneRunOverAll() {
        shore.samples("in/a.csv", "18 d1 117.0");
        Path b = shore.samples("in/b.csv", "18 d1 117.1");
        shore.file("in/notes.md", "not samples");
        Path all = b.getParent();

        shore.lake().add(List.of(all), shore.options(), shore.engine);

        assertThat(shore.lake().view().report().warnings())
                .isEqualTo(shore.readDirectly(all).warnings())
                .hasSize(1);
    }

    @Test
    void aFileThatIsThereAlreadyIsNotAddedAgainUnderWhateverName() throws IOException {
        Path a = shore.samples("in/a.csv", "18 d1 117.0");
        shore.add(a);
        Path copy = Files.copy(a, shore.folder.resolve("in/z.csv"));

        Lake.Added again = shore.add(a, copy);

        assertThat(again.batch()).isEmpty();
        assertThat(again.known()).extracting(SampleFile::path).containsExactly(a, copy);
        assertThat(shore.lake().view().day(D18).rows()).isEqualTo(1);
        assertThat(shore.lake().view().batches()).hasSize(1);
    }

    @Test
    void aRefusedFileLeavesTheLakeAsItWas() throws IOException {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        Path parquet = shore.lake().view().day(D18).parts().get(0);
        byte[] whole = Files.readAllBytes(parquet);
        Path half =
                Files.write(shore.folder.resolve("in/half.parquet"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path good = shore.samples("in/b.csv", "19 d1 117.0");
        List<String> before = shore.files();

        assertThat(Shore.refusals(() -> shore.add(good, half))).containsExactly("PARQUET_BROKEN");

        assertThat(shore.files()).isEqualTo(before);
        assertThat(shore.lake().view().dates()).containsExactly(D18);
    }

    @Test
    void aBatchWithOlderDaysChangesTheseDaysOnly() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0", "19 d1 117.0"));
        LakeView before = shore.lake().view();

        Lake.Added late = shore.add(shore.samples("in/b.csv", "17 d2 117.0", "18 d2 117.0"));

        LakeView after = shore.lake().view();
        assertThat(late.dates()).containsExactly(D17, D18);
        assertThat(after.dates()).containsExactly(D17, D18, D19);
        assertThat(after.day(D18).digest()).isNotEqualTo(before.day(D18).digest());
        assertThat(after.day(D18).batches()).containsExactly("b000001", "b000002");
        assertThat(after.day(D19)).isEqualTo(before.day(D19));
    }

    @Test
    void rowsOfAPartFollowTheGrid() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.05", "18 d1 117.01", "18 d1 117.03"));

        LakeView view = shore.lake().view();
        view.attachSamples(shore.engine, "kept", view.dates());

        assertThat(shore.engine.list("SELECT lon_e7 FROM kept", row -> row.getInt(0)))
                .containsExactly(1_170_100_000, 1_170_300_000, 1_170_500_000);
    }

    @Test
    void aColumnThatOlderPartsLackReadsAsNullEvenWhenAllLackIt() throws IOException {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        Path part = shore.lake().view().day(D18).parts().get(0);
        shore.engine.attach("old", List.of(Files.copy(part, shore.folder.resolve("old.parquet"))));
        shore.engine.export(
                "SELECT file_no, row_no, observed_ms, local_s, date, lon_e7, lat_e7, operator, rat, 7 AS strange FROM old",
                part);
        LakeView view = shore.lake().view();

        view.attachSamples(shore.engine, "older", List.of(D18));
        List<String> alone =
                shore.engine.list("SELECT COALESCE(CAST(rsrp_mdbm AS VARCHAR), '~') FROM older", row -> row.text(0));
        shore.add(shore.samples("in/b.csv", "19 d1 117.0"));
        shore.lake().view().attachSamples(shore.engine, "mixed", List.of(D18, D19));

        assertThat(alone).containsExactly("~");
        assertThat(shore.engine.columns("older")).isEqualTo(shore.engine.columns("mixed"));
        assertThat(shore.engine.list("SELECT rsrp_mdbm FROM mixed ORDER BY date", row -> String.valueOf(row.text(0))))
                .containsExactly("null", "-90500");
    }

    @Test
    void devicesTellTheirLowestAndHighestSinrPerDate() {
        shore.add(shore.file(
                "in/a.csv",
                Shore.HEADER,
                "2025-07-18T10:00:00+08:00,117.1,36.65,WGS84,CMCC,5G,d1,s1,-90,-2.5",
                "2025-07-18T10:00:01+08:00,117.1,36.65,WGS84,CMCC,5G,d1,s1,-90,7",
                "2025-07-18T10:00:02+08:00,117.1,36.65,WGS84,CMCC,5G,d1,s1,-90,"));

        shore.lake().view().attachDevices(shore.engine, "device");

        assertThat(shore.engine.list(
                        "SELECT operator, rat, sinr_rows, sinr_min_mdb, sinr_max_mdb FROM device",
                        row -> Stream.of(0, 1, 2, 3, 4).map(row::text).toList()))
                .containsExactly(List.of("CMCC", "5", "2", "-2500", "7000"));
    }

    @Test
    void aLakeWithoutSamplesHasItsTablesToo() {
        LakeView view = shore.lake().view();

        view.attachSamples(shore.engine, "kept", view.dates());
        view.attachRejects(shore.engine, "kept_reject", Language.ZH);
        view.attachDevices(shore.engine, "device");

        assertThat(view.dates()).isEmpty();
        assertThat(shore.engine.count("kept") + shore.engine.count("kept_reject") + shore.engine.count("device"))
                .isZero();
    }

    @Test
    void aLakeOfANewerProgramIsRefused() throws IOException {
        shore.lake();
        Path manifest = shore.place().resolve("lake.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 2"));

        assertThat(Shore.refusals(() -> Lake.open(shore.place()))).containsExactly("LAKE_NEWER");
        assertThat(Shore.refusals(() -> shore.add(shore.samples("in/a.csv", "18 d1 117.0"))))
                .containsExactly("LAKE_NEWER");
    }

    @Test
    void aDamagedManifestIsRefused() throws IOException {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        Path manifest = shore.place().resolve("lake.json");
        String text = Files.readString(manifest);

        Files.writeString(manifest, text.replace("\"rows\" : 1", "\"rows\" : 2"));
        assertThat(Shore.refusals(() -> Lake.open(shore.place()))).containsExactly("LAKE_MANIFEST_BROKEN");
        Files.writeString(manifest, text.substring(0, 100));
        assertThat(Shore.refusals(() -> Lake.open(shore.place()))).containsExactly("LAKE_MANIFEST_BROKEN");
    }

    @Test
    void aFolderThatIsNoLakeIsNotTakenForOne() {
        shore.file("lake/thesis.doc", "precious");

        assertThat(Shore.refusals(() -> Lake.open(shore.place()))).containsExactly("LAKE_ABSENT");
        assertThat(Shore.refusals(shore::lake)).containsExactly("LAKE_FOLDER_OCCUPIED");
    }

    @Test
    void aLakeInTheFolderItsFilesComeFromDoesNotReadItself() {
        shore.samples("a.csv", "18 d1 117.0");
        shore.add(shore.folder);
        shore.samples("b.csv", "18 d2 117.0");

        assertThat(shore.add(shore.folder).rows()).isEqualTo(1);
        assertThat(shore.follow(shore.folder, Duration.ZERO, false).look().added())
                .isEmpty();
        assertThat(shore.kept()).hasSize(2);
    }

    @Test
    void datesOfAnotherZoneAreRefused() {
        Path a = shore.samples("in/a.csv", "18 d1 117.0");
        Lake lake = shore.lake();

        assertThat(Shore.refusals(() ->
                        lake.add(List.of(a), Shore.options(shore.folder, ZoneId.of("Asia/Urumqi")), shore.engine)))
                .containsExactly("LAKE_ZONE");
    }
}
