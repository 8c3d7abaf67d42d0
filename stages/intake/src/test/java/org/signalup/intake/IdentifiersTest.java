package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signalup.intake.internal.profile.Identifiers;

/** Columns that name people and phones, in the many ways files write their headings. */
class IdentifiersTest {
    private static final Map<PersonalKind, List<String>> HEADINGS = Map.ofEntries(
            Map.entry(
                    PersonalKind.IMEI,
                    List.of(
                            "IMEI",
                            "imei_1",
                            "IMEI 2",
                            "Imei-SV",
                            "device_imei",
                            "deviceInfo.imei",
                            "phoneIMEI",
                            "UE.IMEI",
                            "IMEI(MD5)",
                            "SIM1_IMEI_old",
                            "设备IMEI",
                            "终端ＩＭＥＩ",
                            "IMEI号",
                            "主测机IMEI码",
                            "终端串号",
                            "手机串号",
                            "deviceId(IMEI)",
                            "MEID")),
            Map.entry(PersonalKind.IMSI, List.of("imsi", "IMSI号", "IMSI_2", "sim.imsi", "用户IMSI", "主卡 IMSI", "SUPI")),
            Map.entry(
                    PersonalKind.ICCID, List.of("ICCID", "sim_iccid", "SIM卡号", "手机卡号", "simSerialNumber", "SIM卡ICCID")),
            Map.entry(
                    PersonalKind.MSISDN,
                    List.of(
                            "MSISDN",
                            "msisdn-b",
                            "Phone Number",
                            "phone_no",
                            "mobileNumber",
                            "user.phone",
                            "Tel.",
                            "caller",
                            "callee number",
                            "手机号",
                            "手机号码(主叫)",
                            "手机号码（被叫）",
                            "基本信息/手机号",
                            "测试手机号",
                            "用户号码",
                            "主叫号码",
                            "联系人电话",
                            "联系电话",
                            "电话号码1")),
            Map.entry(
                    PersonalKind.SERIAL,
                    List.of(
                            "serial",
                            "Serial-Number",
                            "deviceSerialNumber",
                            "data.deviceSerialNumber",
                            "SN",
                            "设备SN",
                            "序列号",
                            "终端序列号")),
            Map.entry(PersonalKind.MISSION, List.of("missionId", "mission_id", "Mission ID", "采集任务号")),
            Map.entry(
                    PersonalKind.IP,
                    List.of(
                            "IP",
                            "ip_address",
                            "IP.Addr",
                            "client-ip",
                            "UE_IP",
                            "local ip v6",
                            "IPv4",
                            "公网IP",
                            "终端IP地址",
                            "ServerIP")),
            Map.entry(PersonalKind.TOKEN, List.of("token", "test_token", "accessToken", "Auth-Token", "令牌", "访问令牌")),
            Map.entry(PersonalKind.MAC, List.of("MAC", "mac_address", "wifi.mac", "BSSID", "设备MAC", "MAC地址")),
            Map.entry(
                    PersonalKind.CLIENT,
                    List.of(
                            "androidId",
                            "android_id",
                            "device.android_id",
                            "OAID",
                            "oaid_md5",
                            "IDFA",
                            "安卓ID",
                            "open_uuid")),
            Map.entry(
                    PersonalKind.ACCOUNT,
                    List.of(
                            "E-mail",
                            "email_address",
                            "user.email",
                            "mail",
                            "User Name",
                            "username",
                            "full_name",
                            "姓名",
                            "测试人员姓名",
                            "联系人",
                            "用户邮箱",
                            "电子邮箱地址",
                            "身份证号码")));

    @TempDir
    Path folder;

    @Test
    void everyColumnOfIdentifiersIsRemovedWithItsKindAndNothingOfItIsKept() {
        Map<String, PersonalKind> kinds = new LinkedHashMap<>();
        HEADINGS.forEach((kind, headings) -> headings.forEach(heading -> kinds.put(heading, kind)));
        String secrets =
                IntStream.range(0, kinds.size()).mapToObj(i -> "tell-tale-" + i).collect(Collectors.joining(","));
        try (Desk desk = new Desk(folder)) {
            IntakeReport report = desk.read(desk.file(
                    "a.csv",
                    "observed_at,lon,lat,crs,operator,rat,rsrp_dbm," + String.join(",", kinds.keySet()),
                    "2025-07-18T22:11:08+08:00,116.3975,39.9087,WGS84,CMCC,5G,-85.5," + secrets,
                    "2025-07-18T22:11:09+08:00,116.3975,39.9087,WGS84,NOBODY,5G,-85.5," + secrets));
            assertThat(report.files().get(0).removed())
                    .containsExactlyInAnyOrderElementsOf(kinds.entrySet().stream()
                            .map(one -> new RemovedColumn(one.getKey(), one.getValue(), 2, false))
                            .toList());
            assertThat(desk.rows("SELECT rsrp_mdbm, CAST(sample_read AS VARCHAR) FROM sample_read"))
                    .hasSize(1)
                    .noneMatch(row -> row.contains("tell-tale"));
            assertThat(desk.rejects()).hasSize(1).noneMatch(row -> row.contains("tell-tale"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device_id",
                "device_model",
                "手机型号",
                "终端型号",
                "phone model",
                "cell id",
                "serving cell id",
                "serving_cell",
                "server",
                "server name",
                "IP latency",
                "ip_latency_ms",
                "IP throughput",
                "MAC throughput",
                "mac_dl_mbps",
                "MAC层下行速率",
                "timeInterval",
                "time_interval",
                "timeInMs",
                "mobile_country_code",
                "mobile network code",
                "小区号",
                "基站号",
                "序号",
                "板卡号",
                "场所名称",
                "name",
                "SN PCI",
                "description",
                "ship",
                "电话业务",
                "mission",
                "tokens"
            })
    void headingsOfMeasurementsNameNobody(String heading) {
        assertThat(Identifiers.named(heading)).isFalse();
    }
}
