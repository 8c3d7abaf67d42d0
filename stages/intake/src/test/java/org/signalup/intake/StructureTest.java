package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Problem;
import org.signalup.intake.IntakeReport.FileReport;

/** Documents of real clients, composed from what is known of them. */
class StructureTest {
    private static final Path CLIENTS = Path.of("src/test/resources/documents");
    private static final String ROW = "SELECT observed_ms, lon_e7, lat_e7, operator, rat, rsrp_mdbm, sinr_mdb";

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

    private FileReport read(String client) {
        return desk.read(CLIENTS.resolve(client)).files().get(0);
    }

    @Test
    void ofAFixWithManyCellsTheServingOneIsTheSample() {
        FileReport report = read("geosubmit.json");

        assertThat(report.format()).isEqualTo("geosubmit");
        assertThat(desk.rows(ROW + ", accuracy_mm, speed_mmps, cell_id, pci, source FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1777799662000 1171201000 366512000 CMCC 5 -91000 ~ 8400 2500 5212345678 21 5",
                        "1777799663000 1171202000 366513000 CTCC 4 -96000 ~ 9000 ~ 88 ~ 5");
        assertThat(report.read()).isEqualTo(2);
    }

    @Test
    void messagesOfNetworkSurveyAreReadLineByLine() {
        FileReport report = read("network-survey.ndjson");

        assertThat(desk.rows(ROW + ", row_no FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1760075907603 1171200000 366500000 CUCC 4 -112000 -1000 1",
                        "1760075908000 1171200000 366500000 CMCC 5 -88000 14000 3");
        assertThat(desk.rejects()).containsExactly("5   JSON_INVALID");
        assertThat(desk.rows("SELECT device_id, session_id FROM sample_read"))
                .noneMatch(row -> row.contains("1234abc12e56789f"));
        assertThat(report.read()).isEqualTo(3);
    }

    @Test
    void ndt7ResultsAreReckonedAsMLabDoesOnceAProfileSaysWhereTheProbeIs() {
        assertThat(desk.refusals(CLIENTS.resolve("ndt7.json")))
                .singleElement()
                .asString()
                .contains("names no place")
                .endsWith("[NO_SAMPLE_FILE]");
        Path own = desk.file(
                "profiles/probe.yml",
                "id: probe-7",
                "extends: ndt7",
                "name: {zh: 探针, en: probe}",
                "samples: true",
                "constants: {point_id: P7, operator: CMCC, rat: 5G}");
        desk.profiles = java.util.List.of(Desk.PROFILES, own.getParent());
        FileReport report = read("ndt7.json");

        assertThat(desk.rows("SELECT observed_ms, point_id, dl_kbps, ul_kbps, latency_us FROM sample_read"))
                .containsExactly("1581048468063 P7 200000 ~ 4000");
        assertThat(report.removedColumns())
                .contains("ClientIP", "ServerIP", "Download.ClientMetadata.access_token", "Download.UUID");
    }

    @Test
    void anNdt7TestThatMeasuredNothingFailed() {
        Path own = desk.file(
                "profiles/probe.yml",
                "id: probe-7",
                "extends: ndt7",
                "name: {zh: 探针, en: probe}",
                "samples: true",
                "constants: {point_id: P7, operator: CMCC, rat: 5G}");
        desk.profiles = java.util.List.of(Desk.PROFILES, own.getParent());
        desk.read(desk.file(
                "ndt7.json",
                "{\"ServerIP\":\"1.2.3.4\",\"ClientIP\":\"5.6.7.8\",\"StartTime\":\"2026-05-03T09:14:22Z\",\"Download\":"
                        + "{\"UUID\":\"u\",\"StartTime\":\"2026-05-03T09:14:22Z\",\"ServerMeasurements\":[]}}"));

        assertThat(desk.rows("SELECT observed_ms, outcome, dl_kbps, ul_kbps FROM sample_read"))
                .containsExactly("1777799662000 2 0 ~");
    }

    @Test
    void rmbtResultsHaveTheLastFixAndTheLastSignalOfTheActiveCell() {
        FileReport report = read("rmbt-result.json");

        assertThat(desk.rows(ROW
                        + ", dl_kbps, ul_kbps, latency_us, accuracy_mm, serving_plmn, cell_id, pci FROM sample_read"))
                .containsExactly(
                        "1777799662000 1171201000 366512000 CMCC 4 -97000 5000 231044 48120 17300 8400 46011 77 5");
        assertThat(report.removedColumns()).contains("test_token");
    }

    @Test
    void aWalkOfAnRmbtClientIsARowAFence() {
        read("rmbt-coverage.json");

        assertThat(desk.rows(ROW + ", latency_us, accuracy_mm FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1777799662000 1171200000 366500000 CUCC 4 -97000 ~ 31500 5500",
                        "1777799666000 1171210000 366510000 CUCC 0 ~ ~ ~ 6000");
    }

    @Test
    void whatNamesNoPlaceOrIsNotUnderstoodIsPassedOverWithItsReason() {
        IntakeReport report = desk.read(
                CLIENTS.resolve("geosubmit.json"),
                desk.file(
                        "client.json",
                        "{\"ServerFQDN\":\"ndt.example\",\"ServerIP\":\"1.2.3.4\",\"ClientIP\":\"1.2.3.4\",\"Download\":{\"UUID\":\"x\",\"Throughput\":{\"Value\":93.2,\"Unit\":\"Mbit/s\"}}}"),
                desk.file(
                        "fcc.json",
                        "{\"submission_type\":\"x\",\"contact\":{},\"submissions\":[{\"test_id\":\"1599236609\",\"tests\":{}}]}"),
                desk.file(
                        "row.json",
                        "{\"id\":\"x\",\"date\":\"2025-07-18\",\"a\":{\"UUID\":\"x\",\"TestTime\":\"2025-07-18\",\"MeanThroughputMbps\":9.5,\"MinRTT\":4}}"),
                desk.file(
                        "share.json",
                        "{\"timestamp\":\"2025-07-18 22:11:08\",\"download\":\"9\",\"upload\":\"4\",\"ping\":\"5\",\"jitter\":\"1\",\"ispinfo\":\"\"}"));

        assertThat(report.files()).hasSize(1);
        assertThat(report.warnings())
                .filteredOn(warning -> warning.code().equals("FILE_WITHOUT_SAMPLES"))
                .extracting(Problem::file)
                .containsExactlyInAnyOrder("client.json", "fcc.json", "row.json", "share.json");
    }

    @Test
    void canonicalSamplesMayBeJsonToo() {
        desk.read(
                desk.file(
                        "s.jsonl",
                        "{\"observed_at\":\"2025-07-18T22:11:08+08:00\",\"point_id\":\"P1\",\"operator\":\"CMCC\",\"rat\":\"5G\",\"rsrp_dbm\":-8.55e1,\"sinr_db\":12}",
                        "{\"observed_at\":\"2025-07-18T22:11:09+08:00\",\"point_id\":\"P1\",\"operator\":\"CMCC\",\"rat\":\"NONE\"}"));
        assertThat(desk.rows("SELECT row_no, rat, rsrp_mdbm FROM sample_read ORDER BY row_no"))
                .containsExactly("1 5 -85500", "2 0 ~");
    }

    @Test
    void kmlAndKmzOfGNetTrackAreReadWithTheirUnits() throws IOException {
        byte[] kml = Files.readAllBytes(CLIENTS.resolve("gnettrack.kml"));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("doc.kml", kml);
        members.put("files/icon.png", new byte[] {1});
        IntakeReport report = desk.read(desk.bytes("CMCC.kmz", Packer.zip(members)));

        assertThat(
                        desk.rows(
                                ROW
                                        + ", rsrq_mdb, traffic_dl_kbps, traffic_ul_kbps, accuracy_mm, speed_mmps FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1752847868000 1171201000 366512000 CMCC 4 -72000 12000 -8000 21 1500 7000 10000",
                        "1752847869000 1171202000 366513000 CMCC 0 ~ ~ ~ ~ ~ ~ ~");
        assertThat(report.files().get(0).removedColumns()).contains("IMEI");
        assertThat(report.files().get(0).file()).isEqualTo("CMCC.kmz!/doc.kml");
    }

    @ParameterizedTest
    @CsvSource({"CELLHEX, gnettrack-kml", "DL_BITRATE, ''", "TECHNOLOGY, ''"})
    void aKmlIsOfGNetTrackByTheHeadingsOnlyItHas(String without, String format) throws IOException {
        String kml = Files.readString(CLIENTS.resolve("gnettrack.kml")).replace('"' + without + '"', "\"OTHER\"");
        Path file = desk.file("CMCC.kml", kml);

        if (format.isEmpty()) {
            assertThat(desk.refusals(file)).singleElement().asString().contains("[FORMAT_UNKNOWN]");
        } else {
            assertThat(desk.read(file).files()).extracting(FileReport::format).containsExactly(format);
        }
    }

    @Test
    void nemoLogsJoinLevelPositionAndSinrInTheOrderOfTheFile() throws IOException {
        Path log = Files.copy(CLIENTS.resolve("nemo.nmf"), folder.resolve("CMCC.nmf"));
        IntakeReport report = desk.read(log);

        assertThat(desk.rows(ROW + ", rsrq_mdb, pci, arfcn, traffic_dl_kbps, row_no FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1539273598500 1171201000 366512000 CMCC 4 -96100 7500 -15200 67 39050 ~ 9",
                        "1539273599000 1171201000 366512000 CMCC 4 ~ ~ ~ ~ ~ 25000 11",
                        "1539273600500 1171203000 366514000 CMCC 4 -88500 7500 -9000 12 1850 ~ 12",
                        "1539273601000 1171203000 366514000 CMCC 3 ~ ~ ~ 33 10588 ~ 13");
        assertThat(desk.rejects()).containsExactly("6   PLACE_MISSING", "14 FIX_AGE_S 29 FIX_FAR");
        assertThat(desk.rows("SELECT * FROM sample_read").toString()).doesNotContain("490154203237518");
        assertThat(report.warnings()).extracting(Problem::code).contains("ZONE_ASSUMED");
    }

    private static String packet(String time, String type, String rsrp) {
        return "<dm_log_packet><pair key=\"type_id\">" + type + "</pair><pair key=\"timestamp\">" + time
                + "</pair><pair key=\"Subpackets\" type=\"list\"><list><item type=\"dict\"><dict><pair key=\"Physical Cell ID\">77</pair>"
                + "<pair key=\"Freq\">1850</pair><pair key=\"RSRP(dBm)\">" + rsrp
                + "</pair><pair key=\"RSRQ(dB)\">-9.5</pair></dict></item></list></pair></dm_log_packet>";
    }

    private Path dump(String name) {
        return desk.file(
                name,
                packet("2025-07-18 04:00:01.000000", "LTE_PHY_Serv_Cell_Measurement", "-95.5"),
                packet("2025-07-18 04:00:01.500000", "LTE_RRC_OTA_Packet", "0"),
                packet("2025-07-18 04:00:20.000000", "LTE_PHY_Serv_Cell_Measurement", "-96.5"),
                "<dm_log_packet><pair key=\"type_id\">cut");
    }

    private static String gpx() {
        return "<gpx><trk><trkseg><trkpt lat=\"36.0\" lon=\"117.0\"><ele>9</ele><time>2025-07-18T04:00:00Z</time></trkpt>"
                + "<trkpt lat=\"36.2\" lon=\"117.1\"><time>2025-07-18T04:00:02Z</time></trkpt></trkseg></trk></gpx>";
    }

    @Test
    void packetsOfMobileInsightTakeTheirPlaceFromTheTrackBesideThem() {
        desk.file("CMCC/drive.gpx", gpx());
        dump("CMCC/CMCC_drive.txt");
        desk.read(folder.resolve("CMCC"));

        assertThat(desk.rows(ROW + ", rsrq_mdb, pci FROM sample_read"))
                .containsExactly("1752811201000 1170500000 361000000 CMCC 4 -95500 ~ -9500 77");
        assertThat(desk.rejects()).containsExactly("3 FIX_AGE_S 18 FIX_FAR", "4   PACKET_INVALID");
    }

    @Test
    void tracksMayBeNmeaOrTablesAndLieInTheArchive() {
        String json =
                "{\"type_id\":\"LTE_PHY_Serv_Cell_Measurement\",\"timestamp\":\"2025-07-18 04:00:01.000000\",\"Subpackets\":[{\"RSRP(dBm)\":-95.5,\"Physical Cell ID\":77}]}\n";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("CMCC.json", json.getBytes(StandardCharsets.UTF_8));
        members.put(
                "CMCC.csv",
                "time,lat,lon\n2025-07-18 04:00:00,36.0,117.0\n2025-07-18 04:00:02,36.2,117.1\n"
                        .getBytes(StandardCharsets.UTF_8));
        desk.file(
                "nmea/log.nmea",
                "$GPRMC,040000.00,A,3600.0000,N,11700.0000,E,10,90,180725,,,A*00",
                "$GPRMC,040002.00,A,3612.0000,N,11706.0000,E,10,90,180725,,,A*00");
        dump("nmea/CMCC.xml");
        desk.read(desk.bytes("a.zip", Packer.zip(members)), folder.resolve("nmea"));

        assertThat(desk.rows(ROW + " FROM sample_read"))
                .containsOnly("1752811201000 1170500000 361000000 CMCC 4 -95500 ~")
                .hasSize(2);
    }

    @Test
    void aLogWithoutPositionsAndWithoutTrackIsRefused() {
        assertThat(desk.refusals(dump("CMCC.txt"))).singleElement().asString().endsWith("[TRACK_MISSING]");
        desk.file("broken/CMCC.gpx", "<gpx><trk></trk></gpx>");
        dump("broken/CMCC.txt");
        assertThat(desk.refusals(folder.resolve("broken")))
                .singleElement()
                .asString()
                .endsWith("[TRACK_INVALID]");
    }

    @Test
    void geoPackagesOfNetworkSurveyAreReadTableByTable() throws SQLException {
        IntakeReport report = desk.read(geoPackage(folder.resolve("survey.gpkg")));

        assertThat(report.files().get(0).format()).isEqualTo("network-survey-geopackage");
        assertThat(desk.rows(ROW + ", pci FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "1752847868000 1171201000 366512000 CMCC 4 -97000 ~ 36",
                        "1752847869000 1171201000 366512000 CUCC 5 -88000 14000 21");
        assertThat(report.files().get(0).read()).isEqualTo(2);
    }

    private static Path geoPackage(Path path) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('LTE_MESSAGE','features'), ('NR_MESSAGE','features'),"
                    + " ('endless','features'), ('notes','attributes')");
            statement.execute("CREATE TABLE notes (note TEXT)");
            statement.execute(
                    "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
            statement.execute(
                    "CREATE TABLE LTE_MESSAGE (id INTEGER, geom BLOB, Time INTEGER, MCC INTEGER, MNC INTEGER,"
                            + " ECI INTEGER, DL_EARFCN INTEGER, Phys_Cell_ID INTEGER, RSRP REAL, RSRQ REAL, \"Serving Cell\" BOOLEAN)");
            statement.execute(
                    "CREATE TABLE NR_MESSAGE (id INTEGER, geom BLOB, deviceTime TEXT, mcc INTEGER, mnc INTEGER,"
                            + " nci INTEGER, narfcn INTEGER, pci INTEGER, ssRsrp REAL, ssSinr REAL, servingCell INTEGER)");
            insert(database, "INSERT INTO LTE_MESSAGE VALUES (1,?,1752847868000,460,0,77,1850,36,-97.0,-9.0,1)", false);
            insert(database, "INSERT INTO LTE_MESSAGE VALUES (2,?,1752847868000,460,0,78,1850,37,-99.0,-9.0,0)", false);
            insert(
                    database,
                    "INSERT INTO NR_MESSAGE VALUES (1,?,'2025-07-18T22:11:09+08:00',460,1,99,504990,21,-88.0,14.0,1)",
                    true);
        }
        return path;
    }

    private static void insert(Connection database, String sql, boolean envelope) throws SQLException {
        ByteBuffer point = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        point.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (envelope ? 3 : 1))
                .putInt(4326);
        if (envelope) {
            point.putDouble(117).putDouble(118).putDouble(36).putDouble(37);
        }
        point.put((byte) 1).putInt(envelope ? 1 : 1001).putDouble(117.1201).putDouble(36.6512);
        byte[] blob = new byte[point.position() + (envelope ? 0 : 8)];
        point.flip().get(blob, 0, point.limit());
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setBytes(1, blob);
            statement.executeUpdate();
        }
    }
}
