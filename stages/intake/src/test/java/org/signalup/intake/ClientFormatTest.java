package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFormatTest {
    private static final String LOG =
            "Timestamp\tLongitude\tLatitude\tOperatorname\tOperator\tCellname\tNode\tCellID\tLAC\tNetworkTech\tLevel\tQual\tSNR\tCQI"
                    + "\tLTERSSI\tARFCN\tPSC\tAltitude\tDistance\tTA\tBAND";
    private static final String TESTS =
            "Timestamp\tLongitude\tLatitude\tOperatorname\tNode\tCellID\tLAC\tNetworkTech\tLevel\tQual"
                    + "\tSNR\tCQI\tLTERSSI\tPINGAVG\tPINGMIN\tPINGMAX\tPINGSTDEV\tPINGLOSS\tTESTDOWNLINK\tTESTUPLINK"
                    + "\tTESTDOWNLINKMAX\tTESTUPLINKMAX";

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
    void gNetTrackLogsKeepRowsWithoutNetworkUnderTheOperatorOfTheFile() {
        desk.zone = ZoneId.of("Africa/Dakar");
        IntakeReport report = desk.read(
                desk.file(
                        "drive.txt",
                        LOG,
                        "2025.07.18_22.11.08\t-17.436158\t14.665338\tOrange\t60801\t\t21\t11\t7000\t4G\t-81\t-8\t7.5\t10\t-73\t2850\t325\t74\t-1\t0\tL7\t\r",
                        "2025.07.18_22.11.09\t-17.436158\t14.665338\tNO_COVERAGE\t\t\t\t\t\t--\t-200\t-\t-\t-\t-\t-\t-\t74\t-1\t\t\t\r",
                        "2025.07.18_22.11.10\t-17.436158\t14.665338\t\t60801\t\t2\t10222\t3000\t3G\t-71\t-3\t-\t-\t-\t10637\t145\t67\t-1\t\tU1\t\r"));

        assertThat(desk.rows(
                        "SELECT operator, rat, rsrp_mdbm, sinr_mdb, rsrq_mdb, cell_id, pci, device_id, thinnable, observed_ms"
                                + " FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "ORANGE 4 -81000 7500 -8000 11 325 drive true 1752876668000",
                        "ORANGE 0 ~ ~ ~ ~ ~ drive true 1752876669000",
                        "ORANGE 3 -71000 ~ -3000 10222 145 drive true 1752876670000");
        assertThat(report.warnings())
                .extracting(p -> p.code() + " " + p.message().en())
                .containsExactly("ZONE_ASSUMED times without zone, taken as Africa/Dakar");
    }

    @Test
    void gNetTrackDataTestsAreRateTestsOfTheSameDeviceAndOtherFilesArePassedOver() {
        desk.file(
                "g/Yas_log.txt",
                LOG,
                "2025.07.18_22.12.00\t1\t2\tNO_COVERAGE\t\t\t\t\t\t--\t-200\t-\t-\t-\t-\t-\t-\t74\t-1\t\t\t");
        desk.file(
                "g/Yas_log_datatest.txt",
                TESTS,
                "2025.07.18_22.12.09\t1\t2\tYas\t21\t11\t7000\t4G\t-93\t-13\t0.0\t10\t-81\t78\t72\t89\t6\t0.5\t35925\t8825\t38078\t8990\t");
        desk.file("g/Yas_log_events.txt", TESTS.replaceAll("PINGAVG.*", "EventType\tEventDetails\tState"), "x");
        desk.file("g/Yas_log_stats.txt", "Event\tStats", "Voice Calls\t40");
        IntakeReport report = desk.read(folder.resolve("g"));

        assertThat(report.files())
                .extracting(IntakeReport.FileReport::format)
                .containsExactly("gnettrack-log", "gnettrack-datatest");
        assertThat(desk.rows(
                        "SELECT operator, rat, service, outcome, dl_kbps, ul_kbps, latency_us, loss_ppm, device_id FROM sample_read"
                                + " ORDER BY file_no"))
                .containsExactly("YAS 0 ~ ~ ~ ~ ~ ~ Yas_log", "YAS 4 1 1 35925 8825 78000 5000 Yas_log");
        assertThat(report.warnings())
                .extracting(p -> p.file() + " " + p.code())
                .contains("Yas_log_events.txt FILE_WITHOUT_SAMPLES", "Yas_log_stats.txt FILE_WITHOUT_SAMPLES");
    }

    @Test
    void gNetTrackCsvBitratesAreTrafficNotTests() {
        desk.read(
                desk.file(
                        "ucc.csv",
                        "Timestamp,Longitude,Latitude,Speed,Operatorname,CellID,NetworkMode,RSRP,RSRQ,SNR,CQI,RSSI,DL_bitrate,UL_bitrate,State,"
                                + "PINGAVG,PINGMIN,PINGMAX,PINGSTDEV,PINGLOSS,CELLHEX,NODEHEX,LACHEX,RAWCELLID,NRxRSRP,NRxRSRQ",
                        "2019.11.25_15.34.34,-8.499381,51.893777,36,B,3,HSPA+,-79,-12,10.0,8,-61,1,3,D,-,-,-,-,-,3,76C6C,9CBA,124546051,-,-",
                        "2019.11.25_15.34.35,-8.499381,51.893777,0,B,3,5G,-200,-12,-,8,-61,0,0,I,41,-,-,-,-,3,76C6C,9CBA,-,-,-"));

        assertThat(desk.rows(
                        "SELECT operator, rat, rat_detail, rsrp_mdbm, sinr_mdb, traffic_dl_kbps, dl_kbps, busy, speed_mmps, latency_us,"
                                + " cell_id, service FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "UCC-B 3 HSPA+ -79000 10000 1 ~ true 10000 ~ 124546051 ~",
                        "UCC-B 5 ~ ~ ~ 0 ~ false 0 41000 3 ~");
    }

    @Test
    void cicv5gLogsAreProjectedAndThinnable() {
        desk.read(
                desk.file(
                        "joined.csv",
                        "source_file,scenario,band,pub_time_ms,sub_time_ms,delay_ms,utm_x_m,utm_y_m,heading_rad,speed_mps,cell_id,sinr_db,rsrp_dbm,lon_wgs84,lat_wgs84",
                        "A/r1.txt,Arterial road,n78,1722583338971,1722583338993,22,329231.16,3463455.04,0.25,1.5,5C422503D,1,-71,121.2058368,31.2929238"),
                desk.file(
                        "raw.txt",
                        "pub_time(ms) sub_time(ms) delay(ms) utmX(m) utmY(m) heading(rad) velocity(m/s) cellid(db) sinr(db) rsrp(db)",
                        "1722583338971 1722583338993 22 329231.160000000032596 3463455.040000000037253 0.25 1.5 5C422503D 1 -71 ",
                        "1722583338971 17225833"));

        assertThat(desk.rows(
                        "SELECT observed_ms, lon_e7, lat_e7, operator, rat, rsrp_mdbm, sinr_mdb, speed_mmps, latency_us, session_id, thinnable"
                                + " FROM sample_read ORDER BY file_no"))
                .containsExactly(
                        "1722583338971 1212058368 312929238 CUCC 5 -71000 1000 1500 22000 A/r1.txt true",
                        "1722583338971 1212058368 312929238 CUCC 5 -71000 1000 1500 22000 raw true");
        assertThat(desk.rejects()).containsExactly("3   FIELD_COUNT");
    }

    @Test
    void dingliZteAndHuaweiHeadingsAreUnderstoodWithTheirUnits() {
        Charset chinese = Charset.forName("GB2312");
        desk.read(
                desk.file(
                        "移动-鼎利.csv",
                        chinese,
                        "Index,Time,Lon,Lat,eNodeB ID,Cell ID,Frequency DL(MHz),PCI,CRS RSRP,CRS SINR,DL BLER(%),PDCP Thr'put UL(kb/s),PDCP Thr'put DL(kb/s),NCell PCI #1",
                        "1,2025-07-18 08:00:00.250,116.4,39.9,501,12,1890,77,-85.5,12.1,0,2048,51200,33"),
                desk.file(
                        "电信-中兴.csv",
                        chinese,
                        "Offset,LogTime,GPS_Lon,GPS_Lat,MS1_Server Cell CellID (eNB_cell),MS1_Downlink Frequency,MS1_Server Cell PCI(PCell),"
                                + "MS1_Server Cell RSRP(PCell),MS1_Server Cell SINR(PCell),MS1_PDCP UL PDU Throughput(Mbit/s),MS1_PDCP DL PDU Throughput(Mbit/s)",
                        "1,2025-07-18 08:00:01,116.4,39.9,501_12,1890,77,-86,11,2.5,51.5"),
                desk.file(
                        "联通-华为.csv",
                        chinese,
                        "No.,Longitude,Latitude,DateTime,ECI(eNodeBID/CellID)_All Logs,DL Frequency_All Logs,Serving PCI_All Logs,"
                                + "Serving RSRP_All Logs,Serving PCC SINR_All Logs,PDCP Throughput UL_All Logs,PDCP Throughput DL_All Logs",
                        "1,116.4,39.9,2025-07-18 08:00:02,501 / 12,1890,77,-87,10,2500,51500"));

        assertThat(desk.rows(
                        "SELECT operator, rat, observed_ms, cell_id, pci, rsrp_mdbm, sinr_mdb, traffic_ul_kbps, traffic_dl_kbps FROM sample_read"
                                + " ORDER BY observed_ms"))
                .containsExactly(
                        "CMCC 4 1752796800250 501-12 77 -85500 12100 2048 51200",
                        "CTCC 4 1752796801000 501-12 77 -86000 11000 2500 51500",
                        "CUCC 4 1752796802000 501-12 77 -87000 10000 2500 51500");
    }

    @Test
    void columnsOf5gOutrankThoseOf4gRowByRow() {
        desk.read(desk.file(
                "CMCC_nr.csv",
                "Time,Lon,Lat,CRS RSRP,CRS SINR,SS-RSRP,SS-SINR,PCI,NR PCI",
                "2025-07-18 08:00:00,116.4,39.9,-95,3,-80,15,7,501",
                "2025-07-18 08:00:01,116.4,39.9,-96,4,,,7,",
                "2025-07-18 08:00:02,116.4,39.9,,,,,7,"));

        assertThat(desk.rows("SELECT rat, rsrp_mdbm, sinr_mdb, pci FROM sample_read ORDER BY observed_ms"))
                .containsExactly("5 -80000 15000 501", "4 -96000 4000 7", "4 ~ ~ 7");
    }

    @Test
    void aNeighbourCellNeverStandsForTheServingOne() {
        desk.read(
                desk.file(
                        "CMCC_dingli.csv",
                        "Time,Lon,Lat,NR NCell SS-RSRP #1,NR NCell PCI #1,NR PCI,SSB ARFCN,SS-RSRP(dBm),SS-SINR,SS-RSRQ,NR PDCP Thr'put DL(Mb/s)",
                        "2025-07-18 08:00:00,116.4,39.9,-99,8,501,504990,-80,15,-10.5,500",
                        "2025-07-18 08:00:01,116.4,39.9,-99,8,,,,,,"),
                desk.file(
                        "CMCC_zte.csv",
                        "LogTime,GPS_Lon,GPS_Lat,MS1_NR Neighbor Cell SS-RSRP[1],MS1_NR Neighbor Cell PCI[1],MS1_NR Serving Cell PCI(PCell),"
                                + "MS1_NR Serving Cell SS-RSRP(PCell),MS1_NR Serving Cell SS-SINR(PCell),MS1_NR Serving Cell SS-RSRQ(PCell),"
                                + "MS1_NR PDCP DL PDU Throughput(Mbit/s)",
                        "2025-07-18 08:00:02,116.4,39.9,-99,8,501,-80,15,-10.5,500",
                        "2025-07-18 08:00:03,116.4,39.9,-99,8,,,,,"),
                desk.file(
                        "CMCC_huawei.csv",
                        "Longitude,Latitude,DateTime,1st SS-RSRP in Detected Cells_All Logs,NR Serving PCI_All Logs,NR Serving SS-RSRP_All Logs,"
                                + "NR Serving SS-SINR_All Logs,NR Serving SS-RSRQ_All Logs,NR PDCP Throughput DL(Mbps)_All Logs",
                        "116.4,39.9,2025-07-18 08:00:04,-99,501,-80,15,-10.5,500",
                        "116.4,39.9,2025-07-18 08:00:05,-99,,,,,"));

        String same = "5 -80000 15000 -10500 501 500000";
        assertThat(
                        desk.rows(
                                "SELECT rat, rsrp_mdbm, sinr_mdb, rsrq_mdb, pci, traffic_dl_kbps FROM sample_read ORDER BY observed_ms"))
                .containsExactly(same, same, same);
        assertThat(desk.rows("SELECT row_no, code FROM sample_reject ORDER BY file_no"))
                .containsExactly("3 RAT_MISSING", "3 RAT_MISSING", "3 RAT_MISSING");
    }

    @Test
    void aUnitInAHuaweiHeadingOutranksTheToolsOwn() {
        desk.read(desk.file(
                "CMCC_huawei.csv",
                "Longitude,Latitude,DateTime,Serving RSRP_All Logs,PDCP Throughput UL(Mbps)_All Logs,PDCP Throughput DL_All Logs",
                "116.4,39.9,2025-07-18 08:00:00,-87,2.5,51500"));

        assertThat(desk.rows("SELECT traffic_ul_kbps, traffic_dl_kbps FROM sample_read"))
                .containsExactly("2500 51500");
    }

    @Test
    void anOpenCellidUploadSaysHowAccurateItsPositionsAre() {
        desk.read(desk.file(
                "upload.csv",
                "lat,lon,mcc,mnc,sid,lac,tac,nid,cellid,bid,psc,pci,signal,ta,measured_at,rating,speed,direction,act,devn",
                "39.9,116.4,460,0,,,7000,,123456,,,77,-95,,2026-05-03 09:14:22.000Z,8.5,10.0,1,LTE,Phone"));

        assertThat(desk.rows("SELECT operator, accuracy_mm, speed_mmps FROM sample_read"))
                .containsExactly("CMCC 8500 10000");
    }

    @Test
    void aPingWithoutAnAnswerHasNoLatency() {
        desk.read(desk.file(
                "CMCC_datatest.txt",
                String.join(
                        "\t",
                        "Timestamp,Longitude,Latitude,Operatorname,NetworkTech,Level,Qual,SNR,PINGAVG,PINGLOSS,TESTDOWNLINK,TESTUPLINK"
                                .split(",")),
                String.join("\t", "2025.07.18_22.11.08,116.4,39.9,移动,4G,-81,-8,5.5,0,100,0,0".split(","))));

        assertThat(desk.rows("SELECT latency_us, loss_ppm, dl_kbps FROM sample_read"))
                .containsExactly("~ 1000000 0");
    }

    @Test
    void aFileWithoutOperatorIsRefusedUnlessItsNameOrAProfileNamesOne() {
        String[] lines = {"Time,Lon,Lat,CRS RSRP,CRS SINR", "2025-07-18 08:00:00,116.4,39.9,-95,3"};
        assertThat(desk.refusals(desk.file("drive.csv", lines)))
                .singleElement()
                .asString()
                .startsWith("drive.csv: the file names no operator")
                .endsWith("[OPERATOR_ABSENT]");
    }

    @Test
    void ownProfilesWithFiltersUnitsAndPatternsAreUsedWhenAskedFor() throws Exception {
        Path profile = desk.file(
                "own.yml",
                "id: own",
                "name: {zh: 自有, en: own}",
                "delimiter: semicolon",
                "header_rows: 3",
                "detect: {required: [when, x, y]}",
                "time: {format: 'dd.MM.yyyy HH:mm:ss', zone: Europe/Berlin}",
                "crs: WGS84",
                "missing: ['?']",
                "columns:",
                "  - {to: observed_at, from: [when]}",
                "  - {to: lon, from: [x]}",
                "  - {to: lat, from: [y]}",
                "  - {to: rat, from: [net], values: {quick: 5G}}",
                "  - {to: dl_mbps, from: ['down*']}",
                "constants: {operator: '46000', purpose: THIRD_PARTY}",
                "keep: [{heading: kind, values: [speed]}]",
                "remove: [badge]");
        desk.profile = Optional.of(profile.toString());
        IntakeReport report = desk.read(desk.file(
                "x.csv",
                "exported by a tool",
                "when;x;y;net;down [bit/s];kind;badge",
                "18.07.2025 10:00:00;13.4;52.5;quick;1500000;speed;7",
                "18.07.2025 10:00:01;13.4;52.5;quick;?;speed;7",
                "18.07.2025 10:00:02;13.4;52.5;quick;1;ping;7"));

        assertThat(desk.rows(
                        "SELECT row_no, observed_ms, operator, rat, dl_kbps, purpose FROM sample_read ORDER BY row_no"))
                .containsExactly("3 1752825600000 CMCC 5 1500 2", "4 1752825601000 CMCC 5 ~ 2");
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.files().get(0).removedColumns()).containsExactly("badge");
        assertThat(report.warnings()).extracting(p -> p.code()).containsExactly("ROWS_FILTERED");
    }

    @Test
    void aProfileThatMeansNonsenseIsRefusedWhereItSaysSo() {
        Path profile = desk.file(
                "own.yml",
                "id: own",
                "name: {zh: 自有, en: own}",
                "detect: {required: [when]}",
                "crs: WGS84",
                "columns:",
                "  - {to: observed_at, from: [when]}",
                "  - {to: lon, from: [x]}",
                "  - {to: lat, from: [y]}",
                "  - {to: rat, from: [net], values: {quick: 7G}}",
                "  - {to: dl_mbps, from: [down], unit: furlong}",
                "constants: {operator: CMCC, source: CAR, accuracy_m: near, floor: B1, device_id: $file}");
        desk.profile = Optional.of(profile.toString());
        assertThat(desk.refusals(desk.file("x.csv", "when,x,y,net,down", "2025-07-18T10:00:00Z,116.4,39.9,quick,1")))
                .containsExactly(
                        "own.yml:9: columns[3].values.quick: \"7G\": expected: a value of rat [PROFILE_INVALID]",
                        "own.yml:10: columns[4].unit: \"furlong\": expected: B/s Bps KB/s KBps MB/s MBps bit/s bps gbit/s gbps kB/s"
                                + " kBps kb/s kbit/s kbps mb/s mbit/s mbps [PROFILE_INVALID]",
                        "own.yml:11: constants.source: \"CAR\": expected: a value of source [PROFILE_INVALID]",
                        "own.yml:11: constants.accuracy_m: \"near\": expected: a value of accuracy_m [PROFILE_INVALID]");
    }

    @Test
    void realDakarLogsAreReadWhole() {
        if (!shared("m-sn-gnettrack-dakar")) {
            return;
        }
        desk.zone = ZoneId.of("Africa/Dakar");
        IntakeReport report = desk.read(Desk.SHARED.resolve("m-sn-gnettrack-dakar"));

        assertThat(report.files()).hasSize(6);
        assertThat(report.read()).isEqualTo(2625 + 2719 + 2955 + 40 + 41 + 41);
        // 32 rows of 4G at -24 dBm, which no phone can measure.
        assertThat(desk.rows("SELECT code, value, COUNT(*) FROM sample_reject GROUP BY code, value"))
                .containsExactly("RANGE -24 32");
        assertThat(
                        desk.rows(
                                "SELECT operator, rat, COUNT(*) FROM sample_read WHERE service IS NULL GROUP BY operator, rat ORDER BY operator, rat"))
                .contains("EXPRESSO 0 253", "EXPRESSO 3 1749", "ORANGE 4 1192", "YAS 2 156");
    }

    @Test
    void realCicv5gLogsAreReadBothWays() {
        if (!shared("m-cn-cicv5g-shanghai")) {
            return;
        }
        IntakeReport report = desk.read(Desk.SHARED.resolve("m-cn-cicv5g-shanghai"));

        assertThat(report.files()).hasSize(4);
        assertThat(report.files().get(0).read()).isEqualTo(286_005);
        assertThat(desk.rows("SELECT MIN(lon_e7) / 100000, MAX(lat_e7) / 100000 FROM sample_read")
                        .get(0))
                .startsWith("12120");
        assertThat(report.rejected()).isZero();
    }

    @Test
    void realUccTracesAreRead() {
        if (!shared("m-ie-ucc5g")) {
            return;
        }
        desk.zone = ZoneId.of("Europe/Dublin");
        IntakeReport report = desk.read(Desk.SHARED.resolve("m-ie-ucc5g"));

        assertThat(report.files()).hasSize(4);
        assertThat(report.files().get(3).read()).isEqualTo(188_711);
        assertThat(report.files().get(3).rejectedByCode()).containsExactly(Map.entry("OPERATOR_UNKNOWN", 26L));
    }

    private static boolean shared(String set) {
        boolean there = Files.isDirectory(Desk.SHARED.resolve(set));
        if (!there) {
            System.out.println("skipped: no ../shared/data/" + set);
        }
        return there;
    }
}
