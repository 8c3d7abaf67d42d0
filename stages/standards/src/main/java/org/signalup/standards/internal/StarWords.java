package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.Stars;

/** A standard's scores and stars in words. */
public final class StarWords {
    private final Stars stars;
    private final Optional<Programme> programme;

    public StarWords(Standard standard, Optional<Programme> programme) {
        this.stars = standard.stars();
        this.programme = programme;
    }

    /** Writes section 9. */
    public void write(Page page) {
        page.heading("9. 评分与星级", "9. Scores and stars");
        page.item(
                "总分 = 已测各部分得分的加权平均；没有达标就没有星级，并写明原因。",
                "Score = weighted mean of the parts measured; without a pass there are no stars, and the reason is given.");
        stars.weights().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> weights(page, entry.getKey(), entry.getValue()));
        page.item(
                "覆盖分：场所按各点位占比、线路按达标长度比例；" + Page.percent(stars.coverageFloor()) + " 及以下为 0，100 % 为 100。",
                "Coverage: shares of a place's points, ratio of a line; 0 at " + Page.percent(stars.coverageFloor())
                        + " and below, 100 at 100 %.",
                "stars.coverage_floor");
        page.item(
                "速率分：上下行权重 " + RateWords.pair(page, stars.rateWeights()) + "；下限 0 分，目标 60 分，满分线 100 分，其间线性。",
                "Rate: weights " + RateWords.pair(page, stars.rateWeights())
                        + "; 0 at the bad end, 60 at the target, 100 at full, linear between.",
                "stars.rate_weights");
        scales(page, "stars.rate_place", Text.of("场所", "places"), stars.ratePlace());
        scales(page, "stars.rate_line", Text.of("线路", "lines"), stars.rateLine());
        cuts(page);
        gates(page);
    }

    private void weights(Page page, String key, Map<Part, Double> row) {
        String parts = Arrays.stream(Part.values())
                .filter(row::containsKey)
                .map(part -> page.say(name(part)) + " " + Page.number(row.get(part)))
                .collect(Collectors.joining(page.say("、", ", ")));
        String who = key.equals("*") ? page.say("其余", "all others") : keyName(page, key);
        page.item("权重，" + who + "：" + parts, "Weights, " + who + ": " + parts, "stars.weights." + key);
    }

    private String keyName(Page page, String key) {
        Optional<Text> line = Coded.find(LineKind.class, key).map(LineKind::text);
        Optional<Text> scenario = programme.flatMap(p -> p.findScenario(key)).map(Scenario::name);
        return line.or(() -> scenario).map(page::say).orElse(key);
    }

    private static Text name(Part part) {
        return switch (part) {
            case COVERAGE -> Text.of("覆盖", "coverage");
            case RATE -> Text.of("速率", "rate");
            case SERVICE -> Text.of("业务", "service");
            case VOICE -> Text.of("语音", "voice");
        };
    }

    private static void scales(Page page, String path, Text who, Map<Direction, RateScale> scales) {
        for (Direction direction : Direction.values()) {
            RateScale scale = scales.get(direction);
            String numbers = Page.number(scale.bad()) + " / " + Page.number(scale.target()) + " / "
                    + Page.number(scale.full()) + " Mbit/s";
            page.item(
                    who.zh() + direction.text().zh() + "，下限 / 目标 / 满分线：" + numbers,
                    who.en() + ", " + direction.text().en() + ", bad / target / full: " + numbers,
                    path + "." + direction.code());
        }
    }

    private void cuts(Page page) {
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (int i = 0; i < stars.cuts().size(); i++) {
            zh.add("★".repeat(i + 1) + " " + Page.number(stars.cuts().get(i)) + " 分起");
            en.add("★".repeat(i + 1) + " from " + Page.number(stars.cuts().get(i)));
        }
        page.item(String.join("，", zh), String.join(", ", en), "stars.cuts");
        page.item(
                "与上次相比，须越过分界 " + Page.number(stars.hysteresisPoints()) + " 分才变星；有效期 " + stars.validMonths() + " 个月。",
                "Against the previous evaluation stars change only " + Page.number(stars.hysteresisPoints())
                        + " points beyond a cut; they expire after " + stars.validMonths() + " months.",
                "stars.hysteresis_points",
                "stars.valid_months");
    }

    private void gates(Page page) {
        String mandatory = stars.mandatory().stream()
                .sorted()
                .map(part -> page.say(name(part)))
                .collect(Collectors.joining(page.say("、", ", ")));
        page.item(
                "缺必备部分（" + mandatory + "）最多 " + stars.capMissingMandatory() + " 星，缺其他部分最多 " + stars.capMissingOptional()
                        + " 星；速率只测一个方向按缺速率处理；缺项不会抬高星级。",
                "Without a mandatory part (" + mandatory + ") at most " + stars.capMissingMandatory()
                        + " stars, without another at most " + stars.capMissingOptional()
                        + "; a rate of one direction only counts as missing; leaving out what is weak never lifts.",
                "stars.cap_missing_mandatory",
                "stars.cap_missing_optional");
        page.item(
                "五星要求证据不低于 " + stars.fiveNeedsEvidence().code() + " 级，达标速率占比不低于 "
                        + Page.percent(stars.fiveNeedsRateShare()) + "。",
                "Five stars need evidence " + stars.fiveNeedsEvidence().code()
                        + " or better and a compliant share of at least " + Page.percent(stars.fiveNeedsRateShare())
                        + ".",
                "stars.five_needs_evidence",
                "stars.five_needs_rate_share");
        stars.fiveNeedsKpi()
                .ifPresent(level -> page.item(
                        "五星要求没有一项业务指标低于“" + level.text().zh() + "”。",
                        "Five stars need every graded KPI of a service to be at least "
                                + level.text().en() + ".",
                        "stars.five_needs_kpi"));
    }
}
