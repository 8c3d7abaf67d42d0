package org.signalup.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Surroundings;
import org.signalup.intake.DeviceName;
import org.signalup.intake.Devices;
import org.signalup.intake.FindingCode;
import org.signalup.intake.Pseudonyms;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeBatch;
import org.signalup.lake.LakeView;
import org.signalup.lake.SourceBasis;
import org.signalup.store.Scope;

/** Files from being brought to being in the lake, over a real database and a real lake. */
class UploadsTest {
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,purpose";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    static Path folder;

    private static Quay quay;

    @BeforeAll
    static void open() {
        quay = new Quay(folder);
    }

    @AfterAll
    static void close() {
        quay.close();
    }

    /** Rows nobody brought before. */
    private static String row(String operator, String lonLat, String purpose) {
        int minute = NEXT.incrementAndGet();
        return "2025-07-18T%02d:%02d:00+08:00,%s,4G,%s,WGS84,-90,%s"
                .formatted(8 + minute / 60, minute % 60, operator, lonLat, purpose);
    }

    private static String good() {
        return row("CMCC", "116.4,39.9", "THIRD_PARTY");
    }

    private static List<LakeBatch> lake() {
        return Lake.openOrCreate(quay.data.lake(), quay.where.programme().zone())
                .view()
                .batches();
    }

    private static List<String> codes(Throwable refused) {
        return ((RefusedException) refused)
                .problems().stream().map(Problem::code).toList();
    }

    @Test
    void refusedRowsComeInTheOrderOfFileAndLine() {
        String nobody = row("NOBODY", "116.4,39.9", "");
        String nowhere = row("CMCC", "116.4,99", "");
        Upload upload = quay.bring(
                quay.assessor,
                Quay.file("o-b.csv", HEADER, nobody, good(), nowhere),
                Quay.file("o-a.csv", HEADER, good(), nowhere, good(), nobody, nowhere));
        List<Reading.Refused> refused = quay.reading(quay.assessor, upload).refused();
        assertThat(refused)
                .extracting(one -> one.file() + " " + one.row() + " " + one.code())
                .containsExactly(
                        "o-a.csv 3 LAT_RANGE",
                        "o-a.csv 5 OPERATOR_UNKNOWN",
                        "o-a.csv 6 LAT_RANGE",
                        "o-b.csv 2 OPERATOR_UNKNOWN",
                        "o-b.csv 4 LAT_RANGE");
        assertThat(quay.uploads.refused(upload, 10)).isEqualTo(refused);
    }

    @Test
    void whatIsBroughtIsReadFirstAndTakenWhenSomebodySaysSo() {
        int before = lake().size();
        Upload upload = quay.bring(quay.assessor, Quay.file("a.csv", HEADER, good(), row("NOBODY", "116.4,39.9", "")));
        assertThat(upload.state()).isEqualTo(UploadState.READ);
        assertThat(upload.readWith()).isEqualTo("canonical v1");
        Reading reading = quay.reading(quay.assessor, upload);
        assertThat(reading.report().files().get(0).rejectedByCode()).isEqualTo(Map.of("OPERATOR_UNKNOWN", 1L));
        assertThat(reading.refused())
                .containsExactly(new Reading.Refused("a.csv", 3, "operator", "NOBODY", "OPERATOR_UNKNOWN"));
        assertThat(quay.uploads.refused(upload, 10)).isEqualTo(reading.refused());
        assertThat(reading.points()).extracting(Reading.Point::lonE7).containsExactly(1_164_000_000);
        assertThat(lake()).hasSize(before);

        quay.uploads.commit(quay.assessor, upload);
        Upload taken = quay.settled(quay.assessor, upload.id());
        assertThat(taken.state()).isEqualTo(UploadState.COMMITTED);
        LakeBatch batch = lake().get(before);
        assertThat(taken.lakeBatch()).isEqualTo(batch.id());
        assertThat(batch.rows()).isEqualTo(1);
        assertThat(batch.basis()).hasValue(new SourceBasis(SourceBasis.Kind.CONTRACT, "PCJG", ""));
        assertThat(batch.files().get(0).file()).isEqualTo("a.csv");
        assertThat(batch.files().get(0).digest())
                .isEqualTo(upload.files().get(0).digest());
    }

    @Test
    void aCorrectionIsReadAgainAndTakenWithTheFileAsItWas() {
        Upload upload = quay.bring(quay.assessor, Quay.file("swapped.csv", HEADER, row("CMCC", "39.9,116.4", "")));
        assertThat(quay.reading(quay.assessor, upload).report().warnings())
                .extracting(Problem::code)
                .contains("LON_LAT_SWAPPED");
        assertThatThrownBy(() -> quay.uploads.commit(quay.assessor, upload))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("NOTHING_NEW"));

        quay.uploads.correct(
                quay.assessor,
                upload,
                "swapped.csv",
                FindingCode.LON_LAT_SWAPPED.correction().orElseThrow());
        Upload corrected = quay.settled(quay.assessor, upload.id());
        assertThat(quay.reading(quay.assessor, corrected).kept()).isEqualTo(1);
        assertThat(corrected.files()).isEqualTo(upload.files());
        quay.uploads.commit(quay.assessor, corrected);
        assertThat(quay.settled(quay.assessor, upload.id()).state()).isEqualTo(UploadState.COMMITTED);
        assertThat(record(upload.id()))
                .anyMatch(change -> change.contains("\"swapped\": true") && change.contains("PCJG"));
    }

    @Test
    void aDriveBesideTheLedgerIsNamedAndPutRightByOneCorrection() {
        quay.ledger = new Surroundings.Builder()
                .add(List.of(new GeoPoint(116.4, 39.9), new GeoPoint(116.42, 39.95)))
                .build();
        String[] lines = IntStream.range(-1, 60)
                .mapToObj(i -> i < 0 ? HEADER : row("CMCC", gcj02(116.4 + i * 0.02 / 60, 39.9 + i * 0.05 / 60), ""))
                .toArray(String[]::new);
        Upload upload = quay.bring(quay.assessor, Quay.file("beside.csv", lines));
        assertThat(quay.reading(quay.assessor, upload).report().warnings())
                .extracting(Problem::code)
                .contains("GCJ02_AS_WGS84");
        quay.uploads.correct(
                quay.assessor,
                upload,
                "beside.csv",
                FindingCode.GCJ02_AS_WGS84.correction().orElseThrow());
        Upload corrected = quay.settled(quay.assessor, upload.id());
        quay.ledger = Surroundings.NONE;
        Reading reading = quay.reading(quay.assessor, corrected);
        assertThat(reading.kept()).isEqualTo(60);
        assertThat(reading.report().warnings()).extracting(Problem::code).doesNotContain("GCJ02_AS_WGS84");
        assertThat(reading.points().get(0).lonE7()).isBetween(1_164_000_000 - 100, 1_164_200_000 + 100);
    }

    private static String gcj02(double lonDeg, double latDeg) {
        GeoPoint shown = Crs.gcj02Of(new GeoPoint(lonDeg, latDeg));
        return shown.lonDeg() + "," + shown.latDeg();
    }

    /** The record of changes of an upload. */
    private static List<String> record(long id) {
        return quay.store.read(
                Scope.PLATFORM,
                client -> client.sql(
                                "select account_name || ' ' || after::text from audit where subject = 'upload' and subject_key = :id order by seq")
                        .param("id", Long.toString(id))
                        .query(String.class)
                        .list());
    }

    @Test
    void anOperatorBringsTestsOfItsOwnNetworkAndNothingElse() {
        Upload upload = quay.bring(
                quay.operator,
                new UploadOrder("OWN_EQUIPMENT", "AUTHORITY", "", "WGS84", "", ""),
                Quay.file(
                        "own.csv",
                        HEADER,
                        row("CMCC", "116.4,39.9", ""),
                        row("CUCC", "116.4,39.9", ""),
                        row("CMCC", "116.4,39.9", "AUTHORITY")));
        assertThat(quay.reading(quay.operator, upload).report().files().get(0).rejectedByCode())
                .isEqualTo(Map.of("OPERATOR_NOT_YOURS", 1L, "PURPOSE_NOT_YOURS", 1L));
        assertThat(quay.uploads.find(quay.assessor.scope(), upload.id())).isEmpty();
        assertThatThrownBy(() -> quay.uploads.commit(quay.assessor, upload)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theSameContentIsToldAndTakenOnce() {
        Incoming same = Quay.file("x.csv", HEADER, good());
        Upload first = quay.bring(quay.assessor, same);
        Upload second = quay.bring(quay.assessor, new Incoming("y.csv", same.content()));
        assertThat(quay.uploads
                        .again(quay.assessor.scope(), second)
                        .get("y.csv")
                        .id())
                .isEqualTo(first.id());
        int before = lake().size();
        quay.uploads.commit(quay.assessor, first);
        String batch = quay.settled(quay.assessor, first.id()).lakeBatch();
        // Both were read before one of them was taken.
        quay.uploads.commit(quay.assessor, second);
        assertThat(quay.settled(quay.assessor, second.id()).lakeBatch()).isEqualTo(batch);
        assertThat(lake()).hasSize(before + 1);

        Upload third = quay.bring(quay.assessor, new Incoming("z.csv", same.content()));
        assertThat(quay.reading(quay.assessor, third).known()).containsExactly(new Reading.Known("z.csv", batch));
        assertThatThrownBy(() -> quay.uploads.commit(quay.assessor, third))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("NOTHING_NEW"));
    }

    @Test
    void aLargeOneDoesNotKeepSmallOnesWaitingAndBothSayHowFarTheyAre() throws Exception {
        String[] lines = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> i == 0 ? HEADER : good())
                .toArray(String[]::new);
        CountDownLatch held = quay.holdNext();
        Upload large = quay.uploads.bring(quay.assessor, Quay.SAID, List.of(Quay.file("large.csv", lines)));
        while (quay.worker.progress(large.id()).isEmpty()) {
            Thread.sleep(20);
        }
        Upload alsoLarge = quay.uploads.bring(quay.assessor, Quay.SAID, List.of(Quay.file("also.csv", lines)));
        Upload small = quay.bring(quay.assessor, Quay.file("small.csv", HEADER, good()));
        assertThat(small.state()).isEqualTo(UploadState.READ);
        assertThat(quay.uploads.find(quay.assessor.scope(), large.id()))
                .map(Upload::state)
                .contains(UploadState.READING);
        assertThat(quay.worker.progress(alsoLarge.id())).isEmpty();
        held.countDown();
        assertThat(quay.settled(quay.assessor, large.id()).state()).isEqualTo(UploadState.READ);
        assertThat(quay.settled(quay.assessor, alsoLarge.id()).state()).isEqualTo(UploadState.READ);
        assertThat(quay.worker.progress(large.id())).isEmpty();
    }

    @Test
    void theSameFileOfTwoAtOnceIsTakenOnce() throws Exception {
        Incoming same = Quay.file("at-once.csv", HEADER, good());
        int before = lake().size();
        Upload first = quay.uploads.bring(quay.assessor, Quay.SAID, List.of(same));
        Upload second = quay.uploads.bring(quay.assessor, Quay.SAID, List.of(same));
        // Both are read before one is taken: neither knows of the other.
        Upload readFirst = quay.settled(quay.assessor, first.id());
        Upload readSecond = quay.settled(quay.assessor, second.id());
        quay.uploads.commit(quay.assessor, readFirst);
        quay.uploads.commit(quay.assessor, readSecond);
        String batch = quay.settled(quay.assessor, first.id()).lakeBatch();
        assertThat(quay.settled(quay.assessor, second.id()).lakeBatch())
                .isEqualTo(batch)
                .isNotEmpty();
        assertThat(lake()).hasSize(before + 1);
    }

    @Test
    void whatAKilledProcessHadBegunIsDoneAgainAndNothingTwice() {
        Upload upload = quay.bring(quay.assessor, Quay.file("killed.csv", HEADER, good()));
        int before = lake().size();
        quay.uploads.commit(quay.assessor, upload);
        String batch = quay.settled(quay.assessor, upload.id()).lakeBatch();
        // As it would be had the process died between the lake's manifest and the database.
        quay.store.run(
                Scope.PLATFORM,
                client -> client.sql("update upload set state = 'COMMITTING', lake_batch = '' where upload_id = :id")
                        .param("id", upload.id())
                        .update());
        assertThat(quay.settled(quay.assessor, upload.id()).lakeBatch()).isEqualTo(batch);
        assertThat(lake()).hasSize(before + 1);
    }

    @Test
    void whatIsThrownAwayLeavesNothingUnlessOthersHoldTheSame() throws IOException {
        Incoming same = Quay.file("gone.csv", HEADER, good());
        Upload first = quay.bring(quay.assessor, same);
        Upload second = quay.bring(quay.assessor, same);
        String raw = "raw/" + first.files().get(0).digest().substring(0, 2) + "/"
                + first.files().get(0).digest();
        quay.uploads.discard(quay.assessor, first);
        assertThat(quay.lying()).contains(raw);
        quay.uploads.discard(quay.assessor, second);
        assertThat(quay.lying()).doesNotContain(raw);
        assertThatThrownBy(() -> quay.uploads.commit(quay.assessor, second)).isInstanceOf(RefusedException.class);
    }

    @Test
    void twoWhoDecideAtOnceDecideOnce() throws IOException {
        Upload upload = quay.bring(quay.assessor, Quay.file("both.csv", HEADER, good()));
        quay.uploads.commit(quay.assessor, upload);
        assertThatThrownBy(() -> quay.uploads.discard(quay.assessor, upload))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("CHANGED_MEANWHILE"));
        assertThat(quay.settled(quay.assessor, upload.id()).state()).isEqualTo(UploadState.COMMITTED);
    }

    @Test
    void aFileNobodyKnowsSaysSoAndCanBeReadOtherwise() {
        Upload upload = quay.bring(quay.assessor, Quay.file("strange.csv", "a,b,c", "1,2,3"));
        assertThat(upload.state()).isEqualTo(UploadState.REFUSED);
        assertThat(upload.problems()).extracting(Problem::code).containsExactly("FORMAT_UNKNOWN");
        assertThat(upload.problems()).extracting(Problem::file).containsExactly("strange.csv");
        quay.uploads.say(quay.assessor, upload, new UploadOrder("OPEN_DATA", "", "", "", "canonical", ""));
        assertThat(quay.settled(quay.assessor, upload.id()).problems())
                .extracting(Problem::code)
                .containsExactly("FORMAT_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd.csv, passwd.csv", "'C:\\data\\drive.csv', drive.csv", "/abs/路测 1.csv, 路测 1.csv"})
    void aPathInANameIsNoPath(String sent, String name) {
        Upload upload = quay.bring(quay.assessor, Quay.file(sent, HEADER, good()));
        assertThat(upload.files()).extracting(Upload.File::name).containsExactly(name);
        assertThat(upload.state()).isEqualTo(UploadState.READ);
    }

    static Stream<String> strangeNames() {
        return Stream.of("", "..", ".hidden.csv", "a\nb.csv", "a\u202Evsc.exe", "长".repeat(80) + ".csv", "x/");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("strangeNames")
    void aNameThatCannotBeKeptIsRefusedInWordsAndNothingStays(String name) {
        List<String> before = quay.lying();
        assertThatThrownBy(() -> quay.bring(quay.assessor, Quay.file(name, HEADER, good())))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("NAME_INVALID"));
        assertThat(quay.lying()).isEqualTo(before);
    }

    @Test
    void emptyTooLargeAndBrokenOffFilesLeaveNothing() {
        List<String> before = quay.lying();
        Incoming good = Quay.file("good.csv", HEADER, good());
        assertThatThrownBy(() -> quay.bring(quay.assessor, good, new Incoming("e.csv", InputStream::nullInputStream)))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("FILE_EMPTY"));
        assertThatThrownBy(() -> quay.bring(
                        quay.assessor, Quay.file("big.csv", "x".repeat((int) Quay.SETTINGS.fileBytes() + 1))))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("FILE_TOO_LARGE"));
        assertThatThrownBy(() -> quay.uploads.bring(quay.assessor, Quay.SAID, List.of(new Incoming("cut.csv", () -> {
                    throw new IOException("the line went dead");
                }))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> quay.bring(quay.assessor, good, good))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("NAME_TWICE"));
        Incoming[] many = IntStream.rangeClosed(0, Quay.SETTINGS.files())
                .mapToObj(i -> Quay.file(i + ".csv", "x"))
                .toArray(Incoming[]::new);
        assertThatThrownBy(() -> quay.bring(quay.assessor, many))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("TOO_MANY_FILES"));
        assertThatThrownBy(() -> quay.bring(quay.assessor, new UploadOrder("", "WHY", "", "", "", ""), good))
                .satisfies(refused -> assertThat(codes(refused)).containsExactly("UPLOAD_FIELD", "UPLOAD_FIELD"));
        assertThat(quay.lying()).isEqualTo(before);
    }

    @Test
    void aRegisteredDeviceIsItsInstrumentAndItsIdIsNowhere() throws IOException {
        String id = "350000000000017";
        Pseudonyms keys = Pseudonyms.current(folder.resolve("secret.keys"), LocalDate.parse("2025-07-18"), 90);
        quay.known = Devices.keyed(Optional.of(keys)).of(Map.of(id, "SCANNER-1"));
        try {
            Upload upload = quay.bring(
                    quay.assessor,
                    Quay.file(
                            "drive-" + id + ".csv",
                            HEADER + ",device_id,instrument_id",
                            good() + "," + id + ",",
                            good() + "," + id + ",SCANNER-2",
                            good() + ",350000000000025,",
                            row("NOBODY", "116.4,39.9", "") + "," + id + ","));
            assertThat(quay.reading(quay.assessor, upload)
                            .report()
                            .files()
                            .get(0)
                            .defaulted())
                    .containsEntry("instrument_id", 1L);
            quay.uploads.commit(quay.assessor, upload);
            String batch = quay.settled(quay.assessor, upload.id()).lakeBatch();
            assertThat(instruments(batch))
                    .containsExactly(
                            DeviceName.all(id, Optional.of(keys)).get(1).kept() + " SCANNER-1",
                            DeviceName.all(id, Optional.of(keys)).get(1).kept() + " SCANNER-2",
                            DeviceName.all("350000000000025", Optional.of(keys))
                                            .get(1)
                                            .kept() + " ~");
            assertThat(holding(quay.data.lake(), id)).isEmpty();
            assertThat(holding(quay.data.uploads().resolve("readings"), id)).isEmpty();
            assertThat(tablesHolding(id)).isEmpty();
        } finally {
            quay.known = Devices.PLAIN;
        }
    }

    @Test
    void aTableUnderKeysIsMappedByHandCorrectedAndTakenWithoutTheIdsInIt() throws IOException {
        String id = "350000000000033";
        Pseudonyms keys = Pseudonyms.current(folder.resolve("mapped.keys"), LocalDate.parse("2025-07-18"), 90);
        quay.known = Devices.keyed(Optional.of(keys));
        try {
            Upload upload = quay.bring(
                    quay.assessor,
                    Quay.file(
                            "陌生.csv",
                            "记录时刻,网,X,Y,场强,机号,IMEI号",
                            "2026/02/03 10:00:00,移动,31.20,121.40,-88," + id + "," + id));
            assertThat(upload.problems()).extracting(Problem::code).containsExactly("FORMAT_UNKNOWN");
            new Mappings(quay.store, quay.where, Quay.SETTINGS).save(quay.assessor, """
                    id: pcjg-by-hand
                    version: 1
                    name: {zh: 手工对应, en: by hand}
                    detect: {required: [记录时刻, 网, 机号]}
                    crs: WGS84
                    time: {format: auto, zone: Asia/Shanghai}
                    columns:
                      - {to: observed_at, from: [记录时刻]}
                      - {to: operator, from: [网]}
                      - {to: lon, from: [X]}
                      - {to: lat, from: [Y]}
                      - {to: rsrp_dbm, from: [场强]}
                      - {to: device_id, from: [机号]}
                    constants: {rat: 4G}
                    """);
            quay.uploads.say(quay.assessor, upload, upload.said());
            Upload mapped = quay.settled(quay.assessor, upload.id());
            assertThat(mapped.readWith()).isEqualTo("pcjg-by-hand v1");
            assertThat(quay.reading(quay.assessor, mapped).kept()).isZero();
            quay.uploads.correct(
                    quay.assessor,
                    mapped,
                    "陌生.csv",
                    FindingCode.LON_LAT_SWAPPED.correction().orElseThrow());
            Upload corrected = quay.settled(quay.assessor, upload.id());
            assertThat(quay.reading(quay.assessor, corrected).kept()).isEqualTo(1);
            quay.uploads.commit(quay.assessor, corrected);
            assertThat(instruments(quay.settled(quay.assessor, upload.id()).lakeBatch()))
                    .containsExactly(
                            DeviceName.all(id, Optional.of(keys)).get(1).kept() + " ~");
            assertThat(holding(quay.data.lake(), id)).isEmpty();
            assertThat(holding(quay.data.uploads().resolve("readings"), id)).isEmpty();
            assertThat(tablesHolding(id)).isEmpty();
        } finally {
            quay.known = Devices.PLAIN;
        }
    }

    private static List<String> instruments(String batch) {
        try (Engine engine = quay.where.engines().get()) {
            LakeView view = Lake.open(quay.data.lake()).view();
            int file = view.batches().stream()
                    .filter(one -> one.id().equals(batch))
                    .findFirst()
                    .orElseThrow()
                    .files()
                    .get(0)
                    .fileNo();
            view.attachSamples(engine, "sample", view.dates());
            return engine.list(
                    "SELECT device_id, instrument_id FROM sample WHERE file_no = " + file + " ORDER BY row_no",
                    row -> row.text(0) + " " + (row.isNull(1) ? "~" : row.text(1)));
        }
    }

    private static List<Path> holding(Path below, String id) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(id) || contains(file, id))
                    .toList();
        }
    }

    private static boolean contains(Path file, String id) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tablesHolding(String id) {
        return quay.store.read(
                Scope.PLATFORM,
                client ->
                        client
                                .sql("select tablename from pg_tables where schemaname = 'public'")
                                .query(String.class)
                                .list()
                                .stream()
                                .filter(table ->
                                        client.sql("select count(*) from \"" + table + "\" t where t::text like :id")
                                                        .param("id", "%" + id + "%")
                                                        .query(Long.class)
                                                        .single()
                                                > 0)
                                .toList());
    }
}
