package org.signalup.standards.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.ServiceModels;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.Rates;
import org.signalup.standards.Standard.RegionMean;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;

/** A standard's rules of rates and services in words. */
public final class RateWords {
    private final Standard standard;

    public RateWords(Standard standard) {
        this.standard = standard;
    }

    /** Writes sections 7 and 8. */
    public void write(Page page) {
        rates(page);
        services(page);
    }

    private void rates(Page page) {
        Rates rates = standard.rates();
        page.heading("7. 速率（Mbit/s）", "7. Rates (Mbit/s)");
        page.item(
                "口径：" + methods(page, rates, "、") + "。口径之间不混用。",
                "Methods: " + methods(page, rates, ", ") + ". They are never mixed.");
        page.item(
                "均值和达标占比目标只对照口径 " + rates.targetMethod() + "。",
                "Mean and share targets are held against the method " + rates.targetMethod() + " only.");
        page.item(
                "场所和线路取第一个够数的口径：" + String.join("、", rates.objectMethods()) + "。",
                "A place or line takes the first method with enough tests: " + String.join(", ", rates.objectMethods())
                        + ".");
        page.item("够数为 " + rates.minTests() + " 次测试。", "Enough is " + rates.minTests() + " tests.", "rates.min_tests");
        for (Rat rat : List.of(Rat.G5, Rat.G4)) {
            if (rates.compliant().containsKey(rat)) {
                String pair = pair(page, rates.compliant().get(rat));
                page.item(
                        rat.code() + " 测试达标：" + pair + "；失败的测试速率为 0，算不达标。",
                        "A test on " + rat.code() + " is compliant at " + pair
                                + "; a failed test has the rate 0 and is not.",
                        "rates.compliant." + rat.code());
            }
        }
        page.item(
                "达标速率占比目标 " + Page.percent(rates.targetShare()) + "；每个方向算一次，同一终端同一天为一个测次。",
                "Compliant share to reach: " + Page.percent(rates.targetShare())
                        + "; each direction is one trial, a device-day is one cluster.",
                "rates.target_share");
        page.item("均值 = 各终端日均值的平均；同时给出原始均值和削峰均值。", "Mean = mean of the device-day means, raw and clipped.");
        page.item(
                "削峰上限：场所和区域 " + pair(page, rates.clipPlaceMbps()) + "；线路 " + pair(page, rates.clipLineMbps()) + "。",
                "Clipped at: places and regions " + pair(page, rates.clipPlaceMbps()) + "; lines "
                        + pair(page, rates.clipLineMbps()) + ".",
                "rates.clip_place",
                "rates.clip_line");
        region(page, rates.regionMean());
    }

    private static void region(Page page, RegionMean mean) {
        String weights = mean.weights().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + Page.number(entry.getValue()))
                .collect(Collectors.joining(page.say("、", ", ")));
        switch (mean.strata()) {
            case NONE -> page.item("区域均值不分层。", "Region means have one stratum.");
            case RAT ->
                page.item(
                        "区域均值按网络制式分层，权重 " + weights + "。",
                        "Region means by network, weights " + weights + ".",
                        "rates.region_mean.weights");
            case SCENARIO ->
                page.item(
                        "区域均值按场景分层，权重 " + weights + "。",
                        "Region means by scenario, weights " + weights + ".",
                        "rates.region_mean.weights");
        }
    }

    private static String methods(Page page, Rates rates, String comma) {
        return rates.methods().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Source, String>::getKey))
                .map(entry -> page.say(entry.getKey().text()) + " → " + entry.getValue())
                .collect(Collectors.joining(comma));
    }

    /** Both directions of a number. */
    static String pair(Page page, Map<Direction, Double> numbers) {
        return Arrays.stream(Direction.values())
                .filter(numbers::containsKey)
                .map(direction -> page.say(direction.text()) + " " + Page.number(numbers.get(direction)))
                .collect(Collectors.joining(page.say("、", ", ")));
    }

    private void services(Page page) {
        page.heading("8. 业务", "8. Services");
        page.item(
                "每项业务至少 " + standard.services().minTries() + " 次才评；成功率不高于下限得 0 分，不低于上限得 100 分，其间线性。",
                "A service is judged from " + standard.services().minTries()
                        + " tries on; success at or below the lower end scores 0, at or above the upper end 100, linear between.",
                "services.min_tries");
        score(page, standard.services().score());
        if (standard.services().aggregateSessions() > 1) {
            page.item(
                    "互联网企业的汇总数据至少要有 " + standard.services().aggregateSessions() + " 次业务，按同样的限值评级，只作对照，不计入判定。",
                    "An aggregate of an internet company rests on at least "
                            + standard.services().aggregateSessions()
                            + " sessions; it is graded by the same limits, shown beside and never part of a verdict.",
                    "services.aggregates.min_sessions");
        }
        standard.services().models().ifPresent(models -> models(page, models));
        for (Service service : Service.values()) {
            ServiceGrade grade = standard.services().success().get(service);
            if (grade != null) {
                String zh = "：下限 " + Page.percent(grade.poor()) + "，合格 " + Page.percent(grade.fair()) + "，上限 "
                        + Page.percent(grade.good());
                String en = ": lower end " + Page.percent(grade.poor()) + ", acceptable from "
                        + Page.percent(grade.fair()) + ", upper end " + Page.percent(grade.good());
                page.item(service.text().zh() + zh, service.text().en() + en, "services.success." + service.code());
            }
            standard.services()
                    .kpis()
                    .getOrDefault(service, Map.of())
                    .forEach((kpi, limit) -> kpi(page, service, kpi, limit));
        }
    }

    private static void score(Page page, ServiceScore score) {
        if (score.rule() == ServiceScore.Rule.SUCCESS) {
            page.item("业务得分按成功率。", "The points of a service are those of its success share.");
            return;
        }
        page.item(
                "业务得分按指标评级：各项已评级指标的平均，好 1、中 " + Page.number(score.fairPoints()) + "、差 0；没有指标限值的业务按成功率。",
                "The points of a service are the mean of its graded KPIs, good 1, fair "
                        + Page.number(score.fairPoints())
                        + ", poor 0; a service without limits of KPIs goes by its success share.",
                "services.score.fair_points");
        page.item(
                "已评级指标不足该业务全部有限值指标的 " + Page.percent(score.minGraded()) + "，按未测试处理：少报指标不会抬高得分。",
                "With less than " + Page.percent(score.minGraded())
                        + " of the limited KPIs graded a service counts as not measured: telling less never earns more.",
                "services.score.min_graded");
        page.item(
                "要求业务达标的目标按同样的评级：测到的业务没有一项已评级指标为差才达标；某项指标在多个日期各自为差为不达标，否则待复测。",
                "Targets that ask for services go by the same grades: they pass where no graded KPI of a measured service is poor; a KPI that"
                        + " was poor on several dates of their own fails, else it is to be tested again.",
                "services.score.min_graded");
    }

    private static void models(Page page, ServiceModels models) {
        page.item(
                "限时接通：" + Page.number(models.connectWithinMs()) + " ms 内；高时延：往返高于 " + Page.number(models.highRttMs())
                        + " ms；MOS达标：不低于 " + Page.number(models.goodMos()) + "；音画同步：相差不超过 "
                        + Page.number(models.inSyncMs())
                        + " ms。",
                "In time: within " + Page.number(models.connectWithinMs()) + " ms; high round-trip time: above "
                        + Page.number(models.highRttMs()) + " ms; good MOS: at least " + Page.number(models.goodMos())
                        + "; in sync: no more than " + Page.number(models.inSyncMs()) + " ms apart.",
                "services.models.connect_within_ms",
                "services.models.high_rtt_ms",
                "services.models.good_mos",
                "services.models.in_sync_ms");
        String voice = Page.number(models.voice().mostDelayMs()) + " ms, "
                + Page.percent(models.voice().mostLoss());
        page.item(
                "E 模型只用于单向时延、丢包不超过 " + voice + " 的通话。",
                "The E-model is used for calls of one-way delay and loss up to " + voice + ".",
                "services.models.e_model");
        models.game().ifPresent(game -> game(page, game));
        ServiceModels.Video video = models.video();
        String numbers = Page.number(video.lowPicture()) + "–" + Page.number(video.highPicture());
        page.item(
                "模型MOS只供参考：语音用 E 模型简式；视频用平台的 VMOS 简式（不是 P.1203）：画面 " + numbers + "，首帧超过 "
                        + Page.number(video.freeInitialSeconds()) + " s 每秒减 " + Page.number(video.perInitialSecond())
                        + "，卡顿占比乘 " + Page.number(video.perStalledShare()) + "，每分钟每次卡顿减 "
                        + Page.number(video.perStallAMinute()) + "；播放不足 " + Page.number(video.leastPlayedSeconds())
                        + " s 或首帧超过 " + Page.number(video.mostInitialSeconds()) + " s 的不推算。",
                "Modelled MOS is for information: voice by the short E-model; video by VMOS-lite (not P.1203): picture "
                        + numbers + ", less " + Page.number(video.perInitialSecond())
                        + " a second of first picture beyond " + Page.number(video.freeInitialSeconds())
                        + " s, the stalled share times " + Page.number(video.perStalledShare()) + ", and "
                        + Page.number(video.perStallAMinute())
                        + " for each stall a minute; nothing is said of less than "
                        + Page.number(video.leastPlayedSeconds()) + " s played or a first picture after "
                        + Page.number(video.mostInitialSeconds()) + " s.",
                "services.models.vmos_lite");
    }

    private static void game(Page page, ServiceModels.Game game) {
        String stream = Page.number(game.mbps()) + " Mbit/s, " + Page.number(game.framesPerSecond()) + " fps, "
                + game.lines() + "p";
        page.item(
                "云游戏用 G.1072，码流按 " + stream + "，R 不高于 " + Page.number(game.mostRating()) + "。",
                "Cloud gaming by G.1072 for a stream of " + stream + ", R at most " + Page.number(game.mostRating())
                        + ".",
                "services.models.cloud_game");
    }

    private static void kpi(Page page, Service service, ServiceKpi kpi, KpiLimit limit) {
        String sign = kpi.moreIsBetter() ? "≥ " : "≤ ";
        String path = "services.kpis." + service.code() + "." + kpi.code();
        String good = sign + amount(kpi, limit.good());
        String fair = sign + amount(kpi, limit.fair());
        page.item(
                service.text().zh() + "，" + kpi.text().zh() + "：好 " + good + "，中 " + fair + "，其余为差。",
                service.text().en() + ", " + kpi.text().en() + ": good " + good + ", fair " + fair + ", else poor.",
                path);
    }

    private static String amount(ServiceKpi kpi, double value) {
        return switch (kpi.unit()) {
            case SHARE -> Page.percent(value);
            case MS -> Page.number(value) + " ms";
            case PER_HOUR -> Page.number(value) + "/h";
            case MOS -> Page.number(value);
            case MBIT_S -> Page.number(value) + " Mbit/s";
        };
    }
}
