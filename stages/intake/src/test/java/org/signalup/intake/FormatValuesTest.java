package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files composed from the documented columns of each client, and what must be stored of them, reckoned by hand: time, place, network,
 * levels, rates. And the same files as other programs save them.
 */
class FormatValuesTest {
    private static final String VALUES =
            "observed_ms, lon_e7, lat_e7, accuracy_mm, operator, rat, rsrp_mdbm, sinr_mdb, rsrq_mdb, dl_kbps, ul_kbps,"
                    + " traffic_dl_kbps, latency_us, speed_mmps, arfcn, pci, cell_id";

    /** 2026-05-03 09:14:22 UTC. */
    private static final long AT = 1_777_799_662_000L;

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

    /** A file, and its rows as they are to be stored. */
    record Case(String name, String content, List<String> stored) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String OPEN_DATA =
            "open_uuid,open_test_uuid,time_utc,cat_technology,network_type,lat,long,loc_src,loc_accuracy,gkz,zip_code,country_location,"
                    + "download_kbit,upload_kbit,ping_ms,lte_rsrp,lte_rsrq,server_name,test_duration,num_threads,platform,model,client_version,"
                    + "network_mcc_mnc,network_name,sim_mcc_mnc,nat_type,asn,ip_anonym,ndt_download_kbit,ndt_upload_kbit,implausible,"
                    + "signal_strength,pinned,kg_nr,gkz_sa,land_cover,cell_area_code,cell_location_id,channel_number,radio_band,"
                    + "settlement_type,link_id,link_name,link_distance,edge_id,link_frc,dtm_level,signal_classification,temperature,"
                    + "atraster100,atraster250\r\n";

    private static String openData(String time, String kinds, String place, String rates, String sim, String marks) {
        return "P1,O" + time.hashCode() + kinds.hashCode() + "," + time + "," + kinds + "," + place + ",90101,,AT,"
                + rates
                + ",Wien,7,3,Android,Pixel 8,4.24.2,460-01,A1," + sim + ",,8447,81.16.157,,," + marks
                + ",1004,90101,504990,41,,,,,,,,,,,\r\n";
    }

    private static Case openData() {
        String here = "39.9087,116.3975,gps,8.4";
        String marks = "false,,true,,,111";
        return new Case(
                "netztest-opendata-2026-05.csv",
                OPEN_DATA
                        + openData(
                                "2026-05-03 09:14:22", "5G,NR NSA", here, "231044,48120,17.3,-88,-10", "460-00", marks)
                        + openData(
                                "2026-05-03 09:14:23",
                                "4G,LTE CA",
                                "39.9087,116.3975,rastered,",
                                "12345,,0.9,-101,-12",
                                "",
                                marks)
                        + openData("2026-05-03 09:14:24", "WLAN,WLAN", here, "1,1,1,,", "460-00", marks)
                        + openData("2026-05-03 09:14:25", "4G,LTE", here, "1,1,1,,", "460-00", "true,,true,,,111"),
                List.of(
                        // The level is that of LTE: not of the 5G the test ran on.
                        AT + " 1163975000 399087000 8400 CMCC 5 ~ ~ ~ 231044 48120 ~ 17300 ~ 504990 ~ 90101",
                        AT + 1000
                                + " 1163975000 399087000 100000 CUCC 4 -101000 ~ -12000 12345 ~ ~ 900 ~ 504990 ~ 90101"));
    }

    private static Case gNetTrack() {
        String end = "\t74\t-1\t0\tX\t\r\n";
        return new Case(
                "walk_CMCC.txt",
                "Timestamp\tLongitude\tLatitude\tOperatorname\tOperator\tCellname\tNode\tCellID\tLAC\tNetworkTech\tLevel\tQual\tSNR\tCQI"
                        + "\tLTERSSI\tARFCN\tPSC\tAltitude\tDistance\tTA\tBAND\r\n"
                        + "2026.05.03_17.14.22\t116.397128\t39.916527\tChina Mobile\t46000\t\t21\t11\t7000\t5G\t-81\t-8\t-3.5\t10\t-73\t504990\t325"
                        + end
                        + "2026.05.03_17.14.23\t116.397128\t39.916527\tNO_COVERAGE\t\t\t\t\t\t--\t-200\t-\t-\t-\t-\t-\t-"
                        + end
                        + "2026.05.03_17.14.24\t0.0\t0.0\tChina Mobile\t46000\t\t21\t11\t7000\t4G\t-91\t-12\t12.0\t10\t-73\t1300\t77"
                        + end,
                List.of(
                        AT + " 1163971280 399165270 ~ CMCC 5 -81000 -3500 -8000 ~ ~ ~ ~ ~ 504990 325 11",
                        AT + 1000 + " 1163971280 399165270 ~ CMCC 0 ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~"));
    }

    private static Case gNetTrackTraces() {
        return new Case(
                "trace_CMCC.csv",
                "Timestamp,Longitude,Latitude,Speed,Operatorname,CellID,NetworkMode,RSRP,RSRQ,SNR,CQI,RSSI,DL_bitrate,UL_bitrate,State,"
                        + "PINGAVG,PINGMIN,PINGMAX,PINGSTDEV,PINGLOSS,CELLHEX,NODEHEX,LACHEX,RAWCELLID,NRxRSRP,NRxRSRQ\n"
                        + "2026.05.03_17.14.22,116.4,39.9,36,CMCC,3,LTE,-79,-12,10.0,8,-61,1500,3,D,41,38,50,3,10,3,76C6C,9CBA,124546051,-100,-11\n"
                        + "2026.05.03_17.14.23,116.4,39.9,0,CMCC,3,LTE,-200,-,-,-,-,0,0,I,-,-,-,-,-,-,-,-,-,-,-\n",
                List.of(
                        AT + " 1164000000 399000000 ~ CMCC 4 -79000 10000 -12000 ~ ~ 1500 41000 10000 ~ ~ 124546051",
                        AT + 1000 + " 1164000000 399000000 ~ CMCC 4 ~ ~ ~ ~ ~ 0 ~ 0 ~ ~ 3"));
    }

    private static Case towerCollector() {
        return new Case(
                "cells-export.csv",
                "mcc,mnc,lac,cell_id,short_cell_id,rnc,psc,asu,dbm,ta,lat,lon,accuracy,speed,bearing,altitude,measured_at,net_type,neighboring,"
                        + "discovered_at,device,rsrp,rsrq,rssi,rssnr,cqi,rscp,csi_rsrp,csi_rsrq,csi_sinr,ss_rsrp,ss_rsrq,ss_sinr,cdma_dbm,"
                        + "cdma_ecio,evdo_dbm,evdo_ecio,evdo_snr,ec_no,arfcn\r\n"
                        + "460,0,4301,90101,,,12,52,-88,,39.9,116.4,6.5,2.5,,,\"2026-05-03T09:14:22.000Z\",LTE,false,,Mi,-88,-9,,15,,,,,,,,,,,,,,,1300\r\n"
                        + "460,0,4301,90102,,,13,,,,39.9,116.4,6.5,,,,\"2026-05-03T09:14:22.000Z\",LTE,true,,Mi,-99,,,,,,,,,,,,,,,,,,\r\n"
                        + "460,11,1,7,,,501,,,,39.9,116.4,3,0,,,\"2026-05-03T09:14:23.000Z\",NR,false,,Mi,,,,,,,,,,-91,-11,7,,,,,,,633696\r\n",
                List.of(
                        AT + " 1164000000 399000000 6500 CMCC 4 -88000 15000 -9000 ~ ~ ~ ~ 2500 1300 12 90101",
                        AT + 1000 + " 1164000000 399000000 3000 CTCC 5 -91000 7000 -11000 ~ ~ ~ ~ 0 633696 501 7"));
    }

    private static Case networkSurvey() {
        return new Case(
                "craxiom-nr-20260503-051422.csv",
                "# Created by Network Survey version=1.30\n# CSV Version=0.4.0\n"
                        + "deviceTime,latitude,longitude,altitude,speed,accuracy,missionId,recordNumber,groupNumber,mcc,mnc,tac,nci,narfcn,pci,"
                        + "ssRsrp,ssRsrq,ssSinr,csiRsrp,csiRsrq,csiSinr,ta,servingCell,provider,slot,deviceSerialNumber,locationAge\n"
                        + "2026-05-03T05:14:22.603261-04:00,39.7749,116.4194,15.58,1.5,22,NS 1234abc12e56789f 1,1,2,460,11,12345,4400123456,633696,"
                        + "501,-92.0,-11.0,14.0,,,,,true,China Telecom,,1234abc12e56789f,100\n"
                        + "2026-05-03T05:14:22.603261-04:00,39.7749,116.4194,15.58,1.5,22,NS 1234abc12e56789f 1,2,2,460,11,,,633696,502,-99.0,-15.0,1.0,"
                        + ",,,,false,China Telecom,,1234abc12e56789f,100\n",
                List.of(AT + 603
                        + " 1164194000 397749000 22000 CTCC 5 -92000 14000 -11000 ~ ~ ~ ~ 1500 633696 501 4400123456"));
    }

    /** Dingli counts in kbit/s, ZTE in Mbit/s, Huawei writes both parts of the ECI in one cell. */
    private static List<Case> driveTests() {
        List<String> stored =
                List.of(AT + " 1164000000 399000000 ~ CMCC 4 -88560 12300 ~ ~ ~ 45000 ~ ~ ~ 325 501234-1");
        return List.of(
                new Case(
                        "鼎利_中国移动.csv",
                        "Index,Time,Lon,Lat,eNodeB ID,Cell ID,Frequency DL(MHz),PCI,CRS RSRP,CRS SINR,DL BLER(%),CQI Average,UL MCS Value # Average,"
                                + "DL MCS Value # Average,PDCP Thr'put UL(kb/s),PDCP Thr'put DL(kb/s),PHY Thr'put DL(kb/s),MAC Thr'put DL(kb/s),"
                                + "PUSCH Rb Num/s,PDSCH Rb Num/s,NCell PCI #1,NCell RSRP #1\n"
                                + "1,2026-05-03 17:14:22.000,116.40,39.90,501234,1,1890,325,-88.56,12.3,1.0,9,10,20,1200,45000,46000,45500,1,2,77,-101\n",
                        stored),
                new Case(
                        "zte_CMCC.csv",
                        "Offset,LogTime,GPS_Lon,GPS_Lat,MS1_Server Cell CellID (eNB_cell),MS1_Downlink Frequency,MS1_Server Cell PCI(PCell),"
                                + "MS1_Server Cell RSRP(PCell),MS1_Server Cell SINR(PCell),MS1_PDSCH Total BLER(PCell),"
                                + "MS1_PDCP UL PDU Throughput(Mbit/s),MS1_PDCP DL PDU Throughput(Mbit/s),MS1_Layer1 DL Throughput(Mbit/s)(PCell),"
                                + "MS1_Neighbor Cell PCI[1]\n1,2026-05-03 17:14:22.000,116.40,39.90,501234_1,1850,325,-88.56,12.3,1.0,1.2,45,46,77\n",
                        stored),
                new Case(
                        "huawei_CMCC.csv",
                        "No.,Longitude,Latitude,DateTime,ECI(eNodeBID/CellID)_All Logs,DL Frequency_All Logs,Serving PCI_All Logs,"
                                + "Serving RSRP_All Logs,Serving PCC SINR_All Logs,PDCP Throughput UL_All Logs,PDCP Throughput DL_All Logs,"
                                + "1st PCI in Detected Cells_All Logs\n"
                                + "1,116.40,39.90,2026-05-03 17:14:22,501234 / 1,1850,325,-88.56,12.3,1200,45000,77\n",
                        stored));
    }

    private static Case tracker() {
        return new Case(
                "specure_CMCC.csv",
                "APPVERSION,CELLBAND,CELLBANDFREQUENCYDOWNLOAD,CELLBANDNAME,CELLBANDNAMEINFORMAL,CONNECTIONSTATUS,DOWNLOADSPEED,"
                        + "DOWNLOADSPEEDMEGABITSPERSEC,DOWNLOADSPEEDTESTSTATE,DOWNLOADSPEEDUNIT,DURATIONMILLIS,LATITUDE,LOCATIONTIMESTAMPRAW,"
                        + "LONGITUDE,MOBILENETWORKOPERATOR,MOBILENETWORKTYPE,NETWORKTYPE,SIGNALSTRENGTH,TEMPERATURECELSIUS,TIMESTAMP,TIMESTAMPRAW,"
                        + "UPLOADSPEED,UPLOADSPEEDMEGABITSPERSEC,UPLOADSPEEDTESTSTATE,UPLOADSPEEDUNIT\n"
                        + "\"1.0\",\"41\",\"2593\",\"n41\",\"2500\",\"CONNECTED\",\"231044\",\"231.044\",\"FINISHED\",\"kbps\",\"1000\",\"39.9\",\"1777799660000\","
                        + "\"116.4\",\"46000\",\"NR\",\"5G\",\"-88\",\"31.5\",\"2026-05-03T09:14:22Z\",\"1777799662000\",\"48120\",\"48.12\",\"FINISHED\",\"kbps\"\n",
                List.of(AT + " 1164000000 399000000 ~ CMCC 5 ~ ~ ~ 231044 48120 ~ ~ ~ ~ ~ ~"));
    }

    private static Case router() {
        return new Case(
                "survey_CMCC.csv",
                "Time,Latitude,Longitude,Carrier,Cell ID,Service Display,Band,SCELL0,SCELL1,SCELL2,SCELL3,RSSI,SINR,RSRP,RSRQ,State,Download,"
                        + "Upload,Latency,Bytes Sent,Bytes Received,Results URL\n"
                        + "2026-05-03 09:14:22,39.9,116.4,China Mobile,90101,LTE,B3,,,,,-60,12.5,-88,-10,connected,31.04,8.12,17.3,1,2,http://x\n",
                List.of(AT + " 1164000000 399000000 ~ CMCC 4 -88000 12500 -10000 31040 8120 ~ 17300 ~ ~ ~ 90101"));
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>(List.of(
                openData(), gNetTrack(), gNetTrackTraces(), towerCollector(), networkSurvey(), tracker(), router()));
        all.addAll(driveTests());
        return all;
    }

    private List<String> stored(String name, byte[] content) throws Exception {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        desk.read(file);
        return desk.rows("SELECT " + VALUES + " FROM sample_read ORDER BY row_no");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatAClientWroteIsStoredByItsMeaning(Case one) throws Exception {
        assertThat(stored(one.name(), one.content().getBytes(StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(one.stored());
    }

    /** Line ends, marks, encodings: as spreadsheet programs and other machines save a file. */
    @ParameterizedTest
    @MethodSource("cases")
    void otherLineEndsMarksAndEncodingsChangeNothing(Case one) throws Exception {
        String lf = one.content().replace("\r\n", "\n");
        for (String text :
                List.of(lf, lf.replace("\n", "\r\n"), lf.replace("\n", "\r"), lf.stripTrailing(), "\uFEFF" + lf)) {
            for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "GB18030")) {
                boolean marked = text.startsWith("\uFEFF");
                if (charset.equals(marked ? "UTF-16" : "UTF-16LE")) {
                    continue;
                }
                assertThat(stored(one.name(), text.getBytes(Charset.forName(charset))))
                        .as(charset)
                        .containsExactlyElementsOf(one.stored());
            }
        }
    }

    /** Columns in any order, every cell in quotes: only names count. */
    @ParameterizedTest
    @MethodSource("cases")
    void columnsInAnyOrderAndInQuotesChangeNothing(Case one) throws Exception {
        boolean tabs = one.content().contains("\t");
        List<String> lines =
                one.content().lines().filter(line -> !line.startsWith("#")).toList();
        List<List<String>> cells = lines.stream()
                .map(line -> List.of((tabs ? line.replaceAll("\t$", "") : line).split(tabs ? "\t" : ",", -1)))
                .toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, cells.get(0).size()).boxed().toList());
        Collections.shuffle(order, new Random(one.name().hashCode()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<String> line : cells) {
            String shuffled = String.join(
                    tabs ? "\t" : ",",
                    order.stream()
                            .map(i -> "\"" + line.get(i).replaceAll("^\"|\"$", "") + "\"")
                            .toList());
            out.writeBytes((shuffled + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(stored(one.name(), out.toByteArray())).containsExactlyElementsOf(one.stored());
    }

    /** The call-details sheet without a row of groups: names that come again are of the group that has the time. */
    @Test
    void aFlatSheetOfCallDetailsGivesEachTestItsRow() {
        String header = "省,市,运营商,业务类型,测试业务,测试网络,文件名,经度,纬度,起呼网络,接通网络,起呼时间,接通时间,完成时间,失败时间,掉话时间,接通时延,呼叫结果,MOS均值,"
                + "发起时间,首帧时延(ms),卡顿总时长(s),VMOS,发起时间,完成时间,失败时间,上传平均速率(Mbps),下载平均速率(Mbps)";
        String who = "北京,北京,移动,";
        String file = ",log,116.40,39.90,";
        IntakeReport report = desk.read(desk.file(
                "明细.csv",
                header,
                who + "语音,VoNR,5G" + file
                        + "5G,VoNR,2026/5/3 17:14:22,2026/5/3 17:14:24,2026/5/3 17:15:22,,,2500,完成,4.12,,,,,,,,,",
                who + "语音,VoNR,5G" + file + "5G,,2026/5/3 17:14:22,,,2026/5/3 17:14:30,,,,,,,,,,,,,",
                who + "语音,VoLTE,4G" + file
                        + "4G,4G,2026/5/3 17:14:22,2026/5/3 17:14:24,,,2026/5/3 17:14:40,3100,掉话,,,,,,,,,,",
                who + "视频,短视频,5G" + file + ",,,,,,,,,,2026/5/3 17:14:22,850,1.5,3.9,,,,,",
                who + "FTP,FTP下载,5G" + file + ",,,,,,,,,,,,,,2026/5/3 17:14:22,2026/5/3 17:14:32,,,300.25",
                who + "FTP,FTP上传,5G" + file + ",,,,,,,,,,,,,,2026/5/3 17:14:22,,2026/5/3 17:14:32,,"));

        assertThat(report.rejected()).isZero();
        assertThat(desk.rows(
                        "SELECT row_no, observed_ms, operator, rat, service, outcome, setup_us, first_frame_us, stall_us, mos_milli,"
                                + " dl_kbps, ul_kbps FROM sample_read ORDER BY row_no"))
                .containsExactly(
                        "2 " + AT + " CMCC 5 6 1 2500000 ~ ~ 4120 ~ ~",
                        "3 " + AT + " CMCC 5 6 2 ~ ~ ~ ~ ~ ~",
                        "4 " + AT + " CMCC 4 6 3 3100000 ~ ~ ~ ~ ~",
                        "5 " + AT + " CMCC 5 3 ~ ~ 850000 1500000 3900 ~ ~",
                        "6 " + AT + " CMCC 5 1 1 ~ ~ ~ ~ 300250 ~",
                        "7 " + AT + " CMCC 5 1 2 ~ ~ ~ ~ 0 0");
    }

    @Test
    void anArchiveOfOneMeasurementDayIsReadFileByFile() throws Exception {
        Path zip = folder.resolve("day.zip");
        Files.write(
                zip,
                Packer.zip(Map.of(
                        "A/" + gNetTrack().name(), gNetTrack().content().getBytes(StandardCharsets.UTF_8),
                        "B/" + openData().name(), openData().content().getBytes(StandardCharsets.UTF_8))));
        desk.read(zip);
        assertThat(desk.rows("SELECT " + VALUES + " FROM sample_read"))
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.of(gNetTrack(), openData())
                        .flatMap(one -> one.stored().stream())
                        .toList());
    }
}
