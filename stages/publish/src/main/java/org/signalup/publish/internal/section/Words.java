package org.signalup.publish.internal.section;

import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;

/** Codes in words. A code no list knows is shown as it is. */
final class Words {
    private static final Map<String, Text> METHODS = Map.of(
            "USER_APP", Text.of("用户主动测速", "user-started app test"),
            "DRIVE_FTP", Text.of("路测 FTP", "drive-test FTP"),
            "DRIVE", Text.of("路测", "drive test"),
            "WALK", Text.of("室内步测", "walk test"),
            "CQT", Text.of("定点拨测", "spot test"),
            "PROBE", Text.of("定点监测", "fixed probe"),
            "FIELD", Text.of("现场测试", "field test"));

    private static final Map<String, Text> STAR_REASONS = Map.ofEntries(
            Map.entry("NOT_PASS", Text.of("覆盖未判定达标，不评星", "no stars without a coverage pass")),
            Map.entry("NO_COVERAGE", Text.of("缺覆盖数据", "coverage not measured")),
            Map.entry("NO_RATE", Text.of("缺速率数据", "rate not measured")),
            Map.entry("NO_SERVICE", Text.of("缺业务感知数据", "services not measured")),
            Map.entry("NO_VOICE", Text.of("缺语音数据", "voice not measured")),
            Map.entry("EVIDENCE_C", Text.of("证据仅 C 级，不授五星", "evidence only C, so not five")),
            Map.entry("EVIDENCE", Text.of("证据等级不足，不授五星", "evidence too weak for five")),
            Map.entry("RATE_SHARE", Text.of("达标速率占比不足，不授五星", "share of compliant rate too low for five")),
            Map.entry("HELD", Text.of("分数变化未超出滞回区间，维持上期星级", "held: the score moved less than the hysteresis")));

    private static final Map<String, Text> PLAN_REASONS = Map.ofEntries(
            Map.entry("NOT_MEASURED", Text.of("还没有测过", "never measured")),
            Map.entry("TOO_FEW", Text.of("样本或独立测次不足", "too few samples or independent tests")),
            Map.entry("UNDECIDED", Text.of("数据不足以判定", "not enough to decide")),
            Map.entry("RETEST", Text.of("疑似不达标，换一天复测", "suspected: test again on another day")),
            Map.entry("FAIL", Text.of("不达标，整改后复测", "failing: test after the repair")),
            Map.entry("SELF_ONLY", Text.of("只有自测数据，需独立测试", "self tests only: an independent test is needed")),
            Map.entry("SELF", Text.of("只有自测数据，需独立测试", "self tests only: an independent test is needed")),
            Map.entry("EVIDENCE_C", Text.of("判定只凭单次测试", "the verdict rests on a single visit")),
            Map.entry("EVIDENCE_B", Text.of("尚未达到统计充分", "repeated, not yet statistical")),
            Map.entry("C", Text.of("判定只凭单次测试", "the verdict rests on a single visit")),
            Map.entry("B", Text.of("尚未达到统计充分", "repeated, not yet statistical")));

    private static final Map<String, Text> REJECTS = Map.ofEntries(
            Map.entry("POINT_UNKNOWN", Text.of("台账中没有这个点位", "key point not in the ledger")),
            Map.entry("LINE_UNKNOWN", Text.of("台账中没有这条线路", "line not in the ledger")),
            Map.entry("CHECKIN_FAR", Text.of("打点位置离点位太远", "check-in too far from its point")),
            Map.entry("CHAINAGE_OUTSIDE", Text.of("里程超出线路", "chainage outside the line")),
            Map.entry("AFTER_AS_OF", Text.of("晚于评测截止日", "after the as-of day")),
            Map.entry("OPERATOR_UNKNOWN", Text.of("运营商无法识别", "unknown operator")),
            Map.entry("RAT_UNKNOWN", Text.of("网络制式无法识别", "unknown technology")),
            Map.entry("SERVICE_UNKNOWN", Text.of("业务无法识别", "unknown service")),
            Map.entry("TIME_INVALID", Text.of("采集时间无效", "invalid time")),
            Map.entry("NUMBER_INVALID", Text.of("数字无效", "invalid number")),
            Map.entry("POSITION_INVALID", Text.of("坐标无效", "invalid position")));

    private Words() {}

    /** A verdict in at most four characters. */
    static Text verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Text.of("达标", "pass");
            case FAIL -> Text.of("不达标", "fail");
            case RETEST -> Text.of("待复测", "re-test");
            case TOO_FEW -> Text.of("样本不足", "too few");
            case UNDECIDED -> Text.of("待判定", "undecided");
            case NOT_MEASURED -> Text.of("未测试", "not measured");
        };
    }

    static Text rule(Rule rule) {
        return switch (rule) {
            case DEEP_COVERAGE -> Text.of("深度覆盖：全部关键点位达标", "deep coverage: every key point passes");
            case CONTINUOUS_COVERAGE -> Text.of("连续覆盖：按里程达标", "continuous coverage: by length of line");
            case COVERAGE_AND_QUALITY -> Text.of("覆盖与速率均达标", "coverage and rate both pass");
            case COVERAGE_AND_EXPERIENCE -> Text.of("覆盖、速率与业务体验均达标", "coverage, rate and services pass");
            case COVERAGE_AND_SERVICE -> Text.of("覆盖与业务均达标", "coverage and services pass");
            case MEAN_RATE -> Text.of("均值接入速率", "mean access rate");
            case RATE_SHARE -> Text.of("达标速率占比", "share of compliant tests");
        };
    }

    static Text unit(Unit unit) {
        return switch (unit) {
            case PLACE, PLACE_SHARE -> Text.of("处", "places");
            case KM -> Text.of("公里", "km");
            case LINE -> Text.of("条", "lines");
            case MBPS -> Text.of("Mbit/s（兆比特每秒）", "Mbit/s");
            case SHARE -> Text.of("占比", "share");
        };
    }

    static Text method(String code) {
        return METHODS.getOrDefault(code, Text.same(code));
    }

    static Text reject(String code) {
        return REJECTS.getOrDefault(code, Text.same(code));
    }

    static Text object(String code) {
        return switch (code) {
            case "PLACE" -> Text.of("场所", "place");
            case "LINE" -> Text.of("线路", "line");
            case "REGION" -> Text.of("地区", "region");
            default -> Text.same(code);
        };
    }

    /** One star reason: {@code NO_RATE:MAX3} and the like. */
    static Text starReason(String code) {
        String[] parts = code.split(":", 2);
        Text reason = STAR_REASONS.get(parts[0]);
        if (reason == null) {
            return Text.same(code);
        }
        if (parts.length == 2 && parts[1].matches("MAX[0-9]")) {
            String most = parts[1].substring(3);
            return Text.of(reason.zh() + "（最高 " + most + " 星）", reason.en() + " (at most " + most + " stars)");
        }
        return parts.length == 2 ? join(reason, detail(parts[1])) : reason;
    }

    /** One reason of the test plan. */
    static Text planReason(String code) {
        String[] parts = code.split(":", 2);
        Text reason = PLAN_REASONS.get(parts[0]);
        if (reason == null) {
            return Text.same(code);
        }
        return parts.length == 2 ? join(reason, detail(parts[1])) : reason;
    }

    private static Text detail(String code) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(code)) {
                return verdict(verdict);
            }
        }
        return Text.same(code);
    }

    private static Text join(Text one, Text two) {
        return Text.of(one.zh() + "：" + two.zh(), one.en() + ": " + two.en());
    }
}
