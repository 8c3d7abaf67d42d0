package org.signalup.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Citation;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Operator;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.Scenario;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.ServiceScore;

/** Results held in memory, to be filled by hand. */
final class World implements Results {
    boolean simulated;
    static final List<String> OPERATORS = List.of("CMCC", "CTCC", "CUCC");

    final List<Place> ledgerPlaces = new ArrayList<>();
    final List<KeyPoint> ledgerPoints = new ArrayList<>();
    final List<Line> ledgerLines = new ArrayList<>();
    final List<Ledger.Division> divisions = new ArrayList<>();
    final List<PointRow> points = new ArrayList<>();
    final List<PlaceRow> places = new ArrayList<>();
    final List<BinRow> bins = new ArrayList<>();
    final List<LineRow> sections = new ArrayList<>();
    final List<LineRow> lines = new ArrayList<>();
    final List<RateRow> rates = new ArrayList<>();
    final List<ProgressRow> progress = new ArrayList<>();
    final List<PlanRow> plan = new ArrayList<>();
    final List<Summary.FileLine> files = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    String standardName = "信号升格评测标准 2025";

    final List<CrowdRow> crowd = new ArrayList<>();
    final List<AgreementRow> agreement = new ArrayList<>();
    final List<InstrumentRow> instruments = new ArrayList<>();
    final List<QuantileRow> quantiles = new ArrayList<>();
    final List<ServiceRow> services = new ArrayList<>();
    final List<AggregateRow> aggregates = new ArrayList<>();
    final List<ScoreRow> scores = new ArrayList<>();

    @Override
    public Path folder() {
        return Path.of("evaluation");
    }

    @Override
    public Summary summary() {
        boolean empty = places.isEmpty();
        return new Summary(
                "signal-upgrade",
                "signal-upgrade-2025",
                standardName,
                "PROPOSAL",
                2025,
                empty ? Optional.empty() : Optional.of(LocalDate.of(2025, 3, 1)),
                empty ? Optional.empty() : Optional.of(LocalDate.of(2025, 6, 30)),
                empty ? Optional.empty() : Optional.of(LocalDate.of(2025, 6, 30)),
                empty ? Optional.empty() : Optional.of(LocalDate.of(2025, 3, 2)),
                empty ? Optional.empty() : Optional.of(LocalDate.of(2025, 6, 28)),
                empty ? 0 : 1_284_310,
                empty ? 0 : 1_180_022,
                empty ? 0 : 98_204,
                empty ? 0 : 6_084,
                2_210,
                1_040,
                88_102,
                empty ? Map.of() : Map.of("POINT_UNKNOWN", 5_210L, "CHECKIN_FAR", 802L, "SOMETHING_NEW", 72L),
                Map.of(),
                Map.of("source", 12_000L),
                files,
                empty ? List.of() : List.of("drive/b.csv = drive/a.csv"),
                warnings,
                ledgerPlaces.size(),
                ledgerPoints.size(),
                3,
                ledgerLines.size(),
                Map.of(),
                Map.of(),
                simulated,
                Map.of("ledger", "0f".repeat(32), "standard", "1e".repeat(32)),
                List.of(),
                new Summary.Run("duckdb", "0.1.0", "2026-01-01T00:00:00Z", 12.5, Map.of(), List.of()));
    }

    @Override
    public Programme programme() {
        return new Programme(
                "signal-upgrade",
                Text.of("“信号升格”专项行动", "Signal Upgrade programme"),
                ZoneId.of("Asia/Shanghai"),
                "CN",
                List.of(
                        operator("CMCC", "移动", "China Mobile"),
                        operator("CTCC", "电信", "China Telecom"),
                        operator("CUCC", "联通", "China Unicom"),
                        operator("CBN", "广电", "China Broadnet")),
                List.of(
                        scenario("GOV", "政务中心", "government service centres"),
                        scenario("MED", "医疗机构", "hospitals"),
                        scenario("EDU", "高等学校", "universities"),
                        scenario("SHOP", "重点商超", "shopping places"),
                        scenario("RES", "住宅小区", "residential compounds")),
                List.of(),
                List.of(
                        new Programme.Region("CN", Text.of("全国", "nation"), ""),
                        new Programme.Region("370000", Text.of("山东省", "Shandong"), "37")),
                targets(),
                List.of(),
                Optional.empty(),
                List.of(new Programme.Aim(
                        "stall", Text.of("卡顿、时延", "stalls and latency"), 2025, "全面优化", new Citation("notice", "A"))),
                Optional.empty(),
                Programme.UsualRates.UNKNOWN,
                Map.of(),
                "ab".repeat(32));
    }

    private static Operator operator(String code, String zh, String en) {
        return new Operator(code, Text.of(zh, en), List.of(), List.of());
    }

    private static Scenario scenario(String code, String zh, String en) {
        return new Scenario(code, Text.of(zh, en), List.of(), List.of());
    }

    private static List<ProgrammeTarget> targets() {
        return List.of(
                target(
                        "places",
                        "重点场所深度覆盖",
                        "key places with deep coverage",
                        ProgrammeTarget.Unit.PLACE,
                        ProgrammeTarget.Rule.DEEP_COVERAGE,
                        null),
                target(
                        "road",
                        "公路连续覆盖",
                        "roads with continuous coverage",
                        ProgrammeTarget.Unit.KM,
                        ProgrammeTarget.Rule.CONTINUOUS_COVERAGE,
                        null),
                target(
                        "shop",
                        "重点商超",
                        "shopping places",
                        ProgrammeTarget.Unit.PLACE_SHARE,
                        ProgrammeTarget.Rule.COVERAGE_AND_EXPERIENCE,
                        null),
                target(
                        "mean_dl",
                        "下行均值接入速率",
                        "mean downlink rate",
                        ProgrammeTarget.Unit.MBPS,
                        ProgrammeTarget.Rule.MEAN_RATE,
                        Direction.DL),
                target(
                        "rate_share",
                        "达标速率占比",
                        "share of compliant tests",
                        ProgrammeTarget.Unit.SHARE,
                        ProgrammeTarget.Rule.RATE_SHARE,
                        null));
    }

    private static ProgrammeTarget target(
            String id, String zh, String en, ProgrammeTarget.Unit unit, ProgrammeTarget.Rule rule, Direction way) {
        return new ProgrammeTarget(
                id,
                Text.of(zh, en),
                unit,
                "深度覆盖",
                rule,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.ofNullable(way),
                List.of(),
                new Citation("联通信〔2023〕257号", "A"));
    }

    @Override
    public Standard standard() {
        Map<Rat, Standard.Limit> strict =
                Map.of(Rat.G4, new Standard.Limit(-105, -3), Rat.G5, new Standard.Limit(-105, -3));
        Map<Rat, Standard.Limit> soft =
                Map.of(Rat.G4, new Standard.Limit(-110, -3), Rat.G5, new Standard.Limit(-105, -3));
        return new Standard(
                "signal-upgrade-2025",
                Text.of(standardName, "Signal upgrade standard 2025"),
                Standard.Status.PROPOSAL,
                LocalDate.of(2025, 1, 1),
                Optional.of(LocalDate.of(2025, 12, 31)),
                2025,
                OPERATORS,
                new Standard.Matching(50, Set.of(Source.APP), 500),
                new Standard.Statistics(0.95, 0.3, 30, 2, 2, 0.05),
                List.of(
                        new Standard.CoverageRule(Set.of(), Set.of(), strict, 0.95, 60, 3, Standard.RatRule.ANY),
                        new Standard.CoverageRule(
                                Set.of("RES"), Set.of("LIFT"), soft, 0.90, 60, 3, Standard.RatRule.ANY)),
                List.of(new Standard.LineRule(
                        Set.of(), Set.of(), true, 50, 100, soft, 0.5, 1, 0.95, Optional.empty(), Standard.RatRule.ANY)),
                new Standard.Rates(
                        Map.of(Source.APP, "USER_APP", Source.DRIVE, "DRIVE_FTP"),
                        "USER_APP",
                        List.of("USER_APP"),
                        Map.of(Rat.G5, Map.of(Direction.DL, 100.0, Direction.UL, 20.0)),
                        both(900.0),
                        both(800.0),
                        0.95,
                        30,
                        new Standard.RegionMean(Standard.RegionMean.Strata.NONE, Map.of())),
                new Standard.Services(Map.of(), 10, Map.of(), Optional.empty(), ServiceScore.OF_SUCCESS, 1),
                new Standard.Stars(
                        Map.of("*", Map.of(Standard.Part.COVERAGE, 60.0, Standard.Part.RATE, 40.0)),
                        Set.of(Standard.Part.COVERAGE),
                        0.8,
                        both(new Standard.RateScale(20, 100, 900)),
                        both(new Standard.RateScale(20, 100, 800)),
                        both(0.5),
                        List.of(0.0, 60.0, 70.0, 80.0, 90.0),
                        3,
                        4,
                        Evidence.B,
                        0.95,
                        Optional.empty(),
                        2,
                        12),
                CrowdFilters.NONE,
                Optional.empty(),
                List.of(),
                Map.of("coverage[0].target_share", new Citation("平台建议", "O")),
                "cd".repeat(32));
    }

    private static <T> Map<Direction, T> both(T value) {
        return Map.of(Direction.DL, value, Direction.UL, value);
    }

    @Override
    public Ledger ledger() {
        return new Ledger(ledgerPlaces, ledgerPoints, ledgerLines, divisions, List.of(), List.of(), "ef".repeat(32));
    }

    @Override
    public List<PointRow> points() {
        return points;
    }

    @Override
    public List<PlaceRow> places() {
        return places;
    }

    @Override
    public void forEachBin(Consumer<BinRow> consumer) {
        bins.forEach(consumer);
    }

    @Override
    public List<LineRow> sections() {
        return sections;
    }

    @Override
    public List<LineRow> lines() {
        return lines;
    }

    @Override
    public List<RateRow> rates() {
        return rates;
    }

    @Override
    public List<ProgressRow> progress() {
        return progress;
    }

    @Override
    public List<PlanRow> plan() {
        return plan;
    }

    @Override
    public List<CrowdRow> crowdFilters() {
        return crowd;
    }

    @Override
    public List<ServiceRow> services() {
        return services;
    }

    @Override
    public List<AggregateRow> aggregates() {
        return aggregates;
    }

    @Override
    public List<AgreementRow> sourceAgreement() {
        return agreement;
    }

    @Override
    public void forEachDisagreement(Consumer<DisagreementRow> consumer) {}

    @Override
    public List<InstrumentRow> instrumentRefusals() {
        return instruments;
    }

    @Override
    public void forEachQuantile(Consumer<QuantileRow> consumer) {
        quantiles.forEach(consumer);
    }

    @Override
    public void forEachScore(Consumer<ScoreRow> consumer) {
        scores.forEach(consumer);
    }

    /** Optional of a number that may be unknown (NaN). */
    static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The line kinds in turn. */
    static LineKind kind(int number) {
        List<LineKind> kinds = List.of(LineKind.values());
        return kinds.get(number % kinds.size());
    }
}
