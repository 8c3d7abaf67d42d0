package org.signalup.intake;

import java.util.List;
import java.util.Optional;

/**
 * The columns of the canonical sample file: the word in files, the Chinese heading, and the dataset column it fills. A
 * heading may carry a unit, {@code 下行速率(kbps)}; without one the unit of the column's own name counts.
 */
public enum SampleColumn {
    OBSERVED_AT("observed_at", Kind.TIME, Unit.NONE, "observed_ms", "采集时间", "测试时间", "时间"),
    LON("lon", Kind.COORDINATE, Unit.NONE, "lon_e7", "经度"),
    LAT("lat", Kind.COORDINATE, Unit.NONE, "lat_e7", "纬度"),
    CRS("crs", Kind.WORD, Unit.NONE, "", "坐标系"),
    ACCURACY_M("accuracy_m", Kind.NUMBER, Unit.METRE, "accuracy_mm", "定位精度"),
    POINT_ID("point_id", Kind.ID, Unit.NONE, "point_id", "点位编号"),
    SPOT_NO("spot_no", Kind.NUMBER, Unit.COUNT, "spot", "测点序号"),
    LINE_ID("line_id", Kind.ID, Unit.NONE, "line_id", "线路编号"),
    CHAINAGE_M("chainage_m", Kind.CHAINAGE, Unit.METRE, "chainage_mm", "里程"),
    OPERATOR("operator", Kind.WORD, Unit.NONE, "operator", "运营商", "基础电信企业"),
    SERVING_PLMN("serving_plmn", Kind.TEXT, Unit.NONE, "serving_plmn", "服务网络"),
    RAT("rat", Kind.WORD, Unit.NONE, "rat", "网络制式"),
    SOURCE("source", Kind.WORD, Unit.NONE, "source", "数据来源"),
    TEST_MODE("test_mode", Kind.WORD, Unit.NONE, "test_mode", "测试模式"),
    STATE("state", Kind.WORD, Unit.NONE, "busy", "状态"),
    TASK_ID("task_id", Kind.ID, Unit.NONE, "task_id", "任务编号"),
    TESTER_ORG("tester_org", Kind.TEXT, Unit.NONE, "tester_org", "测试单位"),
    PURPOSE("purpose", Kind.WORD, Unit.NONE, "purpose", "测试目的"),
    INSTRUMENT_ID("instrument_id", Kind.ID, Unit.NONE, "instrument_id", "仪表编号"),
    DEVICE_ID("device_id", Kind.ID, Unit.NONE, "device_id", "终端编号"),
    SESSION_ID("session_id", Kind.ID, Unit.NONE, "session_id", "会话编号"),
    RSRP_DBM("rsrp_dbm", Kind.NUMBER, Unit.LEVEL, "rsrp_mdbm", "参考信号接收功率", "RSRP"),
    SINR_DB("sinr_db", Kind.NUMBER, Unit.LEVEL, "sinr_mdb", "信干噪比", "SINR"),
    RSRQ_DB("rsrq_db", Kind.NUMBER, Unit.LEVEL, "rsrq_mdb", "参考信号接收质量", "RSRQ"),
    SERVICE("service", Kind.WORD, Unit.NONE, "service", "业务"),
    OUTCOME("outcome", Kind.WORD, Unit.NONE, "outcome", "结果"),
    DL_MBPS("dl_mbps", Kind.NUMBER, Unit.MBIT_S, "dl_kbps", "下行速率"),
    UL_MBPS("ul_mbps", Kind.NUMBER, Unit.MBIT_S, "ul_kbps", "上行速率"),
    TRAFFIC_DL_MBPS("traffic_dl_mbps", Kind.NUMBER, Unit.MBIT_S, "traffic_dl_kbps", "下行流量速率"),
    TRAFFIC_UL_MBPS("traffic_ul_mbps", Kind.NUMBER, Unit.MBIT_S, "traffic_ul_kbps", "上行流量速率"),
    LATENCY_MS("latency_ms", Kind.NUMBER, Unit.MILLISECOND, "latency_us", "时延"),
    JITTER_MS("jitter_ms", Kind.NUMBER, Unit.MILLISECOND, "jitter_us", "抖动"),
    LOSS_PCT("loss_pct", Kind.NUMBER, Unit.PERCENT, "loss_ppm", "丢包率"),
    SETUP_MS("setup_ms", Kind.NUMBER, Unit.MILLISECOND, "setup_us", "接入时长"),
    FIRST_FRAME_MS("first_frame_ms", Kind.NUMBER, Unit.MILLISECOND, "first_frame_us", "首帧时长"),
    STALL_MS("stall_ms", Kind.NUMBER, Unit.MILLISECOND, "stall_us", "卡顿时长"),
    PLAYED_MS("played_ms", Kind.NUMBER, Unit.MILLISECOND, "played_us", "播放时长"),
    HD_MS("hd_ms", Kind.NUMBER, Unit.MILLISECOND, "hd_us", "高清时长"),
    MOS("mos", Kind.NUMBER, Unit.LEVEL, "mos_milli", "MOS值"),
    ARFCN("arfcn", Kind.NUMBER, Unit.COUNT, "arfcn", "频点"),
    PCI("pci", Kind.NUMBER, Unit.COUNT, "pci", "物理小区标识"),
    CELL_ID("cell_id", Kind.TEXT, Unit.NONE, "cell_id", "小区标识"),
    BAND("band", Kind.TEXT, Unit.NONE, "band", "频段"),
    SPEED_KMH("speed_kmh", Kind.NUMBER, Unit.KM_H, "speed_mmps", "车速", "速度"),
    FLOOR("floor", Kind.FLOOR, Unit.NONE, "floor", "楼层"),
    STALLS("stalls", Kind.NUMBER, Unit.COUNT, "stalls", "卡顿次数"),
    DELAY_MS("delay_ms", Kind.NUMBER, Unit.MILLISECOND, "delay_us", "端到端时延"),
    AV_SYNC_MS("av_sync_ms", Kind.NUMBER, Unit.MILLISECOND, "av_sync_us", "音画时差"),
    MOCK_LOCATION("mock_location", Kind.WORD, Unit.NONE, "mock", "模拟定位"),
    SERVER_CLASS("server_class", Kind.WORD, Unit.NONE, "server_class", "测速服务器"),
    BANDWIDTH_MHZ("bandwidth_mhz", Kind.NUMBER, Unit.MEGAHERTZ, "bandwidth_khz", "聚合带宽"),
    LAYERS("layers", Kind.NUMBER, Unit.COUNT, "layers", "空间层数");

    /** How a cell is understood. */
    public enum Kind {
        TIME,
        COORDINATE,
        CHAINAGE,
        NUMBER,
        WORD,
        ID,
        TEXT,
        FLOOR
    }

    /** The unit a column has when its heading names none. */
    public enum Unit {
        NONE,
        COUNT,
        METRE,
        LEVEL,
        MBIT_S,
        MILLISECOND,
        PERCENT,
        KM_H,
        MEGAHERTZ
    }

    private final String code;
    private final Kind kind;
    private final Unit unit;
    private final String fills;
    private final List<String> headings;

    SampleColumn(String code, Kind kind, Unit unit, String fills, String... headings) {
        this.code = code;
        this.kind = kind;
        this.unit = unit;
        this.fills = fills;
        this.headings = List.of(headings);
    }

    /** The word in files, for example {@code rsrp_dbm}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public Unit unit() {
        return unit;
    }

    /** The column of {@link SampleSchema#READ} it fills; empty when it only helps to understand others. */
    public String fills() {
        return fills;
    }

    /** The Chinese heading of templates. */
    public String heading() {
        return headings.get(0);
    }

    /** Every heading understood beside {@link #code}, the template's first. */
    public List<String> headings() {
        return headings;
    }

    /** Finds a column by its word in files. */
    public static Optional<SampleColumn> find(String code) {
        for (SampleColumn column : values()) {
            if (column.code.equalsIgnoreCase(code)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
