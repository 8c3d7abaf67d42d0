package org.signalup.ledger.internal.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.domain.Coded;
import org.signalup.domain.Language;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;

/** The sample file to fill in; columns and headings: the file contract. Words are codes, notes explain them. */
public final class SampleSheet {
    private static final List<List<String>> COLUMNS = List.of(
            List.of("observed_at", "采集时间", "必填，带时区，如 2025-06-30T10:00:00+08:00", "required, with offset"),
            List.of("lon", "经度", "坐标、点位编号、线路编号+里程，三者至少填一", "position, point_id, or line_id with chainage: one of them"),
            List.of("lat", "纬度", "同上", "as above"),
            List.of("crs", "坐标系", "有坐标时必填", "required with a position"),
            List.of("accuracy_m", "定位精度", "米", "metres"),
            List.of("point_id", "点位编号", "在该点位打点或拨测时填", "when tested at this key point"),
            List.of("spot_no", "测点序号", "同一点位内的第几个测点", "which spot of the key point"),
            List.of("line_id", "线路编号", "铁路、地铁、水路必须填线路", "required for rail, metro and waterway"),
            List.of("chainage_m", "里程", "米，或 K12+345", "metres or K12+345"),
            List.of("operator", "运营商", "必填，SIM 卡所属企业", "required, the SIM's home operator"),
            List.of("serving_plmn", "服务网络", "实际驻留网络，如 460-00", "serving network, for example 460-00"),
            List.of("rat", "网络制式", "必填", "required"),
            List.of("source", "数据来源", "空 = 路测", "empty = drive test"),
            List.of("test_mode", "测试模式", "空 = 自由", "empty = free"),
            List.of("state", "状态", "IDLE 空闲，BUSY 业务中", "IDLE or BUSY"),
            List.of("task_id", "任务编号", "", ""),
            List.of("tester_org", "测试单位", "", ""),
            List.of("purpose", "测试目的", "空 = 独立测试", "empty = independent"),
            List.of("instrument_id", "仪表编号", "", ""),
            List.of("device_id", "终端编号", "不要填 IMEI、手机号", "no IMEI, no phone number"),
            List.of("session_id", "会话编号", "", ""),
            List.of("rsrp_dbm", "参考信号接收功率", "dBm", "dBm"),
            List.of("sinr_db", "信干噪比", "dB", "dB"),
            List.of("rsrq_db", "参考信号接收质量", "dB", "dB"),
            List.of("service", "业务", "空 = 测速或覆盖采样", "empty = rate test or coverage"),
            List.of("outcome", "结果", "失败和中断也要填报", "failed tests are reported too"),
            List.of("dl_mbps", "下行速率", "Mbps，测速结果", "Mbps, of a rate test"),
            List.of("ul_mbps", "上行速率", "Mbps，测速结果", "Mbps, of a rate test"),
            List.of("traffic_dl_mbps", "下行流量速率", "Mbps，普通业务流量，不是测速", "Mbps, ordinary traffic, no rate test"),
            List.of("traffic_ul_mbps", "上行流量速率", "同上", "as above"),
            List.of("latency_ms", "时延", "毫秒", "milliseconds"),
            List.of("jitter_ms", "抖动", "毫秒", "milliseconds"),
            List.of("loss_pct", "丢包率", "百分数", "percent"),
            List.of("setup_ms", "接入时长", "毫秒", "milliseconds"),
            List.of("first_frame_ms", "首帧时长", "毫秒", "milliseconds"),
            List.of("stall_ms", "卡顿时长", "毫秒", "milliseconds"),
            List.of("played_ms", "播放时长", "毫秒", "milliseconds"),
            List.of("hd_ms", "高清时长", "毫秒", "milliseconds"),
            List.of("mos", "MOS值", "1–5", "1 to 5"),
            List.of("arfcn", "频点", "", ""),
            List.of("pci", "物理小区标识", "", ""),
            List.of("cell_id", "小区标识", "", ""),
            List.of("band", "频段", "", ""),
            List.of("speed_kmh", "车速", "km/h", "km/h"),
            List.of("floor", "楼层", "如 3、B1、负一层", "for example 3, B1"),
            List.of("stalls", "卡顿次数", "", ""),
            List.of("delay_ms", "端到端时延", "毫秒，单向", "milliseconds, one way"),
            List.of("av_sync_ms", "音画时差", "毫秒，不分先后", "milliseconds, either way"),
            List.of("mock_location", "模拟定位", "1 = 终端声明位置为模拟", "1 = the device said its position is made up"),
            List.of("server_class", "测速服务器", "网内 ON_NET、网外 OFF_NET", "ON_NET or OFF_NET"),
            List.of("bandwidth_mhz", "聚合带宽", "MHz，所用载波合计", "MHz, of all carriers in use"),
            List.of("layers", "空间层数", "", ""));

    private SampleSheet() {}

    public static Sheet of(Programme programme, Language language) {
        Map<String, String> example = Map.ofEntries(
                Map.entry("observed_at", "2025-06-30T10:00:00+08:00"),
                Map.entry("lon", "116.4171"),
                Map.entry("lat", "39.9291"),
                Map.entry("crs", "WGS84"),
                Map.entry("accuracy_m", "8"),
                Map.entry("point_id", "K0001"),
                Map.entry("spot_no", "1"),
                Map.entry("operator", programme.operators().get(0).code()),
                Map.entry("rat", Rat.G5.code()),
                Map.entry("source", Source.WALK.code()),
                Map.entry("test_mode", TestMode.FREE.code()),
                Map.entry("state", "IDLE"),
                Map.entry("purpose", Purpose.THIRD_PARTY.code()),
                Map.entry("device_id", "D01"),
                Map.entry("session_id", "T01"),
                Map.entry("rsrp_dbm", "-92.5"),
                Map.entry("sinr_db", "11.0"));
        List<Sheet.Column> columns = new ArrayList<>();
        for (List<String> column : COLUMNS) {
            String code = column.get(0);
            columns.add(new Sheet.Column(
                    code,
                    language == Language.ZH ? column.get(1) : code,
                    choices(code, programme),
                    !code.equals("crs"),
                    example.getOrDefault(code, ""),
                    note(code, Text.of(column.get(2), column.get(3)), programme)));
        }
        return new Sheet("samples", Text.of("测试数据", "samples").in(language), columns);
    }

    private static Text note(String code, Text note, Programme programme) {
        List<? extends Coded> words = words(code);
        if (code.equals("operator")) {
            return Text.of(
                    note.zh() + "："
                            + list(programme.operators().stream()
                                    .map(o -> o.code() + " " + o.name().zh())),
                    note.en() + ": "
                            + list(programme.operators().stream()
                                    .map(o -> o.code() + " " + o.name().en())));
        }
        return words.isEmpty()
                ? note
                : Text.of(
                        note.zh() + "："
                                + list(words.stream()
                                        .map(w -> w.code() + " " + w.text().zh())),
                        note.en() + ": "
                                + list(words.stream()
                                        .map(w -> w.code() + " " + w.text().en())));
    }

    private static String list(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static List<String> choices(String code, Programme programme) {
        return switch (code) {
            case "operator" ->
                programme.operators().stream().map(Operator::code).toList();
            case "crs" -> List.of("WGS84", "CGCS2000", "GCJ02", "BD09");
            case "state" -> List.of("IDLE", "BUSY");
            default -> words(code).stream().map(Coded::code).toList();
        };
    }

    private static List<? extends Coded> words(String code) {
        return switch (code) {
            case "rat" -> Arrays.asList(Rat.values());
            case "source" -> Arrays.asList(Source.values());
            case "test_mode" -> Arrays.asList(TestMode.values());
            case "purpose" -> Arrays.asList(Purpose.values());
            case "service" -> Arrays.asList(Service.values());
            case "outcome" -> Arrays.asList(Outcome.values());
            default -> List.of();
        };
    }
}
