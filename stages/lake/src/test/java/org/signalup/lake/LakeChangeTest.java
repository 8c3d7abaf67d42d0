package org.signalup.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Devices;
import org.signalup.intake.Pseudonyms;
import org.signalup.lake.internal.LakeFolder;
import org.signalup.lake.internal.LakeWriter;
import org.signalup.lake.internal.Log;
import org.signalup.lake.internal.LogEntry;

/** Taking batches out, joining parts, erasing devices. */
class LakeChangeTest {
    private static final LocalDate D17 = LocalDate.parse("2025-07-17");
    private static final LocalDate D18 = LocalDate.parse("2025-07-18");
    private static final LocalDate D19 = LocalDate.parse("2025-07-19");
    private static final Instant NOON = Instant.parse("2025-08-01T04:00:00Z");

    private Shore shore;

    @BeforeEach
    void open(@TempDir Path folder) {
        shore = new Shore(folder);
    }

    @AfterEach
    void close() {
        shore.close();
    }

    private LakeWriter at(Instant time) {
        return new LakeWriter(
                new LakeFolder(shore.place()), Duration.ZERO, Clock.fixed(time, ZoneOffset.UTC), Optional.empty());
    }

    private Path tally(LocalDate date) throws IOException {
        Path tally = shore.lake().view().tallies().resolve("k1").resolve(date.toString());
        Files.createDirectories(tally);
        return Files.writeString(tally.resolve("sums.parquet"), "sums");
    }

    @Test
    void aBatchTakenOutLeavesTheLakeAsIfItHadNeverBeenThere() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0", "19 d1 117.0"));
        List<String> before = shore.kept();
        LakeView view = shore.lake().view();
        shore.add(shore.samples("in/b.csv", "17 d2 117.0", "18 d2 117.0"));

        Lake.Changed changed = shore.lake().withdraw("b000002", shore.engine);

        assertThat(changed.dates()).containsExactly(D17, D18);
        assertThat(changed.rows()).isEqualTo(2);
        assertThat(shore.kept()).isEqualTo(before);
        assertThat(shore.lake().view().days()).isEqualTo(view.days());
        assertThat(shore.lake().view().report()).isEqualTo(view.report());
        assertThat(shore.files().stream().filter(file -> file.endsWith(".parquet")))
                .hasSize(4);
    }

    @Test
    void aBatchSaysOnWhatGroundItIsHereAndGoesOnSayingSoWhenADeviceIsErased() {
        SourceBasis basis = new SourceBasis(SourceBasis.Kind.CONSENT, "互联网企业甲", "同意书 2025-03");
        shore.lake()
                .stating(basis)
                .add(List.of(shore.samples("in/a.csv", "18 d1 117.0", "19 d2 117.0")), shore.options(), shore.engine);
        shore.add(shore.samples("in/b.csv", "17 d1 117.0"));

        shore.lake().forget("d1", shore.engine);

        assertThat(shore.lake().view().batches())
                .extracting(LakeBatch::basis)
                .containsExactly(Optional.of(basis), Optional.empty());
    }

    @Test
    void whatIsOlderThanADayGoesAndLeavesTheLakeAsIfOnlyTheRestHadCome() throws IOException {
        shore.add(shore.samples("in/old.csv", "16 d1 117.0"));
        shore.add(shore.samples("in/both.csv", "17 d1 117.0", "18 d2 117.0"));
        Path tally = tally(D17);

        Lake.Changed changed = shore.lake().purge(D18, shore.engine);

        assertThat(changed.dates()).containsExactly(LocalDate.parse("2025-07-16"), D17);
        assertThat(changed.rows()).isEqualTo(2);
        LakeView view = shore.lake().view();
        assertThat(view.dates()).containsExactly(D18);
        assertThat(view.batches()).extracting(LakeBatch::id).containsExactly("b000002");
        assertThat(view.report().read()).isEqualTo(1);
        assertThat(tally).doesNotExist();
        assertThat(shore.lake().verify().findings()).isEmpty();
        view.attachDevices(shore.engine, "device_left");
        assertThat(shore.engine.number("SELECT COUNT(DISTINCT device_key) FROM device_left"))
                .isEqualTo(1);
        assertThat(view.passedOver()).extracting(LakeView.PassedOver::withdrawn).containsExactly(true);
        assertThat(shore.lake().purge(D18, shore.engine).rows()).isZero();
    }

    @Test
    void aDeviceIsErasedWhateverKeyItsIdWasHashedWith(@TempDir Path secret) {
        Path file = secret.resolve("keys");
        for (String day : List.of("2025-01-01", "2025-04-15")) {
            Pseudonyms keys = Pseudonyms.current(file, LocalDate.parse(day), 90);
            Path samples = shore.samples(
                    "in/" + day + ".csv", "18 d1 117." + keys.keyId().charAt(1), "19 d2 117.0");
            shore.lake().add(List.of(samples), shore.options().knowing(Devices.keyed(Optional.of(keys))), shore.engine);
        }
        shore.add(shore.samples("in/plain.csv", "17 d1 117.0"));
        assertThat(shore.kept()).noneMatch(row -> row.startsWith("2025") && row.contains(" d1 "));

        Lake.Changed changed = shore.lake().forget("d1", Optional.of(Pseudonyms.read(file)), shore.engine);

        assertThat(changed.rows()).isEqualTo(3);
        assertThat(shore.kept()).hasSize(2);
    }

    @Test
    void onlyTalliesOfDatesThatLostRowsAreDeleted() throws IOException {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0", "19 d1 117.0"));
        shore.add(shore.samples("in/b.csv", "18 d2 117.0"));
        Path touched = tally(D18);
        Path untouched = tally(D19);

        shore.lake().compact(Optional.empty(), shore.engine);
        assertThat(touched).exists();
        shore.lake().withdraw("b000002", shore.engine);

        assertThat(touched.getParent()).doesNotExist();
        assertThat(untouched).exists();
    }

    @Test
    void aFileTakenOutMayBeAddedAgain() {
        Path a = shore.samples("in/a.csv", "18 d1 117.0");
        shore.add(a);
        List<String> before = shore.kept();
        shore.lake().withdraw("b000001", shore.engine);

        assertThat(shore.add(a).batch()).isEqualTo("b000002");
        assertThat(shore.kept()).isEqualTo(before);
    }

    @Test
    void aBatchThatIsNotThereIsRefused() {
        Lake lake = shore.lake();
        assertThat(Shore.refusals(() -> lake.withdraw("b000007", shore.engine))).containsExactly("BATCH_UNKNOWN");
    }

    @Test
    void joiningPartsChangesNothingThatIsReadAndBatchesCanStillBeTakenOut() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0", "19 d1 117.0"));
        shore.add(shore.samples("in/b.csv", "18 d2 117.0", "18 d2 117.1"));
        shore.add(shore.samples("in/c.csv", "18 d3 117.05"));
        List<String> before = shore.kept();
        LakeView view = shore.lake().view();

        Lake.Changed changed = shore.lake().compact(Optional.empty(), shore.engine);

        LakeView joined = shore.lake().view();
        assertThat(changed.dates()).containsExactly(D18);
        assertThat(joined.day(D18).parts()).hasSize(1);
        assertThat(joined.day(D18).digest()).isEqualTo(view.day(D18).digest());
        assertThat(joined.day(D18).batches()).isEqualTo(view.day(D18).batches());
        assertThat(shore.kept()).isEqualTo(before);
        shore.lake().withdraw("b000002", shore.engine);
        assertThat(shore.kept())
                .isEqualTo(before.stream()
                        .filter(line -> !line.startsWith("b.csv"))
                        .toList());
        assertThat(shore.lake().view().batches().stream().map(LakeBatch::rows)).containsExactly(2L, 1L);
    }

    @Test
    void whoReadsWhilePartsAreJoinedMayFinish() {
        shore.lake();
        LakeWriter noon = at(NOON);
        noon.add(List.of(shore.samples("in/a.csv", "18 d1 117.0")), file -> true, shore.options(), shore.engine);
        noon.add(List.of(shore.samples("in/b.csv", "18 d2 117.0")), file -> true, shore.options(), shore.engine);
        LakeView reader = shore.lake().view();

        noon.compact(Optional.of(D18), shore.engine);
        at(NOON.plusSeconds(3600))
                .add(List.of(shore.samples("in/c.csv", "19 d1 117.0")), file -> true, shore.options(), shore.engine);
        reader.attachSamples(shore.engine, "read", reader.dates());
        assertThat(shore.engine.count("read")).isEqualTo(2);
        assertThat(shore.lake().verify().findings()).isEmpty();

        at(NOON.plusSeconds(86_400)).withdraw("b000003", shore.engine);
        assertThat(reader.day(D18).parts()).allSatisfy(part -> assertThat(part).doesNotExist());
        assertThat(shore.lake().view().day(D18).parts())
                .allSatisfy(part -> assertThat(part).exists());
    }

    @Test
    void aDeviceIsErasedWithoutATrace() throws IOException {
        String imei = "867530912345678";
        Path a = shore.file(
                "in/a.csv",
                Shore.HEADER,
                "2025-07-18T10:00:00+08:00,117.1,36.65,WGS84,CMCC,5G," + imei + ",s1,-90.5,12.0",
                "2025-07-18T10:00:01+08:00,117.1,36.65,WGS84,CMCC,5G,other,s1,-90.5,13.0",
                "2025-07-18T10:00:01+08:00,117.1,36.65,WGS84,CMCC,5G,,s1,-90.5,14.0");
        shore.add(a);
        shore.add(shore.samples("in/b.csv", "17 " + imei + " 117.0"));
        shore.add(shore.samples("in/c.csv", "18 other 117.3", "19 other 117.0"));
        shore.lake().compact(Optional.empty(), shore.engine);
        LakeView before = shore.lake().view();
        Path touched = tally(D18);

        Lake.Changed changed = shore.lake().forget(imei, shore.engine);

        LakeView after = shore.lake().view();
        assertThat(changed.dates()).containsExactly(D17, D18);
        assertThat(changed.rows()).isEqualTo(2);
        assertThat(shore.kept()).hasSize(4).noneMatch(line -> line.contains(" p"));
        assertThat(after.dates()).containsExactly(D18, D19);
        assertThat(after.day(D18).digest()).isNotEqualTo(before.day(D18).digest());
        assertThat(after.day(D19)).isEqualTo(before.day(D19));
        assertThat(after.report().files().get(0).kept()).isEqualTo(2);
        assertThat(after.report().files().get(0).read()).isEqualTo(2);
        after.attachDevices(shore.engine, "device");
        assertThat(shore.engine.number("SELECT COUNT(*) FROM device WHERE device_key = "
                        + DeviceName.of(imei).key()))
                .isZero();
        assertThat(touched).doesNotExist();
        assertThat(before.day(D18).parts()).allSatisfy(part -> assertThat(part).doesNotExist());
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(shore.add(a).batch()).isEmpty();
    }

    @Test
    void aDeviceCanBeNamedByItsPseudonymToo() {
        shore.add(shore.samples("in/a.csv", "18 13812345678 117.0", "18 d1 117.0"));
        LakeView view = shore.lake().view();
        view.attachSamples(shore.engine, "kept", view.dates());
        String shown = shore.engine
                .list("SELECT device_id FROM kept WHERE device_id <> 'd1'", row -> row.text(0))
                .get(0);

        shore.lake().forget(shown, shore.engine);

        LakeView after = shore.lake().view();
        after.attachDevices(shore.engine, "device");
        assertThat(shore.kept()).hasSize(1);
        assertThat(shore.engine.count("device")).isEqualTo(1);
    }

    @Test
    void theNameOfAnErasedDeviceIsBlottedOutInRejects() {
        shore.add(shore.file(
                "in/a.csv", Shore.HEADER, "2025-07-18T10:00:00+08:00,117.1,36.65,WGS84,CMCC,5G,=d9,s1,-90.5,12.0"));
        shore.lake().forget("=d9", shore.engine);

        LakeView view = shore.lake().view();
        view.attachRejects(shore.engine, "reject", Language.EN);

        assertThat(shore.engine.list("SELECT value FROM reject", row -> row.text(0)))
                .hasSize(1)
                .noneMatch(value -> value.contains("d9"));
        assertThat(view.report().rejected()).isEqualTo(1);
    }

    @Test
    void nobodyIsForgottenByAnEmptyName() {
        shore.add(shore.samples("in/a.csv", "18 d1 117.0"));
        Lake lake = shore.lake();

        assertThatThrownBy(() -> lake.forget(" ", shore.engine)).isInstanceOf(IllegalArgumentException.class);
        assertThat(shore.kept()).hasSize(1);
    }

    @Test
    void theLogTellsWhatWasDoneAndNotWhoWasForgotten() throws IOException {
        shore.lake();
        LakeWriter noon = at(NOON);
        noon.add(List.of(shore.samples("in/a.csv", "18 d1 117.0")), file -> true, shore.options(), shore.engine);
        noon.forget(List.of(DeviceName.of("d1")), "d1", shore.engine);

        List<LogEntry> log = Log.read(new LakeFolder(shore.place()));
        assertThat(log.stream().map(LogEntry::verb)).containsExactly("create", "add", "forget");
        assertThat(log.get(1).what()).isEqualTo(Map.of("batch", "b000001"));
        assertThat(log.get(2).at()).isEqualTo(NOON);
        assertThat(log.get(2).counts()).containsEntry("rows", 1L).containsEntry("dates", 1L);
        String text = Files.readString(shore.place().resolve("log.jsonl"), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("d1\"");
    }
}
