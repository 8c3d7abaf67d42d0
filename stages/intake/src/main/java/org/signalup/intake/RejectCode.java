package org.signalup.intake;

import org.signalup.domain.Text;

/** Why one row was refused; the rest of its file is read. A row has one code: the first found. */
public enum RejectCode {
    FIELD_COUNT(
            "字段个数与表头不符（JSON：这一行不是对象）", "the number of fields differs from the header (JSON: the line is no object)"),
    QUOTE_OPEN("引号没有闭合", "a quoted field does not end properly"),
    JSON_INVALID("不是有效的 JSON 对象", "not a valid JSON object"),
    JSON_KEY_TWICE("JSON 对象里同一个键出现两次", "a key appears twice in a JSON object"),
    PACKET_INVALID("不是完整的日志包", "not a whole log packet"),
    FIX_FAR("时间上附近没有定位", "no position near enough in time"),
    TIME_MISSING("缺少采集时间", "no time of observation"),
    TIME_NO_ZONE("时间没有时区，应为 2025-07-18T22:11:08+08:00", "time without zone, expected 2025-07-18T22:11:08+08:00"),
    TIME_INVALID(
            "时间无法识别或不在 2000–2099 年，应为 2025-07-18T22:11:08+08:00",
            "not a time, or not of 2000–2099, expected 2025-07-18T22:11:08+08:00"),
    AFTER_AS_OF("晚于评测截止日", "observed after the as-of day"),
    PLACE_MISSING(
            "没有位置：应有经纬度、点位编号，或线路编号加里程", "no place: expected lon and lat, or point_id, or line_id with chainage_m"),
    CRS_MISSING("没有坐标系，请加 crs 列或 --crs", "no coordinate system, add a crs column or --crs"),
    CRS_UNKNOWN(
            "未知坐标系，应为 WGS84、CGCS2000、GCJ02、BD09 或 EPSG:n",
            "unknown coordinate system, expected WGS84, CGCS2000, GCJ02, BD09 or EPSG:n"),
    LON_RANGE("经度超出范围，应在 -180 至 180 之间", "longitude out of range, expected -180 to 180"),
    LAT_RANGE("纬度超出范围，应在 -90 至 90 之间", "latitude out of range, expected -90 to 90"),
    OPERATOR_MISSING("缺少运营商", "no operator"),
    OPERATOR_UNKNOWN("运营商不在方案名单中", "operator not in the programme's list"),
    RAT_MISSING("缺少网络制式", "no radio access technology"),
    RAT_UNKNOWN("未知网络制式，应为 2G、3G、4G、5G、NONE 或 WIFI", "unknown rat, expected 2G, 3G, 4G, 5G, NONE or WIFI"),
    SOURCE_UNKNOWN("未知数据来源，应为 DRIVE、WALK、CQT、PROBE 或 APP", "unknown source, expected DRIVE, WALK, CQT, PROBE or APP"),
    TEST_MODE_UNKNOWN(
            "未知测试模式，应为 FREE、LOCK_4G、LOCK_5G 或 SCAN", "unknown test mode, expected FREE, LOCK_4G, LOCK_5G or SCAN"),
    STATE_UNKNOWN("未知状态，应为 IDLE 或 BUSY", "unknown state, expected IDLE or BUSY"),
    PURPOSE_UNKNOWN(
            "未知测试目的，应为 SELF、THIRD_PARTY、AUTHORITY 或 RETEST",
            "unknown purpose, expected SELF, THIRD_PARTY, AUTHORITY or RETEST"),
    SERVICE_UNKNOWN(
            "未知业务，应为 RATE、LIVE、SHORT_VIDEO、VIDEO_CALL、CLOUD_GAME、VOICE、WEB、PAYMENT 或 MESSAGE",
            "unknown service, expected RATE, LIVE, SHORT_VIDEO, VIDEO_CALL, CLOUD_GAME, VOICE, WEB, PAYMENT or MESSAGE"),
    OUTCOME_UNKNOWN("未知结果，应为 OK、FAILED 或 DROPPED", "unknown outcome, expected OK, FAILED or DROPPED"),
    MOCK_UNKNOWN("模拟定位标记无法识别，应为 1 或 0", "unknown mark of mock locations, expected 1 or 0"),
    SERVER_CLASS_UNKNOWN("未知测速服务器类别，应为 ON_NET 或 OFF_NET", "unknown class of server, expected ON_NET or OFF_NET"),
    PROVIDER_MISSING("缺少提供方", "no provider"),
    METHOD_MISSING("缺少口径说明", "no statement of the method"),
    PERIOD_INVALID(
            "起止日期无法识别或次序颠倒，应为 2025-09-01",
            "not a period, expected dates such as 2025-09-01, the first not after the last"),
    PERIOD_OUTSIDE("不在评测时段内", "outside the period evaluated"),
    DIVISION_UNKNOWN("行政区划不在台账和方案的范围内", "a division neither of the ledger nor of the programme"),
    SESSIONS_FEW("业务次数少于标准要求", "fewer sessions than the standard asks for"),
    KPI_MISSING("没有任何业务指标", "no KPI of the service at all"),
    AGGREGATE_OVERLAP(
            "与同一提供方、地区、运营商、业务的另一行时段重叠",
            "its period overlaps another row of the same provider, division, operator and service"),
    NUMBER_INVALID("不是有限数值，应如 -95.5", "not a finite number, expected for example -95.5"),
    RANGE(
            "数值不合理，应为：RSRP -156 至 -31（4G -140 至 -43），SINR -30 至 40，RSRQ -43 至 20，MOS 0 至 5，丢包率 0 至 100，其余不为负、不过大",
            "implausible value, expected RSRP -156 to -31 (4G -140 to -43), SINR -30 to 40, RSRQ -43 to 20, MOS 0 to 5,"
                    + " loss 0 to 100, others neither negative nor huge"),
    CHAINAGE_INVALID("里程无法识别，应为米或 K12+345", "not a chainage, expected metres or K12+345"),
    FLOOR_UNKNOWN("楼层无法识别，应为 3、B1 或 负一层", "unknown floor, expected 3, B1 or 负一层"),
    ID_FORMULA("编号不得以 = + - @ 或制表符开头", "ids must not begin with = + - @ or TAB"),
    OPERATOR_NOT_YOURS("该运营商不在发送方范围内", "this operator is not within the sender's reach"),
    PURPOSE_NOT_YOURS(
            "企业自己发送的采样只能是自测 SELF", "what an operator or tower company sends by itself can only be purpose SELF");

    private final Text text;

    RejectCode(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
