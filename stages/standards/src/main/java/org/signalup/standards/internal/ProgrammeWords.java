package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Programme.Aim;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Goal;
import org.signalup.standards.ProgrammeTarget.Rule;
import org.signalup.standards.ProgrammeTarget.Unit;
import org.signalup.standards.Scenario;

/** A programme in words. */
public final class ProgrammeWords {
    private final Programme programme;

    public ProgrammeWords(Programme programme) {
        this.programme = programme;
    }

    /** Writes targets, scenarios, key-point kinds, operators and regions. */
    public void write(Page page) {
        page.heading(
                "方案：" + programme.name().zh() + "（" + programme.id() + "）",
                "Programme: " + programme.name().en() + " (" + programme.id() + ")");
        page.line("日期按时区 " + programme.zone() + " 计。", "Dates are those of the time zone " + programme.zone() + ".");
        page.heading("目标", "Targets");
        programme.targets().forEach(target -> target(page, target));
        for (Aim aim : programme.aims()) {
            page.item(
                    aim.name().zh() + "：" + aim.year() + " 年底“" + aim.words() + "”，无数字，不计算。"
                            + page.source(aim.citation()),
                    aim.name().en() + ": by the end of " + aim.year() + " \"" + aim.words()
                            + "\", no number, not computed." + page.source(aim.citation()));
        }
        scenarios(page);
        page.heading("运营商", "Operators");
        for (Operator operator : programme.operators()) {
            String plmns = String.join(" ", operator.plmns());
            page.item(operator.name().zh() + "：网号 " + plmns, operator.name().en() + ": PLMN " + plmns);
        }
        page.heading("区域", "Regions");
        page.line(
                programme.regions().stream().map(r -> r.name().zh()).collect(Collectors.joining("、")),
                programme.regions().stream().map(r -> r.name().en()).collect(Collectors.joining(", ")));
    }

    private void target(Page page, ProgrammeTarget target) {
        List<String> goals = new ArrayList<>();
        target.goals().forEach(goal -> goals.add(goal(page, target, goal)));
        String list = goals.isEmpty() ? page.say("无数字目标", "no number") : String.join(page.say("；", "; "), goals);
        page.item(
                target.name().zh() + "“" + target.verb() + "”：" + list + "。判定："
                        + rule(target.rule()).zh() + page.source(target.citation()),
                target.name().en() + " \"" + target.verb() + "\": " + list + ". Counted by: "
                        + rule(target.rule()).en() + page.source(target.citation()));
    }

    private String goal(Page page, ProgrammeTarget target, Goal goal) {
        String region = programme.regions().stream()
                .filter(r -> r.code().equals(goal.region()))
                .map(r -> page.say(r.name()))
                .findFirst()
                .orElse(goal.region());
        String number = goal.number()
                .map(n -> number(page, target.unit(), n))
                .orElse(goal.all() ? page.say("全部", "all") : page.say("无数字", "no number"));
        String base = goal.base()
                .map(n -> page.say("（底数 ", " (base ") + Page.number(n) + page.say("）", ")"))
                .orElse("");
        return region + " " + goal.year() + page.say(" 年底 ", ": ") + number + base;
    }

    private static String number(Page page, Unit unit, double number) {
        return switch (unit) {
            case PLACE -> Page.number(number) + page.say(" 个", " places");
            case LINE -> Page.number(number) + page.say(" 条", " lines");
            case KM -> Page.number(number) + " km";
            case MBPS -> Page.number(number) + " Mbit/s";
            case SHARE, PLACE_SHARE -> Page.percent(number);
        };
    }

    private static Text rule(Rule rule) {
        return switch (rule) {
            case DEEP_COVERAGE -> Text.of("每个关键点位都达标", "every key point passes");
            case CONTINUOUS_COVERAGE ->
                Text.of("沿线达标长度占比达到标准", "the share of the length that passes reaches the standard");
            case COVERAGE_AND_QUALITY -> Text.of("覆盖达标且速率达标", "coverage passes and the rate share passes");
            case COVERAGE_AND_EXPERIENCE ->
                Text.of("覆盖达标，且速率和业务达标", "coverage passes, and rate share and services pass");
            case COVERAGE_AND_SERVICE -> Text.of("覆盖达标且业务达标", "coverage passes and the services pass");
            case MEAN_RATE -> Text.of("区域均值速率", "the region's mean rate");
            case RATE_SHARE -> Text.of("区域达标速率占比", "the region's compliant share");
        };
    }

    private void scenarios(Page page) {
        page.heading("场景、类别与关键点位", "Scenarios, categories and key points");
        for (Scenario scenario : programme.scenarios()) {
            page.item(
                    scenario.code() + " " + scenario.name().zh(),
                    scenario.code() + " " + scenario.name().en());
            page.line(
                    "  类别："
                            + scenario.categories().stream()
                                    .map(c -> c.name().zh())
                                    .collect(Collectors.joining("、")),
                    "  categories: "
                            + scenario.categories().stream()
                                    .map(c -> c.name().en())
                                    .collect(Collectors.joining(", ")));
        }
        List<PointKind> kinds = programme.pointKinds();
        page.line("点位类型及默认半径（室内者标“内”）：", "Key-point kinds with default radius (i = indoor):");
        page.line(
                kinds.stream()
                        .map(k -> k.name().zh() + " " + Page.number(k.radiusM()) + (k.indoor() ? " 内" : ""))
                        .collect(Collectors.joining("、")),
                kinds.stream()
                        .map(k -> k.name().en() + " " + Page.number(k.radiusM()) + " m" + (k.indoor() ? " i" : ""))
                        .collect(Collectors.joining(", ")),
                "point_kinds[0].radius_m");
        programme
                .exemptions()
                .ifPresent(cap -> page.line(
                        "冻结基线之后免测的上限：一处场所的 " + Page.percent(cap.placeShare()) + "，一个场景的 "
                                + Page.percent(cap.scenarioShare()),
                        "Exempt after the baseline is frozen, at most: " + Page.percent(cap.placeShare())
                                + " of a place, " + Page.percent(cap.scenarioShare()) + " of a scenario",
                        "exemptions.place_share"));
        programme
                .extraFields()
                .forEach(field -> page.item(
                        "新增领域：" + field.name().zh() + page.source(field.citation()),
                        "Field added: " + field.name().en() + page.source(field.citation())));
    }
}
