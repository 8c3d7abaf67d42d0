package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signalup.intake.IntakeReport.FileReport;

/** Small files of known clients, composed from the columns they write. */
class ClientTablesTest {
    private static final Path CLIENTS = Path.of("src/test/resources/clients");
    private static final String LEVELS =
            "SELECT operator, rat, rsrp_mdbm, sinr_mdb, rsrq_mdb, cell_id, pci FROM sample_read ORDER BY observed_ms";
    private static final String ALL =
            "SELECT row_no, observed_ms, lon_e7, lat_e7, accuracy_mm, point_id, operator, serving_plmn,"
                    + " rat, rat_detail, source, rsrp_mdbm, sinr_mdb, rsrq_mdb, service, outcome, dl_kbps, ul_kbps, traffic_dl_kbps,"
                    + " latency_us, setup_us, mos_milli, arfcn, pci, cell_id, band, speed_mmps, device_id FROM sample_read"
                    + " ORDER BY row_no";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(CLIENTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** The name of a file is the profile that must be found, maybe with more behind it. */
    @ParameterizedTest
    @MethodSource("files")
    void everyClientIsRecognisedAndNoOther(String name) {
        String told = told(CLIENTS.resolve(name));
        assertThat(told).isNotEmpty();
        assertThat(name).startsWith(told);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyClientIsReadInEveryEncodingAndBelowATitle(String name) throws IOException {
        Path file = CLIENTS.resolve(name);
        String text = Files.readString(file);
        List<String> rows = rows(file, 0);
        assertThat(rows(encoded(name, "\uFEFF" + text, StandardCharsets.UTF_8), 0))
                .isEqualTo(rows);
        assertThat(rows(encoded(name, "\uFEFF" + text, StandardCharsets.UTF_16LE), 0))
                .isEqualTo(rows);
        assertThat(rows(encoded(name, "\uFEFF" + text, StandardCharsets.UTF_16BE), 0))
                .isEqualTo(rows);
        assertThat(rows(encoded(name, text, Charset.forName("GB18030")), 0)).isEqualTo(rows);
        if (!rows.isEmpty()) {
            String title = "某市测试结果\n2025 年 7 月\n";
            assertThat(rows(encoded(name, title + text, StandardCharsets.UTF_8), 2))
                    .isEqualTo(rows);
            assertThat(rows(encoded(name, title + text, Charset.forName("GB18030")), 2))
                    .isEqualTo(rows);
            if (name.endsWith(".csv")) {
                assertThat(rows(xlsx(name, title + text), 2)).isEqualTo(rows);
            }
        }
    }

    @Test
    void openDataTestsAreThoseOfPhonesThatThePublisherStandsBy() {
        IntakeReport report = desk.read(CLIENTS.resolve("rtr-opendata.csv"));

        assertThat(
                        desk.rows(
                                "SELECT observed_ms, lon_e7, lat_e7, accuracy_mm, operator, serving_plmn, rat, rat_detail, source,"
                                        + " dl_kbps, ul_kbps, latency_us, rsrp_mdbm, session_id FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1777799662000 163738000 482082000 8400 CMCC 46001 5 NSA 5 231044 48120 17300 ~ O8a1",
                        "1777799722000 163738000 482082000 100000 CMCC 46000 4 LTE CA 5 31044 8120 27300 -98000 O8a2");
        assertThat(desk.rows("SELECT DISTINCT device_id FROM sample_read").get(0))
                .matches("p[0-9a-f]{16}");
        assertThat(report.warnings())
                .extracting(problem -> problem.message().en())
                .containsExactly("4 rows left out by the profile's filter (cat_technology 2, implausible 1, pinned 1)");
    }

    @Test
    void olderColumnSetsOfOpenDataAreReadByName() {
        desk.read(CLIENTS.resolve("rtr-opendata-2015.csv"));
        assertThat(desk.rows("SELECT observed_ms, lon_e7, operator, rat, dl_kbps, rsrp_mdbm FROM sample_read"))
                .containsExactly("1430440440000 177581912 CMCC 4 22180 -101000");
    }

    @Test
    void onlyTheServingCellOfAFixIsASample() {
        desk.read(CLIENTS.resolve("tower-collector.csv"));
        assertThat(desk.rows(LEVELS))
                .containsExactly(
                        "CMCC 4 -95000 12000 -11000 124546051 325", "CUCC 5 -80000 17000 -10000 9000000001 501");
        desk.read(CLIENTS.resolve("network-survey-lte.csv"));
        assertThat(desk.rows(LEVELS)).containsExactly("CMCC 4 -112000 -1000 -9000 12345678 36");
    }

    @Test
    void uploadsToOpenCellIdHaveNoLevelAndSaySo() {
        IntakeReport report = desk.read(CLIENTS.resolve("opencellid-upload.csv"));
        assertThat(desk.rows(LEVELS)).containsExactly("CMCC 4 ~ ~ ~ 124546051 325");
        assertThat(report.warnings())
                .extracting(problem -> problem.code())
                .containsExactly("PROFILE_NOTE", "ROWS_FILTERED");
        assertThat(report.warnings().get(0).message().zh()).contains("signal 列有的手机写 ASU");
    }

    @Test
    void serialAndMissionBecomePseudonymsSoThatThePhoneStaysOne() {
        IntakeReport report = desk.read(
                CLIENTS.resolve("network-survey-nr.csv"),
                CLIENTS.resolve("network-survey-umts.csv"),
                CLIENTS.resolve("network-survey-gsm.csv"));

        assertThat(desk.rows("SELECT rat, operator, observed_ms, device_id, thinnable FROM sample_read ORDER BY rat"))
                .containsExactly(
                        "2 CMCC 1760075908000 " + device() + " true",
                        "3 CUCC 1760075908000 " + device() + " true",
                        "5 CMCC 1760075908603 " + device() + " true");
        assertThat(report.files().get(0).removed())
                .containsExactlyInAnyOrder(
                        new RemovedColumn("device_id", PersonalKind.SERIAL, 1, true),
                        new RemovedColumn("session_id", PersonalKind.MISSION, 1, true));
        assertThat(desk.rows("SELECT session_id FROM sample_read").toString()).doesNotContain("1234abc");
    }

    private String device() {
        return desk.rows("SELECT MIN(device_id) FROM sample_read").get(0);
    }

    @Test
    void ratesAreReadInTheUnitTheirOwnColumnNames() {
        desk.read(CLIENTS.resolve("specure-tracker.csv"));
        assertThat(
                        desk.rows(
                                "SELECT operator, rat, rat_detail, dl_kbps, ul_kbps, rsrp_mdbm FROM sample_read ORDER BY row_no"))
                .containsExactly("CMCC 5 SA 231500 48120 ~", "CMCC 4 LTE 12500 2500 ~");
    }

    @Test
    void kbitOfOneVendorAndMbitOfAnotherAndEciOfAThirdMeanTheSame() {
        desk.read(
                CLIENTS.resolve("dingli-drive.csv"),
                CLIENTS.resolve("zte-drive.csv"),
                CLIENTS.resolve("huawei-drive.csv"));
        assertThat(desk.rows(
                        "SELECT operator, rat, rsrp_mdbm, sinr_mdb, cell_id, traffic_dl_kbps, traffic_ul_kbps FROM sample_read"
                                + " ORDER BY file_no, row_no"))
                .containsExactly(
                        "CMCC 4 -85500 12100 501-12 51200 2048",
                        "CMCC 5 -80500 15500 9000000001 51200 2048",
                        "CUCC 4 -87000 10000 501-12 51500 2500",
                        "CUCC 5 -82000 13000 501-12 51500 2500",
                        "CTCC 4 -86000 11000 501-12 51500 2500",
                        "CTCC 5 -81000 14000 501-12 51500 2500");
    }

    @Test
    void rowsOfTemsWithoutALevelAreLeftOut() {
        Path file = folder.resolve("demo_CMCC.txt");
        copy(CLIENTS.resolve("tems-export.txt"), file);
        IntakeReport report = desk.read(file);
        assertThat(desk.rows(LEVELS)).containsExactly("CMCC 4 -95500 12500 -9000 501 ~", "CMCC 5 -80000 15000 ~ ~ ~");
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.rejected()).isZero();
    }

    @Test
    void aRouterInAVehicleNamesItselfByItsSimAndWritesNoughtForNoTest() {
        Path file = folder.resolve("Mobile Site Survey v2.3.2 - ICCID 89860012345678901234.csv");
        copy(CLIENTS.resolve("cradlepoint-survey.csv"), file);
        desk.read(file);
        assertThat(
                        desk.rows(
                                "SELECT rat, rsrp_mdbm, sinr_mdb, dl_kbps, latency_us, service, cell_id FROM sample_read ORDER BY row_no"))
                .containsExactly("4 -95000 12500 93510 22000 1 501", "5 -81000 15000 ~ ~ ~ 9000000001");
        assertThat(desk.rows("SELECT DISTINCT device_id FROM sample_read").get(0))
                .startsWith("Mobile Site Survey v2.3.2 - ICCID p")
                .doesNotContain("8986");
    }

    @Test
    void oneLineOfTheCallDetailsIsARowForEveryGroupWithAValue() {
        IntakeReport report = desk.read(CLIENTS.resolve("call-details.csv"));
        assertThat(
                        desk.rows(
                                "SELECT row_no, observed_ms / 1000, service, outcome, rat, setup_us, first_frame_us, stall_us,"
                                        + " mos_milli, dl_kbps, ul_kbps, traffic_dl_kbps, latency_us FROM sample_read ORDER BY observed_ms, row_no"))
                .containsExactly(
                        "4 1.7527968E9 6 1 5 2500000 ~ ~ 4100 ~ ~ ~ ~",
                        "5 1.75279686E9 6 3 5 2600000 ~ ~ ~ ~ ~ ~ ~",
                        "6 1.75279692E9 2 ~ 5 ~ 850000 1200000 3900 ~ ~ ~ ~",
                        "1000000006 1.75279698E9 1 1 5 ~ ~ ~ ~ 300250 50500 ~ ~",
                        "7 1.7527971E9 1 2 4 ~ ~ ~ ~ 0 0 ~ ~",
                        "8 1.75279716E9 9 ~ 4 ~ ~ ~ ~ ~ ~ ~ 320000",
                        "1000000008 1.75279719E9 ~ ~ 4 ~ ~ ~ ~ ~ ~ 88500 ~");
        assertThat(report.read()).isEqualTo(7);
        assertThat(report.rejected()).isZero();
        assertThat(report.files().get(0).removed())
                .containsExactly(new RemovedColumn("基本信息/手机号", PersonalKind.MSISDN, 6, false));
        assertThat(report.warnings()).extracting(p -> p.code()).contains("ROWS_FILTERED");
    }

    @Test
    void probesWithoutPlaceAreExtendedByWhoKnowsWhereTheyStand() {
        Path own = desk.file(
                "own.yml",
                "id: town-probe",
                "version: 3",
                "name: {zh: 政务大厅探针, en: probe of the town hall}",
                "extends: speedtest-tracker",
                "time: {format: auto, zone: UTC}",
                "constants: {point_id: P1, operator: CMCC, rat: 5G}");
        desk.profile = Optional.of(own.toString());
        IntakeReport report = desk.read(CLIENTS.resolve("speedtest-tracker.csv"));
        assertThat(desk.rows(
                        "SELECT point_id, operator, rat, source, service, outcome, dl_kbps, ul_kbps, latency_us, observed_ms"
                                + " FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "P1 CMCC 5 4 1 1 100000 20000 12500 1752825600000", "P1 CMCC 5 4 1 2 0 0 ~ 1752829200000");
        FileReport file = report.files().get(0);
        assertThat(file.removed()).containsExactly(new RemovedColumn("data", PersonalKind.OTHER, 1, false));
        assertThat(file.recognition().profile() + " " + file.recognition().version())
                .isEqualTo("town-probe 3");
        assertThat(file.recognition().confidence()).isEqualTo(Confidence.ASKED);
    }

    @Test
    void whatIsRefusedShowsNothingOfPhonesAddressesTokensOrRecordsWithinCells() {
        String header = "observed_at,operator,rat,point_id,rsrp_dbm";
        desk.read(desk.file(
                "c.csv",
                header,
                "2025-07-18T08:00:00Z,CMCC,4G,P1,\"{\"\"ip\"\":\"\"81.16.157.9\"\"}\"",
                "2025-07-18T08:00:01Z,CMCC,4G,P1,2001:db8:0:1::9",
                "2025-07-18T08:00:02Z,CMCC,4G,P1,00:11:22:33:44:55",
                "2025-07-18T08:00:03Z,CMCC,4G,P1,eyJhbGciOi.eyJzdWIi.c2ln",
                "2025-07-18T08:00:04Z,CMCC,4G,P1,7638e543-9b7e-4d5d-ab7b-0913878bad03",
                "2025-07-18T08:00:05Z,CMCC,4G,P1,{a,b}",
                "2025-07-18T08:00:06Z,CMCC,4G,P1,08:00:06"));
        assertThat(desk.rows("SELECT value FROM sample_reject ORDER BY row_no"))
                .containsExactly("{…}", "***", "***", "***", "7638e543***", "", "08:00:06");
    }

    @Test
    void aFileAloneWithoutSamplesIsRefusedWithTheReason() {
        assertThat(desk.refusals(CLIENTS.resolve("netmonster-ntm.txt")))
                .singleElement()
                .asString()
                .endsWith(": NetMonster cells (NTM), an inventory of cells, not measurements [NO_SAMPLE_FILE]");
    }

    @Test
    void tilesAreKnownAsParquetToo() {
        Path file = folder.resolve("tiles.parquet");
        desk.engine.export(
                "SELECT '1321001211000101' AS quadkey, 231044 AS avg_d_kbps, 48120 AS avg_u_kbps, 17 AS avg_lat_ms,"
                        + " 42 AS tests, 19 AS devices",
                file);
        assertThat(told(file)).isEqualTo("ookla-tiles");
    }

    @Test
    void theReportSaysHowSurelyAFormatWasTold() {
        Recognition log =
                desk.read(CLIENTS.resolve("gnettrack-log.txt")).files().get(0).recognition();
        assertThat(log.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(log.reason().zh()).isEqualTo("确定：必需的 8 个表头都在，21 个表头认识 13 个");
        Recognition canonical = desk.read(desk.file(
                        "c.csv",
                        "observed_at,operator,rat,point_id,colour",
                        "2025-07-18T08:00:00+08:00,CMCC,2G,P1,red"))
                .files()
                .get(0)
                .recognition();
        assertThat(canonical.reason().en()).isEqualTo("fairly sure: all of 3 required headings, 4 of 5 headings known");
    }

    private String told(Path file) {
        IntakeReport report = desk.read(named(file), aside());
        return report.files().stream()
                .map(FileReport::format)
                .filter(format -> !format.equals("canonical"))
                .findFirst()
                .orElseGet(() -> report.warnings().stream()
                        .filter(one -> one.code().equals("FILE_WITHOUT_SAMPLES"))
                        .map(one -> one.message().en().replaceAll(":.*", ""))
                        .findFirst()
                        .orElse(""));
    }

    /** What is read of a file, its rows counted from the line where its own text begins. */
    private List<String> rows(Path file, int titles) {
        desk.read(named(file), aside());
        List<String> rows = new ArrayList<>();
        for (String row : desk.rows(ALL)) {
            int end = row.indexOf(' ');
            String rest = row.substring(end).replaceAll("CMCC_[^ ]*", "");
            rows.add(Long.parseLong(row.substring(0, end)) - titles + rest);
        }
        return rows;
    }

    /** The same file, named by an operator. */
    private Path named(Path file) {
        Path named = folder.resolve("named/CMCC_" + file.getFileName());
        copy(file, named);
        return named;
    }

    /** A file without a good row, so that one without samples is not alone. */
    private Path aside() {
        return desk.file("x.csv", "observed_at,operator,rat,point_id", "1999-07-18T08:00:00Z,CMCC,2G,P1");
    }

    private Path encoded(String name, String text, Charset charset) {
        return desk.bytes("encoded/" + name, text.getBytes(charset));
    }

    private Path xlsx(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            String[] lines = text.split("\r?\n");
            for (int row = 0; row < lines.length; row++) {
                List<String> cells = cells(lines[row]);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
            }
        }
        return desk.bytes("encoded/" + name.replace(".csv", ".xlsx"), bytes.toByteArray());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(
                    cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
        }
        return cells;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
