package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;

class BadInputTest {
    private static final String HEADER = "observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db";
    private static final String ROW = "2025-07-18T22:11:08+08:00,116.3975,39.9087,WGS84,CMCC,5G,-85.5,12.25";

    /** A header, then rows with one thing wrong each. */
    private static final String[] BAD_ROWS = {
        HEADER + ",source,test_mode,state,purpose,service,outcome,dl_mbps,chainage_m,floor,point_id",
        bad(0, ""),
        bad(0, "2025-07-18T22:11:08"),
        bad(0, "yesterday"),
        bad(1, ""),
        bad(1, "181"),
        bad(2, "-91"),
        bad(2, "NaN"),
        bad(3, "MARS2"),
        bad(4, ""),
        bad(4, "Vodafone"),
        bad(5, ""),
        bad(5, "6G"),
        bad(6, "-20"),
        bad(7, "Infinity"),
        bad(7, "55"),
        bad(8, "SATELLITE"),
        bad(9, "LOCK_3G"),
        bad(10, "ASLEEP"),
        bad(11, "FUN"),
        bad(12, "CHESS"),
        bad(13, "MAYBE"),
        bad(14, "-1"),
        bad(14, "1e400"),
        bad(15, "K+"),
        bad(16, "roof"),
        bad(17, "=cmd()"),
        bad(17, "@x"),
        bad(17, "\"P\"1"),
        "2025-07-18T22:11:08+08:00,1,2",
        bad(18, "x")
    };

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
    void everyRefusedFileOfARunIsNamedAndNoDatasetIsLeft() {
        assertThat(desk.refusals(
                        desk.file("ok.csv", HEADER, ROW),
                        desk.bytes("empty.csv", new byte[0]),
                        desk.bytes("mark.csv", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '\n'}),
                        desk.file("header.csv", HEADER),
                        desk.file("semicolons.csv", HEADER.replace(',', ';'), ROW.replace(',', ';')),
                        folder.resolve("absent.csv")))
                .containsExactlyInAnyOrder(
                        "absent.csv: the file cannot be read [FILE_UNREADABLE]",
                        "empty.csv: the file is empty [FILE_EMPTY]",
                        "mark.csv: the file is empty [FILE_EMPTY]",
                        "header.csv: only a header, no rows [HEADER_ONLY]",
                        "semicolons.csv: wrong delimiter: canonical is separated by ',', found ';' [WRONG_DELIMITER]");
        assertThat(desk.rows("SELECT COUNT(*) FROM information_schema.tables WHERE table_name LIKE 'sample%'"))
                .containsExactly("0");
    }

    @Test
    void aTruncatedGzipIsRefused() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            text.append(ROW.replace("116.3975", "116." + random.nextInt(1_000_000)))
                    .append('\n');
        }
        byte[] whole = Desk.gzip(text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(desk.refusals(
                        desk.bytes("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2)),
                        desk.bytes("short.csv.gz", Arrays.copyOf(whole, 5))))
                .containsExactlyInAnyOrder(
                        "cut.csv.gz: the gzip file is truncated or damaged [GZIP_BROKEN]",
                        "short.csv.gz: the gzip file is truncated or damaged [GZIP_BROKEN]");
    }

    @Test
    void binaryGarbageIsRefused() {
        byte[] garbage = new byte[100_000];
        new Random(7).nextBytes(garbage);
        byte[] late = (HEADER + "\n" + (ROW + "\n").repeat(5000) + "\0\0\0\n").getBytes(StandardCharsets.UTF_8);

        assertThat(desk.refusals(desk.bytes("garbage.csv", garbage), desk.bytes("late.csv", late)))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("garbage.csv"))
                .anyMatch(line -> line.equals(
                        "late.csv:5002: not a text file (binary content): a zero byte in this line [NOT_TEXT]"));
    }

    @Test
    void aZeroByteIsToldByItsLineInEveryEncoding() {
        String text = HEADER + "\n" + ROW + "\n" + ROW.replace("CMCC", "CM\0CC") + "\n" + ROW + "\n";
        String chinese = text.replace("floor", "floor,测试单位").replace("\n2", ",某某测试院\n2");
        assertThat(desk.refusals(
                        desk.bytes("ascii.csv", text.getBytes(StandardCharsets.UTF_8)),
                        desk.bytes("chinese.csv", chinese.getBytes(Charset.forName("GB18030"))),
                        desk.bytes("wide.csv", text.getBytes(StandardCharsets.UTF_16))))
                .containsExactlyInAnyOrder(
                        "ascii.csv:3: not a text file (binary content): a zero byte in this line [NOT_TEXT]",
                        "chinese.csv:3: not a text file (binary content): a zero byte in this line [NOT_TEXT]",
                        "wide.csv:3: not a text file (binary content): a zero byte in this line [NOT_TEXT]");
    }

    @Test
    void oneLineOfAHundredMegabytesIsRefused() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((HEADER + "\n" + ROW + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        assertThat(desk.refusals(file))
                .containsExactly(
                        "long.csv:3: a line is longer than 1 MiB: an open quote, or no table of text [LINE_TOO_LONG]");
    }

    @Test
    void mixedEncodingsAreRefused() throws IOException {
        ByteArrayOutputStream chineseLast = new ByteArrayOutputStream();
        chineseLast.write("observed_at,point_id,operator,rat,测试单位\n".getBytes(StandardCharsets.UTF_8));
        chineseLast.write("2025-07-18T22:11:08+08:00,P,CMCC,4G,某某测试院\n".getBytes(Charset.forName("GB18030")));
        ByteArrayOutputStream utf8Last = new ByteArrayOutputStream();
        utf8Last.write("observed_at,point_id,operator,rat,测试单位\n".getBytes(Charset.forName("GB18030")));
        utf8Last.write("2025-07-18T22:11:08+08:00,P,CMCC,4G,某测试院\n".getBytes(StandardCharsets.UTF_8));

        assertThat(desk.refusals(
                        desk.bytes("a.csv", chineseLast.toByteArray()), desk.bytes("b.csv", utf8Last.toByteArray())))
                .hasSize(2)
                .allMatch(line -> line.endsWith("[ENCODING_INVALID]"));
    }

    @Test
    void aFileWithoutOrWithUnknownCoordinateSystemIsRefused() {
        Path none = desk.file("none.csv", "observed_at,lon,lat,operator,rat", "2025-07-18T22:11:08Z,1,2,CMCC,4G");
        assertThat(desk.refusals(none)).singleElement().asString().endsWith("[CRS_ABSENT]");
        desk.crs = Optional.of("MOON");
        assertThat(desk.refusals(none)).singleElement().asString().endsWith("--crs MOON [CRS_INVALID]");
        desk.crs = Optional.of("wgs-84");
        assertThat(desk.read(none).read()).isEqualTo(1);
    }

    @Test
    void unknownFormatsNameTheNearest() {
        assertThat(desk.refusals(
                        desk.file("x.csv", "observed_at,lon,lat,rat", "1,2,3,4"), desk.file("y.csv", "a,b", "1,2")))
                .anyMatch(line -> line.startsWith("x.csv: unknown format: nearest: canonical (lacking operator)"))
                .anyMatch(line -> line.startsWith("y.csv: unknown format: known formats: canonical, "));
    }

    @Test
    void ambiguousFormatsListTheCandidates() {
        desk.profiles = java.util.List.of(folder.resolve("profiles"));
        for (String id : new String[] {"one", "two"}) {
            desk.file(
                    "profiles/" + id + ".yml",
                    "id: " + id,
                    "name: {zh: " + id + ", en: " + id + "}",
                    "detect: {required: [when, " + id + "]}",
                    "crs: WGS84",
                    "columns:",
                    "  - {to: observed_at, from: [when]}",
                    "  - {to: point_id, from: [" + id + "]}",
                    "constants: {operator: CMCC, rat: 4G}");
        }
        Path file = desk.file("x.csv", "when,one,two", "2025-07-18T22:11:08Z,A,B");
        assertThat(desk.refusals(file))
                .containsExactly("x.csv: ambiguous format, choose one with --profile: one, two [FORMAT_AMBIGUOUS]");
        desk.profile = Optional.of("two");
        assertThat(desk.read(file).files().get(0).format()).isEqualTo("two");
        desk.profile = Optional.of("three");
        assertThat(desk.refusals(file))
                .containsExactly("three: no such profile: there are canonical, one, two [PROFILE_UNKNOWN]");
    }

    @Test
    void aColumnGivenTwiceAndAnUnknownUnitAreRefused() {
        assertThat(desk.refusals(
                        desk.file("a.csv", "observed_at,point_id,operator,rat,点位编号", "1,2,3,4,5"),
                        desk.file("b.csv", "observed_at,point_id,operator,rat,下行速率(buckets)", "1,2,3,4,5")))
                .containsExactly(
                        "a.csv: point_id: a column appears twice: point_id, 点位编号 [COLUMN_TWICE]",
                        "b.csv: 下行速率(buckets): unknown unit in a heading: buckets [UNIT_UNKNOWN]");
    }

    @Test
    void everyBadRowGetsOneRejectWithItsReason() {
        String[] rows = BAD_ROWS;
        IntakeReport report = desk.read(desk.file("bad.csv", rows));

        assertThat(report.read()).isEqualTo(rows.length - 1);
        assertThat(report.rejected()).isEqualTo(rows.length - 1);
        assertThat(desk.rejects())
                .containsExactly(
                        "2 observed_at  TIME_MISSING",
                        "3 observed_at 2025-07-18T22:11:08 TIME_NO_ZONE",
                        "4 observed_at yesterday TIME_INVALID",
                        "5   PLACE_MISSING",
                        "6 lon 181 LON_RANGE",
                        "7 lat -91 LAT_RANGE",
                        "8 lat NaN NUMBER_INVALID",
                        "9 crs MARS2 CRS_UNKNOWN",
                        "10 operator  OPERATOR_MISSING",
                        "11 operator Vodafone OPERATOR_UNKNOWN",
                        "12 rat  RAT_MISSING",
                        "13 rat 6G RAT_UNKNOWN",
                        "14 rsrp_dbm -20 RANGE",
                        "15 sinr_db Infinity NUMBER_INVALID",
                        "16 sinr_db 55 RANGE",
                        "17 source SATELLITE SOURCE_UNKNOWN",
                        "18 test_mode LOCK_3G TEST_MODE_UNKNOWN",
                        "19 state ASLEEP STATE_UNKNOWN",
                        "20 purpose FUN PURPOSE_UNKNOWN",
                        "21 service CHESS SERVICE_UNKNOWN",
                        "22 outcome MAYBE OUTCOME_UNKNOWN",
                        "23 dl_mbps -1 RANGE",
                        "24 dl_mbps 1e400 NUMBER_INVALID",
                        "25 chainage_m K+ CHAINAGE_INVALID",
                        "26 floor roof FLOOR_UNKNOWN",
                        "27 point_id '=cmd() ID_FORMULA",
                        "28 point_id '@x ID_FORMULA",
                        "29   QUOTE_OPEN",
                        "30   FIELD_COUNT",
                        "31   FIELD_COUNT");
        assertThat(desk.rows("SELECT COUNT(*) FROM sample_read")).containsExactly("0");
    }

    @Test
    void aQuoteThatNothingClosesCostsItsOwnLineOnly() {
        IntakeReport report = desk.read(desk.file(
                "open.csv",
                "observed_at,point_id,operator,rat,task_id",
                "2025-07-18T22:11:08Z,P,CMCC,4G,\"two\nlines\"",
                "2025-07-18T22:11:09Z,\"P,CMCC,4G,",
                "2025-07-18T22:11:10Z,P,CMCC,4G,",
                "2025-07-18T22:11:11Z,P,CMCC,LTE2,"));

        assertThat(report.read()).isEqualTo(4);
        assertThat(desk.rejects()).containsExactly("4   QUOTE_OPEN", "6 rat LTE2 RAT_UNKNOWN");
        assertThat(desk.rows("SELECT row_no FROM sample_read ORDER BY row_no")).containsExactly("2", "5");
    }

    @Test
    void refusedValuesAreMaskedAndMessagesSpeakTheChosenLanguage() {
        desk.language = Language.ZH;
        desk.read(desk.file(
                "mask.csv",
                "observed_at,point_id,operator,rat",
                "2025-07-18T22:11:08Z,P,13812345678,4G",
                "2025-07-18T22:11:08Z,P,me@example.org,4G",
                "2025-07-18T22:11:08Z,P,10.1.2.3,4G"));
        assertThat(desk.rows("SELECT value, message FROM sample_reject ORDER BY row_no"))
                .containsExactly("13*** 运营商不在方案名单中", "***@example.org 运营商不在方案名单中", "*** 运营商不在方案名单中");
    }

    @Test
    void aCrsMissingInARowIsThatRowsFault() {
        desk.read(desk.file("c.csv", HEADER, ROW.replace("WGS84", ""), ROW));
        assertThat(desk.rejects()).containsExactly("2 crs  CRS_MISSING");
    }

    @Test
    void unsafeSpreadsheetsAreRefusedBeforeAnyParserSeesThem() throws IOException {
        Path bomb = zip("bomb.xlsx", "xl/worksheets/sheet1.xml", " ".repeat(64 << 20));
        Path entity = zip(
                "entity.xlsx",
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e \"boom\">]><x>&e;</x>");
        Path broken = desk.bytes("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0});

        assertThat(desk.refusals(bomb, entity, broken))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("bomb.xlsx: unsafe XLSX"))
                .anyMatch(line -> line.startsWith("entity.xlsx: unsafe XLSX"))
                .anyMatch(line -> line.startsWith("broken.xlsx: the XLSX file is damaged"));
    }

    @Test
    void aDamagedParquetIsToldByItsNameNotByWhereItLies() {
        assertThat(desk.refusals(desk.bytes("x.parquet", "PAR1 and nothing".getBytes(StandardCharsets.US_ASCII))))
                .singleElement()
                .asString()
                .startsWith("x.parquet: the Parquet file is damaged")
                .doesNotContain(folder.toString());
    }

    /** Header and footer are whole: the damage shows when rows are read. */
    @Test
    void aParquetDamagedInTheMiddleIsRefusedInWords() throws IOException {
        Path file = folder.resolve("y.parquet");
        desk.engine.export(
                "SELECT '2025-07-18T10:00:00+08:00' AS observed_at, CAST(117.0 + i * 0.001 AS STRING) AS lon, '36.6' AS lat,"
                        + " 'WGS84' AS crs, 'CMCC' AS operator, '5G' AS rat, '-90' AS rsrp_dbm, '3' AS sinr_db"
                        + " FROM range(3000) AS t(i)",
                file);
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0x55);
        Files.write(file, bytes);

        assertThat(desk.refusals(file))
                .singleElement()
                .asString()
                .startsWith("y.parquet: the Parquet file is damaged")
                .endsWith("[PARQUET_BROKEN]")
                .doesNotContain("SELECT", "\n");
    }

    @Test
    void aFolderWithoutSamplesIsRefused() {
        desk.file("docs/notes.md", "x");
        assertThat(desk.refusals(folder.resolve("docs")))
                .singleElement()
                .asString()
                .endsWith("[NO_SAMPLE_FILE]");
    }

    /** A good row with one cell changed; position 18 adds a cell. */
    private static String bad(int cell, String value) {
        String[] cells = (ROW + ",DRIVE,FREE,IDLE,SELF,WEB,OK,1,5,1,").split(",", -1);
        String[] all = Arrays.copyOf(cells, Math.max(cells.length, cell + 1));
        all[cell] = value;
        return String.join(",", all);
    }

    private Path zip(String name, String entry, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return desk.bytes(name, bytes.toByteArray());
    }
}
