package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalFileTest {
    private static final String HEADER = "observed_at,lon,lat,crs,operator,rat,rsrp_dbm,sinr_db";
    private static final String ROW = "2025-07-18T22:11:08+08:00,116.3975,39.9087,WGS84,CMCC,5G,-85.5,12.25";

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
    void aRowIsStoredInIntegersOfItsUnits() {
        IntakeReport report = desk.read(desk.file("a.csv", HEADER, ROW));

        assertThat(desk.rows("SELECT file_no, row_no, observed_ms, local_s, date, lon_e7, lat_e7, operator, rat,"
                        + " rsrp_mdbm, sinr_mdb, source, test_mode, purpose, thinnable FROM sample_read"))
                .containsExactly(
                        "1 2 1752847868000 1752876668 20287 1163975000 399087000 CMCC 5 -85500 12250 1 0 ~ false");
        assertThat(report.files().get(0).defaulted()).containsOnlyKeys("purpose", "source", "test_mode");
        assertThat(report.files().get(0).format()).isEqualTo("canonical");
        assertThat(desk.rows("SELECT file_no, file, format FROM sample_file")).containsExactly("1 a.csv canonical");
    }

    @Test
    void progressTellsRowsReadAndHowManyMayBeExpected() {
        List<long[]> told = new ArrayList<>();
        desk.progress = (phase, done, total) -> told.add(new long[] {done, total});
        int rows = 40_000;
        String[] lines = new String[rows + 1];
        Arrays.fill(lines, ROW);
        lines[0] = HEADER;
        desk.read(desk.file("a.csv", lines), desk.file("b.csv", HEADER, ROW));

        assertThat(told.get(told.size() - 1)).containsExactly(rows + 1, rows + 1);
        assertThat(told).anySatisfy(halfWay -> assertThat(halfWay[0]).isBetween(1L, rows - 1L));
        assertThat(told).allSatisfy(so -> assertThat(so[0]).isLessThanOrEqualTo(so[1]));
        assertThat(told).isSortedAccordingTo(Comparator.comparingLong(so -> so[0]));
    }

    @Test
    void chineseHeadingsAndTheirUnitsAreHonoured() {
        desk.read(desk.file(
                "中文.csv",
                Charset.forName("GB18030"),
                "采集时间,线路编号,里程,运营商,网络制式,下行速率(kbps),上行速率（Mbps）,时延(s),车速(m/s),楼层,定位精度(m),丢包率(%),数据来源,测试目的",
                "2025/07/18 08:00:00+08:00,L1,K12+345.5,移动,NR SA,120500,30.5,0.025,10,负一层,12.5,1.5,路测,管局抽测"));

        assertThat(desk.rows(
                        "SELECT line_id, chainage_mm, operator, rat, rat_detail, dl_kbps, ul_kbps, latency_us, speed_mmps,"
                                + " floor, accuracy_mm, loss_ppm, source, purpose, service, outcome FROM sample_read"))
                .containsExactly("L1 12345500 CMCC 5 SA 120500 30500 25000 10000 -1 12500 15000 1 3 1 1");
    }

    @Test
    void everyEncodingGivesTheSameRow() {
        String[] lines = {"采集时间,经度,纬度,坐标系,运营商,网络制式,测试单位", "2025-07-18T22:11:08+08:00,116.4,39.9,WGS84,联通,4G,某测试院"};
        String utf8 = String.join("\r\n", lines);
        desk.read(
                desk.bytes("1.csv", utf8.getBytes(StandardCharsets.UTF_8)),
                desk.bytes("2.csv", ("\uFEFF" + utf8).getBytes(StandardCharsets.UTF_8)),
                desk.bytes("3.csv", ("\uFEFF" + utf8).getBytes(StandardCharsets.UTF_16LE)),
                desk.bytes("4.csv", ("\uFEFF" + utf8).getBytes(StandardCharsets.UTF_16BE)),
                desk.bytes("5.csv", utf8.getBytes(Charset.forName("GB18030"))),
                desk.bytes("6.csv.gz", Desk.gzip((utf8 + "\r\n").getBytes(StandardCharsets.UTF_8))));

        assertThat(desk.rows("SELECT operator, lon_e7, tester_org FROM sample_read ORDER BY file_no"))
                .hasSize(6)
                .containsOnly("CUCC 1164000000 某测试院");
    }

    @Test
    void chineseTextThatBeginsLateIsStillRead() {
        List<String> lines = new java.util.ArrayList<>(List.of("observed_at,point_id,operator,rat,tester_org"));
        for (int i = 0; i < 20_000; i++) {
            lines.add("2025-07-18T22:11:08+08:00,P1,CMCC,4G," + (i == 19_999 ? "第三方" : "lab"));
        }
        IntakeReport report =
                desk.read(desk.file("late.csv", Charset.forName("GB18030"), lines.toArray(String[]::new)));

        assertThat(report.read()).isEqualTo(20_000);
        assertThat(desk.rows("SELECT tester_org, row_no FROM sample_read WHERE tester_org <> 'lab'"))
                .containsExactly("第三方 20001");
    }

    @Test
    void otherCoordinateSystemsBecomeWgs84() {
        desk.read(desk.file(
                "crs.csv",
                HEADER,
                "2025-07-18T22:11:08+08:00,116.403963,39.915119,GCJ02,CMCC,NONE,,",
                "2025-07-18T22:11:08+08:00,329231.16,3463455.04,EPSG:32651,CMCC,NONE,,",
                "2025-07-18T22:11:08+08:00,0.5,0.25,CGCS2000,CMCC,NONE,,"));

        List<String> rows = desk.rows("SELECT lon_e7, lat_e7 FROM sample_read ORDER BY row_no");
        assertThat(rows.get(0)).startsWith("11639").contains(" 39913");
        assertThat(rows.get(1)).startsWith("121205836").contains(" 312929238");
        assertThat(rows.get(2)).isEqualTo("5000000 2500000");
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineBreaks() {
        desk.read(desk.file(
                "q.csv",
                "observed_at,point_id,operator,rat,tester_org,band",
                "2025-07-18T22:11:08+08:00,\"P,1\",CMCC,4G,\"a \"\"b\"\"\nc\",n78",
                "2025-07-18T22:11:09+08:00,P2,CMCC,4G,,\"\""));

        assertThat(desk.rows("SELECT row_no, point_id, tester_org, band FROM sample_read ORDER BY row_no"))
                .containsExactly("2 P,1 a \"b\"\nc n78", "4 P2 ~ ~");
    }

    @Test
    void failedTestsCountAsZeroInTheDirectionsTheyTriedAndRatesWithoutServiceAreRateTests() {
        desk.read(desk.file(
                "r.csv",
                "observed_at,point_id,operator,rat,service,outcome,dl_mbps,ul_mbps",
                "2025-07-18T22:11:01+08:00,P1,CMCC,5G,,,250.5,",
                "2025-07-18T22:11:02+08:00,P1,CMCC,NONE,,FAILED,,",
                "2025-07-18T22:11:03+08:00,P1,CMCC,5G,RATE,FAILED,12,",
                "2025-07-18T22:11:04+08:00,P1,CMCC,5G,VOICE,FAILED,,",
                "2025-07-18T22:11:05+08:00,P1,CMCC,5G,,,,"));

        assertThat(desk.rows("SELECT service, outcome, dl_kbps, ul_kbps FROM sample_read ORDER BY row_no"))
                .containsExactly("1 1 250500 ~", "1 2 0 0", "1 2 0 ~", "6 2 ~ ~", "~ ~ ~ ~");
    }

    @Test
    void markersOfMissingValuesAreNoValues() {
        desk.read(desk.file(
                "m.csv",
                "observed_at,point_id,operator,rat,rsrp_dbm,sinr_db,rsrq_db,pci,cell_id,dl_mbps",
                "2025-07-18T22:11:01+08:00,P1,CMCC,4G,-44,-340,2147483647,-1,—,N/A",
                "2025-07-18T22:11:02+08:00,P1,CMCC,NONE,-200,-,--,null,-,",
                "2025-07-18T22:11:03+08:00,P1,CMCC,4G,-340,.,/,－,–,."));

        assertThat(
                        desk.rows(
                                "SELECT rat, rsrp_mdbm, sinr_mdb, rsrq_mdb, pci, cell_id, dl_kbps FROM sample_read ORDER BY row_no"))
                .containsExactly("4 ~ ~ ~ ~ ~ ~", "0 ~ ~ ~ ~ ~ ~", "4 ~ ~ ~ ~ ~ ~");
    }

    @Test
    void unitsInSquareBracketsCountToo() {
        desk.read(desk.file(
                "u.csv",
                "observed_at,point_id,operator,rat,RSRP[dBm],SINR [dB],dl_mbps[kbit/s]",
                "2025-07-18T22:11:01+08:00,P1,CMCC,5G,-90.5,3,250500"));

        assertThat(desk.rows("SELECT rsrp_mdbm, sinr_mdb, dl_kbps FROM sample_read"))
                .containsExactly("-90500 3000 250500");
    }

    @Test
    void devicesGetKeysAndPhoneNumbersGetPseudonyms() {
        IntakeReport report = desk.read(desk.file(
                "d.csv",
                "observed_at,point_id,operator,rat,device_id,session_id,IMEI,手机号,colour",
                "2025-07-18T22:11:01+08:00,P1,CMCC,4G,D1,S1,1,2,red",
                "2025-07-18T22:11:02+08:00,P1,CMCC,4G,864512345678901,S1,1,2,red",
                "2025-07-18T22:11:03+08:00,P1,CMCC,4G,,,1,2,red",
                "2025-07-18T22:11:04+08:00,P1,CMCC,4G,,,1,2,red"));

        assertThat(report.files().get(0).removedColumns()).containsExactly("IMEI", "手机号", "device_id (IMEI/IMSI)");
        assertThat(report.files().get(0).unknownColumns()).containsExactly("colour");
        assertThat(desk.rows(
                        "SELECT COUNT(DISTINCT device_key), COUNT(DISTINCT session_key), SUM(CASE WHEN thinnable THEN 1 ELSE 0 END)"
                                + " FROM sample_read"))
                .containsExactly("3 2 2");
        assertThat(desk.rows("SELECT device_id FROM sample_read WHERE row_no = 3")
                        .get(0))
                .startsWith("p")
                .hasSize(17);
    }

    @Test
    void sameContentUnderTwoNamesIsCountedOnce() {
        byte[] content = (HEADER + "\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8);
        IntakeReport report = desk.read(
                desk.bytes("b.csv.gz", Desk.gzip(content)), desk.bytes("a.csv", content), desk.bytes("c.csv", content));

        assertThat(report.read()).isEqualTo(1);
        assertThat(report.duplicates()).containsExactly("b.csv.gz", "c.csv");
    }

    @Test
    void foldersAreReadThroughInCodePointOrder() {
        desk.file("in/b/2.csv", HEADER, ROW);
        desk.file("in/a.csv", HEADER, ROW, ROW);
        desk.file("in/README.md", "notes");
        desk.file("in/~$2.xlsx", "who has it open");
        desk.file("in/b/.hidden.csv", "hidden");
        IntakeReport report = desk.read(folder.resolve("in"));

        assertThat(report.files()).extracting(IntakeReport.FileReport::file).containsExactly("a.csv", "b/2.csv");
        assertThat(report.warnings())
                .extracting(p -> p.file() + " " + p.code())
                .containsExactly("README.md NOT_A_SAMPLE_FILE");
    }

    @Test
    void rowsAfterTheAsOfDayOfTheProgrammesZoneAreRefused() {
        desk.asOf = java.util.Optional.of(LocalDate.of(2025, 7, 18));
        desk.read(desk.file(
                "t.csv",
                "observed_at,point_id,operator,rat",
                "2025-07-18T15:59:59Z,P1,CMCC,4G",
                "2025-07-18T16:00:00Z,P1,CMCC,4G"));

        assertThat(desk.rejects()).containsExactly("3 observed_at 2025-07-18T16:00:00Z AFTER_AS_OF");
    }
}
