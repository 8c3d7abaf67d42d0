package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Operator;
import org.signalup.standards.PointKind;
import org.signalup.standards.Programme;
import org.signalup.standards.Scenario;
import org.signalup.standards.ServiceKpi;
import org.signalup.standards.ServiceModels;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.KpiLimit;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Matching;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.Rates;
import org.signalup.standards.Standard.RegionMean;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;
import org.signalup.standards.Standard.Services;
import org.signalup.standards.Standard.Stars;
import org.signalup.standards.Standard.Statistics;

/** A small programme and standards with low minima, so that a few hundred samples meet every verdict. */
public final class Rulebook {
    static final List<String> OPERATORS = List.of("CMCC", "CTCC", "CUCC", "CBN");

    /** The target share of standards that state an order of sources. */
    private static final double STRICT = 0.95;

    private Rulebook() {}

    /** Targets of every unit and rule, goals with and without number and base, regions by prefix and without. */
    public static Programme programme(Dice dice) {
        List<Operator> operators = List.of(
                operator("CMCC", "46000"),
                operator("CTCC", "46011"),
                operator("CUCC", "46001"),
                operator("CBN", "46015"));
        List<String> kinds = List.of("HALL", "LIFT", "GATE");
        return new Programme(
                "testkit",
                Text.same("testkit"),
                ZoneId.of("Asia/Shanghai"),
                "CN",
                operators,
                List.of(
                        new Scenario("GOV", Text.of("政务中心", "government"), List.of(), kinds),
                        new Scenario("RES", Text.of("住宅小区", "residential"), List.of(), kinds),
                        new Scenario("METRO", Text.of("城市地铁", "metro"), List.of(), kinds),
                        new Scenario("TRANSPORT", Text.of("公路铁路水路", "transport"), List.of(), kinds)),
                List.of(
                        new PointKind("HALL", Text.of("大厅", "hall"), 40, true),
                        new PointKind("LIFT", Text.of("电梯", "lift"), 10, true),
                        new PointKind("GATE", Text.of("大门", "gate"), 60, false)),
                List.of(
                        new Programme.Region("CN", Text.same("CN"), ""),
                        new Programme.Region("310000", Text.same("310000"), "31"),
                        new Programme.Region("NORTH", Text.same("NORTH"), "3205")),
                new Goals(dice).targets(),
                List.of(),
                "testkit");
    }

    /** A standard drawn at random: limits, targets, minima, named rules. */
    public static Standard standard(Dice dice, Dice more, Dice services, CrowdFilters crowd) {
        RatRule placeRule = dice.oneOf(List.of(RatRule.ANY, RatRule.ANY, RatRule.FIVE_G, RatRule.FOUR_G, RatRule.BOTH));
        double share = dice.oneOf(List.of(STRICT, 0.9, 0.75));
        return new Standard(
                "testkit-standard",
                Text.same("testkit"),
                Standard.Status.PROPOSAL,
                LocalDate.of(2024, 1, 1),
                Optional.empty(),
                2025,
                dice.chance(0.5) ? List.of("CMCC", "CTCC", "CUCC") : List.of("CMCC", "CUCC"),
                new Matching(50, Set.of(Source.APP), 500),
                new Statistics(0.95, dice.oneOf(List.of(0.3, 0.1, 0.0)), 30, 2, 2, 0.05),
                List.of(
                        new CoverageRule(Set.of(), Set.of(), limits(-105, -105), share, 6, 2, RatRule.ANY),
                        new CoverageRule(Set.of("GOV"), Set.of(), limits(-105, -108), share, 8, 2, placeRule),
                        new CoverageRule(Set.of("TRANSPORT"), Set.of(), limits(-105, -112), share, 5, 1, RatRule.ANY),
                        new CoverageRule(Set.of(), Set.of("LIFT"), limits(-110, -110), 0.8, 4, 1, RatRule.ANY)),
                List.of(
                        line(Set.of(), false, 100, dice.oneOf(List.of(0.95, 0.6)), Optional.empty(), 1),
                        ruled(line(Set.of(LineKind.RAIL), false, 200, 0.7, Optional.of(250.0), 2), more),
                        ruled(line(Set.of(LineKind.METRO), false, 50, 0.5, Optional.empty(), 1), more),
                        line(Set.of(LineKind.ROAD), true, dice.oneOf(List.of(100.0, 50.0)), 0.6, gate(dice), 1)),
                rates(more),
                new Services(
                        Map.of(
                                Service.VOICE, new ServiceGrade(0.8, 0.9, 0.98),
                                Service.LIVE, new ServiceGrade(0.5, 0.7, 0.95),
                                Service.WEB, new ServiceGrade(0.5, 0.8, 1)),
                        2,
                        Map.of(
                                Service.VOICE,
                                        Map.of(
                                                ServiceKpi.CONNECT, new KpiLimit(0.9, 0.7),
                                                ServiceKpi.DROP, new KpiLimit(0.1, 0.3),
                                                ServiceKpi.MOS, new KpiLimit(3.5, 3)),
                                Service.LIVE,
                                        Map.of(
                                                ServiceKpi.FIRST_FRAME_P95, new KpiLimit(2000, 3000),
                                                ServiceKpi.STALL_RATIO, new KpiLimit(0.01, 0.03))),
                        Optional.of(new ServiceModels(
                                5000,
                                100,
                                3,
                                200,
                                new ServiceModels.Voice(400, 0.2),
                                new ServiceModels.Video(3.5, 4.5, 1, 0.15, 10, 0.2, 10, 30),
                                Optional.of(new ServiceModels.Game(20, 60, 1080, true, 78.49)))),
                        score(services),
                        1),
                stars(more, services),
                crowd,
                Optional.empty(),
                share == STRICT ? List.of(Source.PROBE, Source.DRIVE) : List.of(),
                Map.of(),
                "testkit");
    }

    private static Optional<Double> gate(Dice dice) {
        return dice.chance(0.4) ? Optional.of(120.0) : Optional.empty();
    }

    private static Operator operator(String code, String plmn) {
        return new Operator(code, Text.same(code), List.of(plmn), List.of());
    }

    private static Map<Rat, Limit> limits(double on5g, double on4g) {
        return Map.of(Rat.G5, new Limit(on5g, -3), Rat.G4, new Limit(on4g, -3));
    }

    private static LineRule line(
            Set<LineKind> kinds, boolean byPosition, double bin, double target, Optional<Double> gap, int least) {
        return new LineRule(
                kinds, Set.of(), byPosition, 50, bin, limits(-105, -110), 0.5, least, target, gap, RatRule.ANY);
    }

    private static LineRule ruled(LineRule line, Dice more) {
        return new LineRule(
                line.kinds(),
                line.grades(),
                line.byPosition(),
                line.bufferM(),
                line.binLengthM(),
                line.limits(),
                line.binTargetShare(),
                line.binMinSamples(),
                line.lineTargetShare(),
                line.longestGapM(),
                more.oneOf(List.of(RatRule.ANY, RatRule.ANY, RatRule.FIVE_G, RatRule.BOTH)));
    }

    private static Rates rates(Dice more) {
        Map<Direction, Double> clip = Map.of(Direction.DL, 900.0, Direction.UL, 160.0);
        return new Rates(
                Map.of(
                        Source.DRIVE, "DRIVE_FTP",
                        Source.WALK, "DRIVE_FTP",
                        Source.CQT, "DRIVE_FTP",
                        Source.PROBE, "PROBE",
                        Source.APP, "USER_APP"),
                "USER_APP",
                List.of("DRIVE_FTP", "USER_APP"),
                Map.of(
                        Rat.G5, Map.of(Direction.DL, 100.0, Direction.UL, 20.0),
                        Rat.G4, Map.of(Direction.DL, 10.0, Direction.UL, 2.0)),
                clip,
                Map.of(Direction.DL, 800.0, Direction.UL, 160.0),
                0.95,
                3,
                more.oneOf(List.of(
                        new RegionMean(RegionMean.Strata.NONE, Map.of()),
                        new RegionMean(RegionMean.Strata.RAT, Map.of("5G", 0.5, "4G", 0.25, "3G", 0.25)),
                        new RegionMean(
                                RegionMean.Strata.SCENARIO, Map.of("GOV", 0.5, "RES", 0.25, "TRANSPORT", 0.25)))));
    }

    private static Stars stars(Dice more, Dice services) {
        Map<Part, Double> weights = Map.of(Part.COVERAGE, 40.0, Part.RATE, 25.0, Part.SERVICE, 25.0, Part.VOICE, 10.0);
        Map<Direction, RateScale> scale =
                Map.of(Direction.DL, new RateScale(20, 220, 900), Direction.UL, new RateScale(2, 45, 160));
        return new Stars(
                Map.of("*", weights, "METRO", Map.of(Part.COVERAGE, 60.0, Part.RATE, 25.0, Part.SERVICE, 15.0)),
                Set.of(Part.COVERAGE, Part.RATE),
                more.oneOf(List.of(0.8, 0.5)),
                scale,
                scale,
                Map.of(Direction.DL, 0.7, Direction.UL, 0.3),
                List.of(0.0, 60.0, 70.0, 80.0, 90.0),
                3,
                4,
                Evidence.B,
                more.oneOf(List.of(0.95, 0.8)),
                services.oneOf(List.of(Optional.empty(), Optional.of(ServiceLevel.FAIR))),
                more.oneOf(List.of(2.0, 8.0)),
                12);
    }

    private static ServiceScore score(Dice services) {
        return services.oneOf(
                List.of(ServiceScore.OF_SUCCESS, new ServiceScore(ServiceScore.Rule.KPI_GRADES, 0.5, 0.5)));
    }
}
