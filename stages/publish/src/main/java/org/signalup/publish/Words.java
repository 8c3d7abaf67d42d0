package org.signalup.publish;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.Standard.Part;

/** Codes in words. A code no list knows is shown as it is. */
public final class Words {
    private static final Map<String, Text> METHODS = Map.of(
            "USER_APP", Text.of("用户主动测速", "user-started app test"),
            "DRIVE_FTP", Text.of("路测 FTP", "drive-test FTP"),
            "WALK_TEST", Text.of("室内步测", "walk test"),
            "SPOT_TEST", Text.of("定点拨测", "spot test"),
            "FIXED_PROBE", Text.of("定点监测", "fixed probe"));

    private static final Map<String, Text> STAR_REASONS = Map.ofEntries(
            Map.entry("NOT_PASS", Text.of("覆盖未判定达标，不评星", "no stars without a coverage pass")),
            Map.entry("NO_COVERAGE", Text.of("缺覆盖数据", "coverage not measured")),
            Map.entry("NO_RATE", Text.of("缺速率数据", "rate not measured")),
            Map.entry("NO_DL", Text.of("下行测速不足", "too few downlink tests")),
            Map.entry("NO_UL", Text.of("上行测速不足", "too few uplink tests")),
            Map.entry("NO_SERVICE", Text.of("缺业务感知数据", "services not measured")),
            Map.entry("NO_VOICE", Text.of("缺语音数据", "voice not measured")),
            Map.entry("EVIDENCE_C", Text.of("证据仅 C 级，不授五星", "evidence only C, so not five")),
            Map.entry("EVIDENCE_B", Text.of("证据仅 B 级，不授五星", "evidence only B, so not five")),
            Map.entry("LEAST", Text.of("取星级最低的企业", "as the operator with fewest stars")),
            Map.entry("RATE_SHARE", Text.of("达标速率占比不足，不授五星", "share of compliant rate too low for five")),
            Map.entry("HELD", Text.of("分数变化未超出滞回区间，维持上期星级", "held: the score moved less than the hysteresis")));

    private static final String POOR_KPI = "KPI_";

    private static final Map<String, Text> PLAN_REASONS = Map.ofEntries(
            Map.entry("NOT_MEASURED", Text.of("还没有测过", "never measured")),
            Map.entry("TOO_FEW", Text.of("样本或独立测次不足", "too few samples or independent tests")),
            Map.entry("UNDECIDED", Text.of("数据不足以判定", "not enough to decide")),
            Map.entry("RETEST", Text.of("疑似不达标，换一天复测", "suspected: test again on another day")),
            Map.entry("FAIL", Text.of("不达标，整改后复测", "failing: test after the repair")),
            Map.entry("SELF_ONLY", Text.of("只有自测数据，需独立测试", "self tests only: an independent test is needed")),
            Map.entry("SINGLE", Text.of("判定只凭一次测试", "the verdict rests on a single visit")));

    private static final Map<String, Text> REJECTS = Map.ofEntries(
            Map.entry("POINT_UNKNOWN", Text.of("台账中没有这个点位", "key point not in the ledger")),
            Map.entry("LINE_UNKNOWN", Text.of("台账中没有这条线路", "line not in the ledger")),
            Map.entry("CHECKIN_FAR", Text.of("打点位置离点位太远", "check-in too far from its point")),
            Map.entry("CHAINAGE_OUTSIDE", Text.of("里程超出线路", "chainage outside the line")),
            Map.entry("INSTRUMENT_MISSING", Text.of("没有写明采样仪表", "names no instrument")),
            Map.entry("INSTRUMENT_UNKNOWN", Text.of("采样仪表没有登记", "instrument not registered")),
            Map.entry("INSTRUMENT_UNCERTIFIED", Text.of("采样仪表没有证书", "instrument without a certificate")),
            Map.entry("INSTRUMENT_NOT_YET", Text.of("采样仪表的证书尚未生效", "certificate of the instrument not yet valid")),
            Map.entry("INSTRUMENT_EXPIRED", Text.of("采样仪表的证书已过期", "certificate of the instrument run out")),
            Map.entry("INSTRUMENT_DISAGREES", Text.of("采样仪表比对不可比", "instrument did not agree when compared")),
            Map.entry("INSTRUMENT_UNCOMPARED", Text.of("采样仪表没有近期的比对", "instrument not compared recently")),
            Map.entry("FIELD_COUNT", Text.of("字段个数与表头不符", "the number of fields differs from the header")),
            Map.entry("QUOTE_OPEN", Text.of("引号没有闭合", "a quoted field does not end properly")),
            Map.entry("TIME_MISSING", Text.of("缺少采集时间", "no time of observation")),
            Map.entry("TIME_NO_ZONE", Text.of("时间没有时区", "time without zone")),
            Map.entry("TIME_INVALID", Text.of("时间无法识别", "not a time")),
            Map.entry("AFTER_AS_OF", Text.of("晚于评测截止日", "observed after the as-of day")),
            Map.entry("PLACE_MISSING", Text.of("没有位置", "no place")),
            Map.entry("CRS_MISSING", Text.of("没有坐标系", "no coordinate system")),
            Map.entry("CRS_UNKNOWN", Text.of("未知坐标系", "unknown coordinate system")),
            Map.entry("LON_RANGE", Text.of("经度超出范围", "longitude out of range")),
            Map.entry("LAT_RANGE", Text.of("纬度超出范围", "latitude out of range")),
            Map.entry("OPERATOR_MISSING", Text.of("缺少运营商", "no operator")),
            Map.entry("OPERATOR_UNKNOWN", Text.of("运营商不在方案名单中", "operator not in the programme's list")),
            Map.entry("OPERATOR_NOT_YOURS", Text.of("运营商不在发送方范围内", "operator not within the sender's reach")),
            Map.entry("PURPOSE_NOT_YOURS", Text.of("企业自己发送的只能是自测", "sent by an operator itself: self tests only")),
            Map.entry("RAT_MISSING", Text.of("缺少网络制式", "no radio access technology")),
            Map.entry("RAT_UNKNOWN", Text.of("未知网络制式", "unknown rat")),
            Map.entry("SOURCE_UNKNOWN", Text.of("未知数据来源", "unknown source")),
            Map.entry("TEST_MODE_UNKNOWN", Text.of("未知测试模式", "unknown test mode")),
            Map.entry("STATE_UNKNOWN", Text.of("未知状态", "unknown state")),
            Map.entry("PURPOSE_UNKNOWN", Text.of("未知测试目的", "unknown purpose")),
            Map.entry("SERVICE_UNKNOWN", Text.of("未知业务", "unknown service")),
            Map.entry("OUTCOME_UNKNOWN", Text.of("未知结果", "unknown outcome")),
            Map.entry("MOCK_UNKNOWN", Text.of("模拟定位标记无法识别", "unknown mark of mock locations")),
            Map.entry("SERVER_CLASS_UNKNOWN", Text.of("未知测速服务器类别", "unknown class of server")),
            Map.entry("PROVIDER_MISSING", Text.of("缺少提供方", "no provider")),
            Map.entry("METHOD_MISSING", Text.of("缺少口径说明", "no statement of the method")),
            Map.entry("PERIOD_INVALID", Text.of("起止日期有误", "not a period")),
            Map.entry("PERIOD_OUTSIDE", Text.of("不在评测时段内", "outside the period evaluated")),
            Map.entry("DIVISION_UNKNOWN", Text.of("行政区划不在范围内", "unknown division")),
            Map.entry("SESSIONS_FEW", Text.of("业务次数太少", "too few sessions")),
            Map.entry("KPI_MISSING", Text.of("没有业务指标", "no KPI told")),
            Map.entry("AGGREGATE_OVERLAP", Text.of("时段与另一行重叠", "its period overlaps another row")),
            Map.entry("NUMBER_INVALID", Text.of("不是有限数值", "not a finite number")),
            Map.entry("RANGE", Text.of("数值不合理", "implausible value")),
            Map.entry("CHAINAGE_INVALID", Text.of("里程无法识别", "not a chainage")),
            Map.entry("FLOOR_UNKNOWN", Text.of("楼层无法识别", "unknown floor")),
            Map.entry("JSON_INVALID", Text.of("不是有效的 JSON 对象", "not a valid JSON object")),
            Map.entry("JSON_KEY_TWICE", Text.of("JSON 对象里同一个键出现两次", "a key appears twice in a JSON object")),
            Map.entry("PACKET_INVALID", Text.of("不是完整的日志包", "not a whole log packet")),
            Map.entry("FIX_FAR", Text.of("时间上附近没有定位", "no position near enough in time")),
            Map.entry("ID_FORMULA", Text.of("编号不得以 = + - @ 或制表符开头", "ids must not begin with = + - @ or TAB")));

    private Words() {}

    /** A verdict in at most four characters. */
    public static Text verdict(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Text.of("达标", "pass");
            case FAIL -> Text.of("不达标", "fail");
            case RETEST -> Text.of("待复测", "re-test");
            case TOO_FEW -> Text.of("样本不足", "too few");
            case UNDECIDED -> Text.of("待判定", "undecided");
            case NOT_MEASURED -> Text.of("未测试", "not measured");
        };
    }

    public static Text rule(Rule rule) {
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

    public static Text unit(Unit unit) {
        return switch (unit) {
            case PLACE, PLACE_SHARE -> Text.of("处", "places");
            case KM -> Text.of("公里", "km");
            case LINE -> Text.of("条", "lines");
            case MBPS -> Text.of("Mbit/s（兆比特每秒）", "Mbit/s");
            case SHARE -> Text.of("占比", "share");
        };
    }

    public static Text method(String code) {
        return METHODS.getOrDefault(code, Text.same(code));
    }

    public static Text reject(String code) {
        return REJECTS.getOrDefault(code, Text.same(code));
    }

    /** What was compared: key points or bins. */
    public static Text unitOfTarget(String code) {
        return code.equals("BIN") ? Text.of("里程段", "bins") : Text.of("关键点位", "key points");
    }

    public static Text object(String code) {
        return switch (code) {
            case "PLACE" -> Text.of("场所", "place");
            case "LINE" -> Text.of("线路", "line");
            case "REGION" -> Text.of("地区", "region");
            default -> Text.same(code);
        };
    }

    /**
     * One star reason: {@code NO_RATE:MAX3}, {@code LEAST:CMCC}, {@code KPI_LIVE.STALL_RATIO:MAX4} and the like.
     *
     * @param operators names of operators by code
     */
    public static Text starReason(String code, Function<String, Text> operators) {
        String[] parts = code.split(":", 2);
        Text reason = parts[0].startsWith(POOR_KPI) ? poor(parts[0]) : STAR_REASONS.get(parts[0]);
        if (reason == null) {
            return Text.same(code);
        }
        if (parts.length == 2 && parts[1].matches("MAX[0-9]")) {
            String most = parts[1].substring(3);
            return Text.of(reason.zh() + "（最高 " + most + " 星）", reason.en() + " (at most " + most + " stars)");
        }
        return parts.length == 2 ? join(reason, detail(parts[1], operators)) : reason;
    }

    /** A part of a score. */
    public static Text part(Part part) {
        return switch (part) {
            case COVERAGE -> Text.of("覆盖", "coverage");
            case RATE -> Text.of("速率", "rate");
            case SERVICE -> Text.of("业务", "services");
            case VOICE -> Text.of("语音", "voice");
        };
    }

    /** What kept a part of a score down: {@code DL}, {@code WEB.SUCCESS}, {@code LIVE.STALL_RATIO:POOR}. */
    public static Text lost(String code) {
        Optional<Direction> direction = Coded.find(Direction.class, code);
        if (direction.isPresent()) {
            Text own = direction.get().text();
            return Text.of(own.zh() + "速率未到满分线", own.en() + " below full marks");
        }
        String[] parts = code.split(":", 2);
        Text kpi = kpi(parts[0]);
        return Coded.find(ServiceLevel.class, parts.length == 2 ? parts[1] : "")
                .map(level -> Text.of(
                        kpi.zh() + "：" + level.text().zh(),
                        kpi.en() + ": " + level.text().en()))
                .orElse(kpi);
    }

    /** {@code LIVE.STALL_RATIO} or {@code LIVE.SUCCESS}. */
    private static Text kpi(String code) {
        int dot = code.indexOf('.');
        String name = code.substring(dot + 1);
        Optional<Service> service = Coded.find(Service.class, code.substring(0, Math.max(0, dot)));
        Optional<Text> kpi = name.equals("SUCCESS")
                ? Optional.of(Text.of("成功率", "success"))
                : Coded.find(ServiceKpi.class, name).map(ServiceKpi::text);
        if (service.isEmpty() || kpi.isEmpty()) {
            return Text.same(code);
        }
        return Text.of(
                service.get().text().zh() + kpi.get().zh(),
                service.get().text().en() + ", " + kpi.get().en());
    }

    /** One reason of the test plan. */
    public static Text planReason(String code) {
        String[] parts = code.split(":", 2);
        Text reason = PLAN_REASONS.get(parts[0]);
        if (reason == null) {
            return Text.same(code);
        }
        return parts.length == 2 ? join(reason, detail(parts[1], Text::same)) : reason;
    }

    private static Text poor(String code) {
        Text kpi = kpi(code.substring(POOR_KPI.length()));
        return Text.of(kpi.zh() + "不合格，不授五星", kpi.en() + " too poor for five");
    }

    private static Text detail(String code, Function<String, Text> others) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().equals(code)) {
                return verdict(verdict);
            }
        }
        return others.apply(code);
    }

    private static Text join(Text one, Text two) {
        return Text.of(one.zh() + "：" + two.zh(), one.en() + ": " + two.en());
    }
}
