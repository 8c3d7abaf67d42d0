package org.signalup.publish;

import java.util.HashMap;
import java.util.Map;
import org.signalup.domain.Text;

/** What the columns of result and ledger tables are called for people, with their units. */
public final class Headings {
    private static final Map<String, Text> HEADINGS = new HashMap<>();

    static {
        ledger();
        counts();
        verdicts();
        lengths();
        rates();
        sources();
        progress();
        files();
    }

    private Headings() {}

    /** The heading of a column; one that nobody named is its own heading. */
    public static Text of(String column) {
        return HEADINGS.getOrDefault(column, Text.same(column));
    }

    private static void name(String column, String zh, String en) {
        HEADINGS.put(column, Text.of(zh, en));
    }

    private static void ledger() {
        name("place_id", "场所编号", "Place id");
        name("point_id", "点位编号", "Key-point id");
        name("line_id", "线路编号", "Line id");
        name("section_id", "路段编号", "Section id");
        name("name", "名称", "Name");
        name("place_name", "场所名称", "Place");
        name("line_name", "线路名称", "Line");
        name("scenario", "场景", "Scenario");
        name("category", "类别", "Category");
        name("kind", "类型", "Kind");
        name("grade", "等级", "Grade");
        name("division_code", "区划代码", "Division code");
        name("reported_done", "上报完成日期", "Reported done");
        name("lon", "经度（WGS-84）", "Longitude (WGS-84)");
        name("lat", "纬度（WGS-84）", "Latitude (WGS-84)");
        name("section_from_m", "路段起点里程 m", "Section from, m");
        name("section_to_m", "路段终点里程 m", "Section to, m");
    }

    private static void counts() {
        name("operator", "运营商", "Operator");
        name("rat", "制式行", "Network row");
        name("samples", "样本数", "Samples");
        name("covered", "合格样本数", "Compliant samples");
        name("share", "合格占比", "Compliant share");
        name("share_low", "占比下限", "Share, low");
        name("share_high", "占比上限", "Share, high");
        name("clusters", "独立组数", "Clusters");
        name("dates", "测试天数", "Dates");
        name("dates_failed", "不达标天数", "Dates failed");
        name("on_rat_share", "驻留占比", "Share of time on the network");
        name("no_service", "脱网样本数", "No-service samples");
        name("weak", "弱覆盖样本数", "Weak samples");
        name("interfered", "干扰样本数", "Interfered samples");
    }

    private static void verdicts() {
        name("verdict", "判定", "Verdict");
        name("evidence", "证据等级", "Evidence");
        name("points", "点位数", "Key points");
        name("points_passed", "达标点位数", "Points passed");
        name("points_retest", "待复测点位数", "Points to re-test");
        name("points_failed", "不达标点位数", "Points failed");
        name("points_open", "未定点位数", "Points open");
        name("score", "得分", "Score");
        name("stars", "星级", "Stars");
        name("stars_reason", "星级说明", "Why these stars");
        name("visits_for_b", "达到 B 级还需补测次数", "Visits needed for B");
        name("visits_for_a", "达到 A 级还需补测次数", "Visits needed for A");
        name("reason", "原因", "Reason");
    }

    private static void lengths() {
        name("bin", "里程段序号", "Bin");
        name("from_m", "起点里程 m", "From, m");
        name("to_m", "终点里程 m", "To, m");
        name("length_m", "长度 m", "Length, m");
        name("judged_m", "已判定长度 m", "Judged, m");
        name("passed_m", "达标长度 m", "Passed, m");
        name("retest_m", "待复测长度 m", "To re-test, m");
        name("failed_m", "不达标长度 m", "Failed, m");
        name("ratio", "达标里程占比", "Passed share of length");
        name("ratio_low", "占比下限", "Share, low");
        name("ratio_high", "占比上限", "Share, high");
        name("longest_gap_m", "最长断点 m", "Longest gap, m");
    }

    private static void rates() {
        name("object", "对象", "Object");
        name("object_id", "对象编号", "Object id");
        name("direction", "方向", "Direction");
        name("method", "口径", "Method");
        name("tests", "测试次数", "Tests");
        name("devices", "设备数", "Devices");
        name("mean", "均值 Mbit/s", "Mean, Mbit/s");
        name("low", "区间下限", "Interval, low");
        name("high", "区间上限", "Interval, high");
        name("clipped_mean", "截尾均值 Mbit/s", "Clipped mean, Mbit/s");
        name("median", "中位数 Mbit/s", "Median, Mbit/s");
        name("p10", "10% 分位 Mbit/s", "10th percentile, Mbit/s");
        name("share_ok", "达到门限的占比", "Share reaching the limit");
        name("measure", "量", "Measure");
        name("p05", "5% 分位", "5th percentile");
        name("p50", "中位数", "Median");
        name("p95", "95% 分位", "95th percentile");
        name("within", "分档宽度", "Width of steps");
    }

    private static void sources() {
        name("test_mode", "测试模式", "Test mode");
        name("sources", "来源", "Sources");
        name("source", "来源", "Source");
        name("compared", "可对照", "Compared");
        name("agreeing", "一致", "Agree");
        name("verdicts_differ", "结论不同", "Verdicts differ");
        name("intervals_apart", "区间不重叠", "Intervals apart");
        name("differ", "哪里不同", "Differ by");
        name("stands", "以此为准", "Stands");
        name("instrument_id", "仪表编号", "Instrument id");
    }

    private static void progress() {
        name("target", "目标", "Target");
        name("region", "地区", "Region");
        name("unit", "单位", "Unit");
        name("goal", "目标值", "Goal");
        name("base", "底数", "Base");
        name("listed", "台账", "Listed");
        name("reported", "上报完成", "Reported");
        name("tested", "已测评", "Tested");
        name("passed", "达标", "Passed");
        name("passed_a", "达标 A", "Passed, A");
        name("passed_b", "达标 B", "Passed, B");
        name("passed_c", "达标 C", "Passed, C");
        name("retest", "待复测", "To re-test");
        name("failed", "不达标", "Failed");
        name("open", "未定", "Open");
        name("estimate", "估计值", "Estimate");
        name("n", "样本量 n", "n");
    }

    private static void files() {
        name("file", "文件", "File");
        name("row_no", "行号", "Row");
        name("column_name", "列", "Column");
        name("value", "值", "Value");
        name("code", "代码", "Code");
        name("message", "说明", "Message");
        name("data", "数据性质", "Nature of the data");
    }
}
