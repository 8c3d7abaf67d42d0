package org.signalup.standards.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.Text;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.Statistics;

/** A standard's rules of coverage in words. */
public final class RuleWords {
    private final Standard standard;
    private final Optional<Programme> programme;

    public RuleWords(Standard standard, Optional<Programme> programme) {
        this.standard = standard;
        this.programme = programme;
    }

    /** Writes the head of the standard and sections 1 to 6. */
    public void write(Page page) {
        head(page);
        matching(page);
        rows(page);
        statistics(page);
        points(page);
        places(page);
        lines(page);
    }

    private void head(Page page) {
        Standard s = standard;
        page.title(s.name().zh() + "（" + s.id() + "）", s.name().en() + " (" + s.id() + ")");
        boolean proposal = s.status() == Standard.Status.PROPOSAL;
        page.line(
                proposal ? "状态：平台试评，不是官方标准。" : "状态：正式。",
                proposal ? "Status: proposal of this platform, not an official standard." : "Status: official.");
        String toZh = s.validTo().map(to -> "至 " + to).orElse("起，至另行通知");
        String toEn = s.validTo().map(to -> " to " + to).orElse(" on");
        page.line("有效期：" + s.validFrom() + " " + toZh + "。", "Valid from " + s.validFrom() + toEn + ".");
        page.line(
                "对照 " + s.year() + " 年目标。文件摘要：" + s.digest(),
                "Held against the goals of " + s.year() + ". Digest of the file: " + s.digest());
        page.line(
                "括号内为来源和可信程度：A 原文，B 据报道，C 现场做法，M 未核对，O 平台自定。",
                "Brackets give the source and how sure it is: A primary text, B as reported, C field practice, M not checked,"
                        + " O choice of this platform.");
        List<String> obliged = programme.flatMap(Programme::obligedOperators).orElse(s.obligedOperators());
        page.line(
                "台账未写明运营商时必测：" + operators(page, obliged, "、") + "。",
                "Judged where the ledger names no operator: " + operators(page, obliged, ", ") + ".",
                "obliged_operators");
    }

    private String operators(Page page, List<String> codes, String comma) {
        return codes.stream()
                .map(code -> programme
                        .flatMap(p -> p.findOperator(code))
                        .map(o -> page.say(o.name()))
                        .orElse(code))
                .collect(Collectors.joining(comma));
    }

    private void matching(Page page) {
        Standard.Matching m = standard.matching();
        page.heading("1. 哪些采样点算在哪里", "1. Which samples count where");
        page.item(
                "写明点位的采样点只算该点位；写明线路的只算该线路。",
                "A sample that names a key point counts for it only; one that names a line for that line only.");
        page.item(
                "其余按位置：落入半径的每个关键点位；每条按位置匹配的线路最近的一个里程段。",
                "Others by position: every key point whose radius holds it, and the nearest bin of each line matched by position.");
        page.item(
                "室内点位只接受点名的采样点，或楼层相同的位置。",
                "Indoor key points take only samples that name them, or positions on the same floor.");
        page.item(
                "定位精度超过 " + Page.number(m.maxAccuracyM()) + " 米的位置不匹配。",
                "Positions with accuracy above " + Page.number(m.maxAccuracyM()) + " m are not matched.",
                "matching.max_accuracy_m");
        page.item(
                "这些来源没有定位精度时也不匹配：" + names(page, m.sourcesNeedingAccuracy(), "、") + "。",
                "Nor are these sources without accuracy: " + names(page, m.sourcesNeedingAccuracy(), ", ") + ".");
        page.item(
                "点名的采样点若距点位超过半径、精度与 " + Page.number(m.checkinSlackM()) + " 米之和则拒收。",
                "A sample that names a point is refused when farther than radius plus accuracy plus "
                        + Page.number(m.checkinSlackM()) + " m.",
                "matching.checkin_slack_m");
        standard.instruments().ifPresent(rule -> instruments(page, rule));
        if (!standard.precedence().isEmpty()) {
            page.item(
                    "同一评测单元各来源结论不一致时，按此次序以靠前者为准，直至复测：" + inOrder(page, "、") + "。判定本身使用全部来源。",
                    "Where sources disagree about a target the first of these stands until a new test: "
                            + inOrder(page, ", ") + ". Verdicts themselves use all sources.",
                    "source_precedence");
        }
    }

    private static void instruments(Page page, Standard.Instruments rule) {
        boolean always = rule.apply() == Standard.Instruments.Apply.ALWAYS;
        page.item(
                (always ? "" : "台账列有评测仪器仪表时，") + "这些来源只采用有效仪表的采样点：" + names(page, rule.sources(), "、")
                        + "。有效是指当天证书有效，且前后 " + rule.comparisonMonths() + " 个月内比对合格；自测不要求。",
                (always ? "These sources" : "Where the ledger lists instruments, these sources")
                        + " count only with a valid instrument: " + names(page, rule.sources(), ", ")
                        + ". Valid: certified that day, and agreed with a reference within " + rule.comparisonMonths()
                        + " months before or after. Self tests need none.",
                "instruments.comparison_months");
    }

    private String inOrder(Page page, String comma) {
        return standard.precedence().stream()
                .map(source -> page.say(source.text()))
                .collect(Collectors.joining(comma));
    }

    private static <E extends Enum<E> & Coded> String names(Page page, Collection<E> words, String comma) {
        return words.stream().sorted().map(word -> page.say(word.text())).collect(Collectors.joining(comma));
    }

    private static void rows(Page page) {
        page.heading("2. 综合、4G、5G 三行", "2. The rows ANY, 4G and 5G");
        page.item(
                "综合：自由模式的覆盖采样点；按所在网络的门限判达标；2G、3G、无服务一律不达标。",
                "ANY: coverage samples in free mode; covered when the limits of the network they were on are met; 2G, 3G and no"
                        + " service never are.");
        page.item(
                "5G：自由模式、锁5G和5G扫频；须在5G上且满足门限，不在5G的时间算不达标。",
                "5G: free mode, locked to 5G and 5G scans; covered only on 5G within its limits, so time off 5G counts against"
                        + " it.");
        page.item(
                "4G：只用锁4G和4G扫频；自由模式的4G采样点来自5G失败之处，会误导。",
                "4G: only locked to 4G and 4G scans; free-mode samples on 4G come from where 5G failed and would mislead.");
        page.item("Wi-Fi 不进任何一行。", "Wi-Fi is in no row.");
    }

    private void statistics(Page page) {
        Statistics s = standard.statistics();
        page.heading("3. 占比、区间与证据等级", "3. Share, interval and evidence");
        page.item("占比 = 达标采样点数 ÷ 采样点数；判定不四舍五入。", "Share = covered samples ÷ samples; judged unrounded.");
        page.item(
                "独立测次 = 运营商 × 来源 × 终端 × " + s.slotMinutes() + " 分钟时段 × 测点。",
                "A cluster = operator × source × device × slot of " + s.slotMinutes() + " minutes × spot.",
                "statistics.slot_minutes");
        page.item(
                "同一测次内的采样点彼此相关：相关系数至少取 " + Page.number(s.intraclusterCorrelation()) + "，实测方差更大时取实测。",
                "Samples of a cluster depend on each other: a correlation of at least "
                        + Page.number(s.intraclusterCorrelation())
                        + " is assumed, the measured variance where it is larger.",
                "statistics.intracluster_correlation");
        page.item(
                "上下界：以有效样本量计算的威尔逊区间，单侧置信度 " + Page.percent(s.confidence()) + "；只有一个测次时为 0 至 1。",
                "Bounds: Wilson interval on the effective number of samples, one-sided confidence "
                        + Page.percent(s.confidence()) + "; with one cluster 0 to 1.",
                "statistics.confidence");
        page.item(
                "达标：占比不低于目标。不达标：占比低于目标，且上界也低于目标（A级），或在 " + s.evidenceDates() + " 个日期（里程段为 " + s.evidenceClusters()
                        + " 个测次）都低于目标（B级）。低于目标但尚不足以判定：疑似不达标，待复测。",
                "Pass: the share reaches the target. Fail: it does not, and neither does the upper bound (evidence A), or it"
                        + " failed on " + s.evidenceDates() + " dates (bins: in " + s.evidenceClusters()
                        + " clusters) (B). Below the target but not yet that: suspected, to be re-tested.",
                "statistics.evidence_dates",
                "statistics.evidence_clusters");
        page.item(
                "证据：A 界与占比同侧；B 至少 " + s.evidenceDates() + " 个日期（里程段 " + s.evidenceClusters() + " 个测次）；C 其余。",
                "Evidence: A the bound is on the side of the share; B at least " + s.evidenceDates() + " dates (bins: "
                        + s.evidenceClusters() + " clusters); C less.",
                "statistics.evidence_dates",
                "statistics.evidence_clusters");
        page.item(
                "自测数据只在独立数据不够时使用，且最高为C级。没有采样点是未测试，不是不达标。",
                "Self tests are used only where independent data miss the minimum, and never lift above C. No sample is not"
                        + " measured, never failed.");
    }

    private void points(Page page) {
        page.heading("4. 关键点位（自上而下，最后一条适用的为准）", "4. Key points (the last rule that applies decides)");
        standard.pointRules().forEach(rule -> point(page, rule));
    }

    /** Writes one rule of key points. */
    public void point(Page page, CoverageRule rule) {
        String path = "point_rules[" + standard.pointRules().indexOf(rule) + "]";
        page.item(who(page, rule) + "：", who(page, rule) + ":");
        limits(page, path, rule.limits());
        page.line(
                "  目标占比 " + Page.percent(rule.targetShare()) + "；至少 " + rule.minSamples() + " 个采样点、"
                        + rule.minClusters() + " 个测次，否则为样本不足；"
                        + row(rule.ratRule()).zh() + "。",
                "  target share " + Page.percent(rule.targetShare()) + "; at least " + rule.minSamples()
                        + " samples and " + rule.minClusters() + " clusters, else too few; "
                        + row(rule.ratRule()).en() + ".",
                path + ".target_share",
                path + ".min_samples",
                path + ".min_clusters");
    }

    private String who(Page page, CoverageRule rule) {
        if (rule.scenarios().isEmpty() && rule.kinds().isEmpty()) {
            return page.say("全部点位", "all key points");
        }
        String scenarios = joined(
                page,
                rule.scenarios(),
                code -> programme.flatMap(p -> p.findScenario(code)).map(Scenario::name));
        String kinds = joined(
                page,
                rule.kinds(),
                code -> programme.flatMap(p -> p.findPointKind(code)).map(PointKind::name));
        String link = scenarios.isEmpty() || kinds.isEmpty() ? "" : page.say("的", ": ");
        return scenarios + link + kinds;
    }

    private static String joined(Page page, Collection<String> codes, Function<String, Optional<Text>> nameOf) {
        return codes.stream()
                .sorted()
                .map(code -> nameOf.apply(code).map(page::say).orElse(code))
                .collect(Collectors.joining(page.say("、", ", ")));
    }

    private static void limits(Page page, String path, Map<Rat, Limit> limits) {
        for (Rat rat : List.of(Rat.G5, Rat.G4)) {
            Limit limit = limits.get(rat);
            if (limit != null) {
                page.line(
                        "  " + rat.code() + " 采样点达标：RSRP ≥ " + Page.number(limit.rsrpDbm()) + " dBm 且 SINR ≥ "
                                + Page.number(limit.sinrDb()) + " dB",
                        "  a " + rat.code() + " sample is covered at RSRP ≥ " + Page.number(limit.rsrpDbm())
                                + " dBm and SINR ≥ " + Page.number(limit.sinrDb()) + " dB",
                        path + ".limits." + rat.code());
            }
        }
    }

    private static Text row(RatRule rule) {
        return switch (rule) {
            case ANY -> Text.of("以综合行为准", "the row ANY decides");
            case FOUR_G -> Text.of("以4G行为准", "the row 4G decides");
            case FIVE_G -> Text.of("以5G行为准", "the row 5G decides");
            case BOTH -> Text.of("4G行和5G行都须达标", "both the 4G and the 5G row must pass");
        };
    }

    private void places(Page page) {
        double alpha = standard.statistics().placeAlpha();
        page.heading("5. 重点场所", "5. Places");
        page.item(
                "逐家运营商：任一点位不达标则不达标；否则有待复测则待复测；否则一个点位也没测为未测试；否则有未定点位为待判定；全部达标才达标。",
                "For each operator: any point failed → fail; else any suspected → re-test; else none measured → not measured;"
                        + " else any open → undecided; only when all pass → pass.");
        page.item("有免测原因的点位不计，另行列数。", "Points with a reason for exemption are left out and counted apart.");
        page.item(
                "达标的证据取最弱的点位；各点位合并后下界达到目标时为A级。",
                "Evidence of a pass: the weakest point, lifted to A when all points pooled prove the target.");
        page.item(
                "不达标的证据取最好的不达标点位；A级须在置信度 1 − " + Page.number(alpha) + " ÷ 已判定点位数下成立。",
                "Evidence of a fail: the best failing point; A must hold at confidence 1 − " + Page.number(alpha)
                        + " ÷ judged points.",
                "statistics.place_alpha");
        page.item(
                "全部运营商：对各必测运营商的判定再用同一规则；分数、星级、比例取最低，任一为空则为空。",
                "All operators: the same rule over the obliged operators' verdicts; score, stars and ratio are the lowest, empty"
                        + " if one is empty.");
    }

    private void lines(Page page) {
        page.heading("6. 线路与区段（最后一条适用的为准）", "6. Lines and sections (the last rule that applies decides)");
        standard.lineRules().forEach(rule -> line(page, rule));
        page.item(
                "区段和线路：达标长度 ÷ 全长达到目标为达标；未测部分即使全好也到不了目标时，不达标长度超过余量为不达标，否则待复测；其余为待判定。",
                "Section or line: passing length ÷ length reaches the target → pass; when it could not even if all unmeasured"
                        + " length passed: fail if the failed length exceeds the allowance, else re-test; otherwise undecided.");
        page.item(
                "证据：只用该等级及以上的里程段仍得同一结论的最好等级。最长缺口始终列出。",
                "Evidence: the best grade for which bins of that grade and better alone decide so. The longest gap is always"
                        + " shown.");
    }

    /** Writes one rule of lines. */
    public void line(Page page, LineRule rule) {
        String path = "line_rules[" + standard.lineRules().indexOf(rule) + "]";
        List<LineKind> all = List.of(LineKind.values());
        String kinds = names(page, rule.kinds().isEmpty() ? all : rule.kinds(), page.say("、", ", "));
        String grades = rule.grades().isEmpty()
                ? ""
                : page.say("（等级 ", " (grades ")
                        + String.join(" ", rule.grades().stream().sorted().toList())
                        + page.say("）", ")");
        String length = Page.number(rule.binLengthM());
        String buffer = Page.number(rule.bufferM());
        page.item(
                kinds + grades + "：里程段 " + length + " 米；"
                        + (rule.byPosition() ? "按位置匹配，缓冲 " + buffer + " 米" : "只接受写明线路的采样点，位置偏离不超过 " + buffer + " 米"),
                kinds + grades + ": bins of " + length + " m; "
                        + (rule.byPosition()
                                ? "matched by position within " + buffer + " m"
                                : "only samples that name the line, at most " + buffer + " m away"),
                path + ".bin_length_m",
                path + ".buffer_m");
        limits(page, path, rule.limits());
        page.line(
                "  里程段：至少 " + rule.binMinSamples() + " 个采样点，占比不低于 " + Page.percent(rule.binTargetShare()) + " 达标；"
                        + row(rule.ratRule()).zh(),
                "  bin: at least " + rule.binMinSamples() + " sample, passes at a share of "
                        + Page.percent(rule.binTargetShare()) + "; "
                        + row(rule.ratRule()).en(),
                path + ".bin_min_samples",
                path + ".bin_target_share");
        page.line(
                "  长度目标 " + Page.percent(rule.lineTargetShare()),
                "  target share of the length " + Page.percent(rule.lineTargetShare()),
                path + ".line_target_share");
        rule.longestGapM()
                .ifPresent(gap -> page.line(
                        "  缺口长于 " + Page.number(gap) + " 米则不能达标",
                        "  a gap longer than " + Page.number(gap) + " m forbids a pass",
                        path + ".longest_gap_m"));
    }
}
