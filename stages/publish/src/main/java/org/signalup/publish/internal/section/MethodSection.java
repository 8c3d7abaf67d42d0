package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.domain.Direction;
import org.signalup.domain.Language;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.Citation;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.StandardExplainer;

/** The method and the standard in words; every number comes from the standard file. */
public final class MethodSection implements Section {
    @Override
    public String id() {
        return "method";
    }

    @Override
    public Text title() {
        return Text.of("方法与标准", "Method and standard");
    }

    @Override
    public Text shortTitle() {
        return Text.of("方法", "Method");
    }

    @Override
    public void write(Html html, Facts facts) {
        Standard standard = facts.results().standard();
        html.el("ul.words", () -> words(standard).forEach(text -> html.el("li", text)));
        html.el("h3", Text.of("关键点位的限值", "Limits of key points"));
        html.el("p.lead", Text.of("自上而下，最后一条适用的规则生效。", "From above; the last rule that applies decides."));
        points(facts.names()).write(html, standard.pointRules(), "");
        html.el("h3", Text.of("线路的限值", "Limits of lines"));
        lines().write(html, standard.lineRules(), "");
        html.el("h3", Text.of("达标速率", "Compliant rates"));
        rates().write(html, rateLimits(standard), "");
        explained(html, facts);
        citations(html, standard);
    }

    /** The standard as {@code signalup standard explain} says it. */
    private static void explained(Html html, Facts facts) {
        Standard standard = facts.results().standard();
        Optional<Programme> programme = Optional.of(facts.results().programme());
        Text full = Text.of(
                StandardExplainer.explain(standard, programme, Language.ZH),
                StandardExplainer.explain(standard, programme, Language.EN));
        html.el("details", () -> {
            html.el("summary", Text.of("标准与专项行动全文解读", "The standard and the programme in full"));
            html.el("div.plain", full);
        });
    }

    private static List<Text> words(Standard standard) {
        Standard.Statistics statistics = standard.statistics();
        String level = Format.percent(statistics.confidence());
        String rho = Format.plain(statistics.intraclusterCorrelation());
        List<Text> words = new ArrayList<>();
        words.add(Text.of(
                "合格采样点：同一样本的电平与信干噪比同时不低于所在制式的限值；脱网、2G、3G 一律不合格。",
                "A sample is compliant when level and SINR both meet the limits of the technology it was on; no service,"
                        + " 2G and 3G never are."));
        words.add(Text.of(
                "区间：按独立测次（" + statistics.slotMinutes() + " 分钟一段）计算设计效应（ρ₀ = " + rho + "），在有效样本量上取威尔逊区间，单侧 " + level
                        + "，t 分位数。",
                "Intervals: a design effect over independent tests (slots of " + statistics.slotMinutes()
                        + " minutes, ρ₀ = " + rho + "), then Wilson's interval on the effective n, one-sided " + level
                        + ", quantile of t."));
        words.add(Text.of(
                "证据：A 级，置信界与估计值在目标同一侧；B 级，至少 " + statistics.evidenceDates() + " 个日期（里程段为 "
                        + statistics.evidenceClusters() + " 个独立测次）；C 级，不足于此。自测数据不高于 C 级。",
                "Evidence: A, the bound is on the same side as the estimate; B, at least " + statistics.evidenceDates()
                        + " dates (bins: " + statistics.evidenceClusters()
                        + " independent tests); C, less. Self tests never exceed C."));
        words.add(Text.of(
                "未测不等于不达标，失败从不剔除：脱网样本与失败的测速都计入。",
                "Not measured is not failed, and failed is never dropped: no-service samples and failed tests count."));
        words.add(Text.of(
                "场所：任一关键点位不达标即不达标；全部点位达标才算达标。线路：达标里程不少于全长的目标占比。",
                "A place fails when any key point fails and passes when all pass. A line passes when enough of its whole"
                        + " length passes."));
        words.add(
                Text.of(
                        "显示的百分比与速率向下取到一位小数，不四舍五入，判定按未取舍的数值。",
                        "Percentages and rates are shown cut to one decimal, never rounded up; verdicts use the full numbers."));
        return words;
    }

    private static Table<CoverageRule> points(Names names) {
        return new Table<CoverageRule>()
                .column(Text.of("场景", "Scenarios"), (html, rule) -> codes(html, rule.scenarios(), names::scenario))
                .column(Text.of("点位类型", "Point kinds"), (html, rule) -> codes(html, rule.kinds(), names::pointKind))
                .column(Text.of("限值", "Limits"), (html, rule) -> limits(html, rule.limits()))
                .number(
                        Text.of("目标占比", "Target share"),
                        (html, rule) -> html.figure("≥ " + Format.percent(rule.targetShare())))
                .number(
                        Text.of("至少样本 / 测次", "Least samples / tests"),
                        (html, rule) -> html.figure(rule.minSamples() + " / " + rule.minClusters()));
    }

    private static Table<LineRule> lines() {
        return new Table<LineRule>()
                .column(Text.of("线路类型", "Line kinds"), (html, rule) -> kinds(html, rule.kinds()))
                .column(
                        Text.of("等级", "Grades"),
                        (html, rule) -> html.data(
                                rule.grades().isEmpty()
                                        ? Format.NONE
                                        : rule.grades().stream().sorted().collect(Collectors.joining(" "))))
                .column(Text.of("限值", "Limits"), (html, rule) -> limits(html, rule.limits()))
                .number(Text.of("里程段", "Bin"), (html, rule) -> html.figure(Format.plain(rule.binLengthM()) + " m"))
                .number(
                        Text.of("段内占比", "Share in a bin"),
                        (html, rule) -> html.figure("≥ " + Format.percent(rule.binTargetShare())))
                .number(
                        Text.of("里程占比", "Share of length"),
                        (html, rule) -> html.figure("≥ " + Format.percent(rule.lineTargetShare())));
    }

    private static void codes(Html html, Set<String> codes, java.util.function.Function<String, Text> name) {
        if (codes.isEmpty()) {
            html.text(Text.of("全部", "all"));
        } else {
            Chips.list(html, codes.stream().sorted().map(name).toList());
        }
    }

    private static void kinds(Html html, Set<LineKind> kinds) {
        if (kinds.isEmpty()) {
            html.text(Text.of("全部", "all"));
        } else {
            Chips.list(html, kinds.stream().sorted().map(LineKind::text).toList());
        }
    }

    private static void limits(Html html, Map<Rat, Standard.Limit> limits) {
        new TreeMap<>(limits)
                .forEach((rat, limit) -> html.el("div", () -> {
                    html.text(rat.text());
                    html.figure(
                            " ≥ " + Format.plain(limit.rsrpDbm()) + " dBm, ≥ " + Format.plain(limit.sinrDb()) + " dB");
                }));
    }

    private record RateLimit(Rat rat, Direction direction, double mbps) {}

    private static List<RateLimit> rateLimits(Standard standard) {
        List<RateLimit> limits = new ArrayList<>();
        new TreeMap<>(standard.rates().compliant())
                .forEach((rat, rates) -> new TreeMap<>(rates)
                        .forEach((direction, mbps) -> limits.add(new RateLimit(rat, direction, mbps))));
        return limits;
    }

    private static Table<RateLimit> rates() {
        return new Table<RateLimit>()
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .column(
                        Text.of("方向", "Direction"),
                        (html, row) -> html.text(row.direction().text()))
                .number(Text.same("Mbit/s"), (html, row) -> html.figure("≥ " + Format.plain(row.mbps())));
    }

    private static void citations(Html html, Standard standard) {
        List<Map.Entry<String, Citation>> rows = new ArrayList<>(new TreeMap<>(standard.citations()).entrySet());
        if (rows.isEmpty()) {
            return;
        }
        html.el("details", () -> {
            html.el("summary", Text.of("每个数字的出处", "Where each number comes from"));
            html.el(
                    "p.lead",
                    Text.of(
                            "标记：A 原始文件；B 转述；C 行业实践；M 未核对；O 平台自定。",
                            "Marks: A primary text; B as reported; C field practice; M not checked; O the platform's choice."));
            new Table<Map.Entry<String, Citation>>()
                    .column(Text.of("数字", "Number"), (out, row) -> out.el("code", () -> out.data(row.getKey())))
                    .column(
                            Text.of("标记", "Mark"),
                            (out, row) -> out.data(row.getValue().mark()))
                    .column(
                            Text.of("出处", "Source"),
                            (out, row) -> out.data(row.getValue().source()))
                    .write(html, rows, "");
        });
    }
}
