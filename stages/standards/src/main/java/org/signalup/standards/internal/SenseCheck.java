package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Problem;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Text;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.ServiceGrade;

/** What must hold inside a standard beyond the type of each value. */
public final class SenseCheck {
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int STAR_LEVELS = 5;
    /** What terminals report at all (3GPP reporting ranges, rounded outwards). */
    private static final double LEAST_RSRP = -156;

    private static final double MOST_RSRP = -31;
    private static final double LEAST_SINR = -23;
    private static final double MOST_SINR = 40;

    private final Standard standard;
    private final String file;
    private final ToIntFunction<String> lineOf;
    private final List<Problem> problems = new ArrayList<>();

    /** A check; {@code lineOf} gives the line of a key path in the file. */
    public SenseCheck(Standard standard, String file, ToIntFunction<String> lineOf) {
        this.standard = standard;
        this.file = file;
        this.lineOf = lineOf;
    }

    /** Every problem found. */
    public List<Problem> problems() {
        problems.clear();
        dates();
        statistics();
        pointRules();
        lineRules();
        rates();
        services();
        stars();
        problems.addAll(new CrowdCheck(standard.crowdFilters(), file, lineOf).problems());
        return List.copyOf(problems);
    }

    private void dates() {
        standard.validTo()
                .ifPresent(to -> expect(
                        !to.isBefore(standard.validFrom()), "valid_to", to, "不早于 valid_from", "not before valid_from"));
        expect(!standard.obligedOperators().isEmpty(), "obliged_operators", "", "至少一家", "at least one operator");
    }

    private void statistics() {
        Standard.Statistics s = standard.statistics();
        expect(
                MINUTES_PER_DAY % s.slotMinutes() == 0,
                "statistics.slot_minutes",
                s.slotMinutes(),
                "能整除一天的分钟数",
                "a divisor of the 1440 minutes of a day");
        open("statistics.confidence", s.confidence());
        expect(s.confidence() > 0.5, "statistics.confidence", s.confidence(), "大于 0.5", "more than 0.5");
        open("statistics.place_alpha", s.placeAlpha());
    }

    private void pointRules() {
        List<CoverageRule> rules = standard.pointRules();
        boolean forAll = rules.stream()
                .anyMatch(rule -> rule.scenarios().isEmpty() && rule.kinds().isEmpty());
        expect(forAll, "point_rules", "", "有一条适用于全部场景和点位的规则", "one rule without scenarios and kinds, for all the rest");
        for (int i = 0; i < rules.size(); i++) {
            String path = "point_rules[" + i + "]";
            limits(path, rules.get(i).limits(), rules.get(i).ratRule());
            open(path + ".target_share", rules.get(i).targetShare());
        }
    }

    private void lineRules() {
        List<LineRule> rules = standard.lineRules();
        for (LineKind kind : LineKind.values()) {
            boolean covered = rules.stream()
                    .anyMatch(rule -> rule.grades().isEmpty()
                            && (rule.kinds().isEmpty() || rule.kinds().contains(kind)));
            expect(covered, "line_rules", kind.code(), "每种线路都有适用于全部等级的规则", "a rule without grades for every line kind");
        }
        for (int i = 0; i < rules.size(); i++) {
            String path = "line_rules[" + i + "]";
            LineRule rule = rules.get(i);
            limits(path, rule.limits(), rule.ratRule());
            open(path + ".line_target_share", rule.lineTargetShare());
            open(path + ".bin_target_share", rule.binTargetShare());
            expect(rule.bufferM() > 0, path + ".buffer_m", rule.bufferM(), "大于 0", "more than 0");
        }
    }

    private void limits(String path, Map<Rat, Limit> limits, RatRule ratRule) {
        Set<Rat> needed = switch (ratRule) {
            case ANY -> limits.isEmpty() ? Set.of(Rat.G4) : Set.of();
            case FOUR_G -> Set.of(Rat.G4);
            case FIVE_G -> Set.of(Rat.G5);
            case BOTH -> Set.of(Rat.G4, Rat.G5);
        };
        expect(
                limits.keySet().containsAll(needed),
                path + ".limits",
                ratRule,
                "含判定所用网络制式的门限",
                "limits of the networks that decide");
        limits.forEach((rat, limit) -> {
            String at = path + ".limits." + rat.code();
            range(at + ".rsrp_dbm", limit.rsrpDbm(), LEAST_RSRP, MOST_RSRP);
            range(at + ".sinr_db", limit.sinrDb(), LEAST_SINR, MOST_SINR);
        });
    }

    private void rates() {
        Standard.Rates rates = standard.rates();
        expect(
                rates.methods().containsValue(rates.targetMethod()),
                "rates.target_method",
                rates.targetMethod(),
                "methods 中的口径",
                "one of the methods");
        for (String method : rates.objectMethods()) {
            expect(
                    rates.methods().containsValue(method),
                    "rates.object_methods",
                    method,
                    "methods 中的口径",
                    "one of the methods");
        }
        expect(!rates.objectMethods().isEmpty(), "rates.object_methods", "", "至少一种口径", "at least one method");
        expect(!rates.compliant().isEmpty(), "rates.compliant", "", "至少一种网络制式", "at least one network");
        open("rates.target_share", rates.targetShare());
        rates.clipPlaceMbps().forEach((d, cap) -> positive("rates.clip_place." + d.code(), cap));
        rates.clipLineMbps().forEach((d, cap) -> positive("rates.clip_line." + d.code(), cap));
    }

    private void services() {
        standard.services().success().forEach(this::service);
        standard.services()
                .kpis()
                .forEach((service, kpis) -> kpis.forEach((kpi, limit) -> expect(
                        kpi.moreIsBetter() ? limit.good() >= limit.fair() : limit.good() <= limit.fair(),
                        "services.kpis." + service.code() + "." + kpi.code(),
                        limit.good() + " " + limit.fair(),
                        "good 不差于 fair",
                        "good no worse than fair")));
    }

    private void service(Service service, ServiceGrade grade) {
        expect(
                grade.poor() < grade.fair() && grade.fair() <= grade.good(),
                "services.success." + service.code(),
                grade.poor() + " " + grade.fair() + " " + grade.good(),
                "poor < fair ≤ good",
                "poor < fair ≤ good");
    }

    private void stars() {
        Standard.Stars stars = standard.stars();
        expect(stars.weights().containsKey("*"), "stars.weights", "", "含适用于其余的 *", "a row * for all the rest");
        stars.weights().forEach(this::weights);
        expect(
                stars.mandatory().contains(Part.COVERAGE),
                "stars.mandatory",
                stars.mandatory(),
                "含 COVERAGE",
                "COVERAGE among them");
        cuts(stars.cuts());
        expect(stars.coverageFloor() < 1, "stars.coverage_floor", stars.coverageFloor(), "小于 1", "less than 1");
        stars.ratePlace().forEach((d, scale) -> scale("stars.rate_place." + d.code(), scale));
        stars.rateLine().forEach((d, scale) -> scale("stars.rate_line." + d.code(), scale));
        double sum = stars.rateWeights().getOrDefault(Direction.DL, 0.0)
                + stars.rateWeights().getOrDefault(Direction.UL, 0.0);
        positive("stars.rate_weights", sum);
    }

    private void weights(String key, Map<Part, Double> row) {
        for (Part part : standard.stars().mandatory()) {
            positive("stars.weights." + key + "." + part, row.getOrDefault(part, 0.0));
        }
    }

    private void cuts(List<Double> cuts) {
        boolean ascending = cuts.size() == STAR_LEVELS;
        for (int i = 1; i < cuts.size(); i++) {
            ascending &= cuts.get(i) > cuts.get(i - 1);
        }
        expect(ascending, "stars.cuts", cuts, "五个递增的分数", "five scores, each above the one before");
    }

    private void scale(String path, RateScale scale) {
        expect(
                scale.bad() < scale.target() && scale.target() < scale.full(),
                path,
                scale.bad() + " " + scale.target() + " " + scale.full(),
                "bad < target < full",
                "bad < target < full");
    }

    private void open(String path, double share) {
        expect(share > 0 && share < 1, path, share, "大于 0 且小于 1", "more than 0 and less than 1");
    }

    private void positive(String path, double number) {
        expect(number > 0, path, number, "大于 0", "more than 0");
    }

    private void range(String path, double value, double least, double most) {
        expect(
                value >= least && value <= most,
                path,
                value,
                "终端可报告的范围 " + least + " 至 " + most,
                "within what terminals report, " + least + " to " + most);
    }

    private void expect(boolean holds, String path, Object value, String zh, String en) {
        if (!holds) {
            Text message = Text.of("不合理（应为：" + zh + "）", "makes no sense (expected: " + en + ")");
            problems.add(
                    new Problem(file, lineOf.applyAsInt(path), path, String.valueOf(value), "STANDARD_SENSE", message));
        }
    }
}
