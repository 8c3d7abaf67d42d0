package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents made to break whoever reads them, and those that merely broke. */
class HostileDocumentTest {
    private static final String LINE =
            "{\"observed_at\":\"2025-07-18T22:11:08+08:00\",\"point_id\":\"P1\",\"operator\":\"CMCC\",\"rat\":\"5G\",\"rsrp_dbm\":%s}";

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

    @Test
    void aLineThatIsNoObjectIsOneRowRefused() {
        String good = LINE.formatted("-85");
        String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
        IntakeReport report = desk.read(desk.file(
                "x.ndjson",
                good,
                good.replace("\"rat\"", "\"operator\":\"CTCC\",\"rat\""),
                "[1]",
                "nonsense",
                good + good,
                deep,
                LINE.formatted("NaN"),
                LINE.formatted("1e400"),
                LINE.formatted("1e-999999999"),
                LINE.formatted("9".repeat(200)),
                LINE.formatted("-85").substring(0, 40),
                LINE.formatted("-86")));

        assertThat(desk.rejects())
                .containsExactly(
                        "2   JSON_KEY_TWICE",
                        "3   JSON_INVALID",
                        "4   JSON_INVALID",
                        "5   JSON_INVALID",
                        "6   JSON_INVALID",
                        "7 rsrp_dbm NaN NUMBER_INVALID",
                        "8 rsrp_dbm 1e400 NUMBER_INVALID",
                        "9 rsrp_dbm 1e-999999999 RANGE",
                        "10   JSON_INVALID",
                        "11   JSON_INVALID");
        assertThat(report.read()).isEqualTo(12);
    }

    @Test
    void aDocumentThatIsDamagedIsRefusedAsAWhole() {
        String body = "{\"items\":[\n" + LINE.formatted("-85") + ",\n";
        String deep = "[".repeat(1000) + "]".repeat(1000);
        String name = "k".repeat(10_000);
        assertThat(desk.refusals(
                        desk.file("cut.json", body),
                        desk.file("deep.json", body + deep + "]}"),
                        desk.file("name.json", body + "{\"" + name + "\":1}]}"),
                        desk.file("text.json", body + "{\"a\":\"" + "x".repeat(2 << 20) + "\"}]}")))
                .hasSize(4)
                .allMatch(line -> line.endsWith("[JSON_BROKEN]"))
                .anyMatch(line -> line.startsWith("cut.json:4:"));
    }

    @Test
    void aValueThatIsTooLargeAndTooManyNamesAreRefused() {
        String values = IntStream.range(0, 600_000).mapToObj(i -> "1").collect(Collectors.joining(","));
        String names = IntStream.range(0, 3_000)
                .mapToObj(i -> "\"k" + i + "\":1")
                .collect(Collectors.joining(",", "[{", "}]"));
        assertThat(desk.refusals(
                        desk.file("values.json", "{\n\"items\":[{\"a\":[" + values + "]}]}"),
                        desk.file("names.json", names)))
                .hasSize(2)
                .anyMatch(line -> line.endsWith("[JSON_TOO_LARGE]"))
                .anyMatch(line -> line.endsWith("[TOO_MANY_COLUMNS]"));
    }

    @Test
    void jsonMayBeInTheEncodingsOfText() {
        String line = LINE.formatted("-85").replace("P1", "大厅");
        desk.read(
                desk.file("a.json", Charset.forName("GB18030"), line),
                desk.file("b.json", StandardCharsets.UTF_16, line.replace("-85", "-86")),
                desk.file("c.json", "\uFEFF" + line.replace("-85", "-87")));
        assertThat(desk.rows("SELECT point_id, rsrp_mdbm FROM sample_read ORDER BY rsrp_mdbm"))
                .containsExactly("大厅 -87000", "大厅 -86000", "大厅 -85000");
        assertThat(desk.refusals(desk.bytes("d.json", (line + "\0").getBytes(StandardCharsets.UTF_8))))
                .singleElement()
                .asString()
                .endsWith("[NOT_TEXT]");
    }

    @Test
    void entityBombsAndForeignEntitiesOfKmlAreRefused() throws IOException {
        Path secret = desk.file("secret.txt", "a secret");
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String foreign = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";
        String body = "<kml><Placemark><name>%s</name></Placemark></kml>";
        String deep = "<kml>" + "<Folder>".repeat(1000);
        List<String> refusals = desk.refusals(
                desk.file("bomb.kml", bomb + body.formatted("&b;")),
                desk.file("foreign.kml", foreign + body.formatted("&s;")),
                desk.file("deep.kml", deep),
                desk.file("cut.kml", "<kml><Placemark>"));

        assertThat(refusals)
                .hasSize(4)
                .noneMatch(line -> line.contains("a secret"))
                .anyMatch(line -> line.startsWith("cut.kml") && line.endsWith("[XML_BROKEN]"))
                .filteredOn(line -> line.endsWith("[XML_UNSAFE]"))
                .hasSize(3);
    }

    @Test
    void oneAttributeOfManyMegabytesIsRefusedBeforeItIsTakenIn() throws IOException {
        Path file = folder.resolve("long.kml");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("<kml><Placemark id=\"".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
        }
        assertThat(desk.refusals(file)).singleElement().asString().endsWith("[LINE_TOO_LONG]");
    }

    @Test
    void databasesThatAreDamagedForeignOrFullAreRefused() throws IOException, SQLException {
        Path whole = folder.resolve("whole.bin");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + whole);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('LTE_MESSAGE','features')");
            statement.execute("CREATE TABLE LTE_MESSAGE (id INTEGER, note TEXT)");
            statement.execute("INSERT INTO LTE_MESSAGE VALUES (1, hex(zeroblob(12000000)))");
        }
        byte[] bytes = Files.readAllBytes(whole);
        byte[] scrambled = bytes.clone();
        Arrays.fill(scrambled, 100, 4096, (byte) 0x7F);
        Path foreign = folder.resolve("foreign.gpkg");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE cookies (value TEXT)");
        }

        assertThat(desk.refusals(
                        foreign,
                        desk.bytes("full.gpkg", bytes),
                        desk.bytes("scrambled.gpkg", scrambled),
                        desk.bytes("cut.gpkg", Arrays.copyOf(bytes, 5000))))
                .hasSize(4)
                .allMatch(line -> line.endsWith("[DATABASE_BROKEN]"));
    }

    @Test
    void aGeometryThatLiesAboutItsLengthIsNoPosition() throws SQLException {
        Path file = folder.resolve("CMCC.gpkg");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            statement.execute("INSERT INTO gpkg_contents VALUES ('LTE_MESSAGE','features')");
            statement.execute("CREATE TABLE LTE_MESSAGE (geom BLOB, Time INTEGER, MCC INTEGER, MNC INTEGER, RSRP REAL,"
                    + " \"Serving Cell\" INTEGER, CRS TEXT, LON REAL, LAT REAL)");
            for (String blob :
                    List.of("x'47500009'", "x'4750000900000000010100'", "x'4750000F00000000010100'", "x'00'")) {
                statement.execute("INSERT INTO LTE_MESSAGE VALUES (" + blob
                        + ",1752847868000,460,0,-97.0,1,'EPSG:4326',NULL,36.5)");
            }
        }
        desk.profiles = List.of(folder.resolve("none"), Desk.PROFILES);
        assertThat(desk.refusals(file)).singleElement().asString().contains("lacking LON");
    }
}
