package org.signalup.testkit.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;
import org.signalup.testkit.RefSample;

/** Scores and stars: gives them to the rows of places and lines. */
public final class StarJudge {
    /** Stars of an earlier evaluation, by place or line, operator and RAT row (ANY for places). */
    public record Previous(Map<List<Object>, Integer> stars) {
        public static final Previous NONE = new Previous(Map.of());

        OptionalInt of(String id, String operator, RatRow rat) {
            Integer found = stars.get(List.of(id, operator, rat));
            return found == null ? OptionalInt.empty() : OptionalInt.of(found);
        }
    }

    private record Rated(OptionalDouble score, OptionalInt stars, String reason) {}

    /** What is rated, for one operator and RAT row. */
    private record Subject(
            boolean line,
            String id,
            String key,
            String operator,
            RatRow rat,
            Verdict verdict,
            Optional<Evidence> evidence,
            List<Double> shares,
            Collection<RefSample> tests) {}

    private final Standard standard;
    private final Ledger ledger;
    private final PlaceJudge placeJudge;
    private final RateJudge rates;
    private final ObjectTests tests;
    private final Previous previous;
    private final Obliged obliged;
    private final List<ServiceRow> kpis;

    public StarJudge(
            Standard standard,
            Ledger ledger,
            PlaceJudge placeJudge,
            RateJudge rates,
            ObjectTests tests,
            Previous previous) {
        this.standard = standard;
        this.ledger = ledger;
        this.placeJudge = placeJudge;
        this.rates = rates;
        this.tests = tests;
        this.previous = previous;
        this.obliged = new Obliged(standard, ledger);
        this.kpis = new ServiceKpis(standard, ledger, tests).rows();
    }

    public List<PlaceRow> places(List<PlaceRow> rows) {
        List<PlaceRow> rated = new ArrayList<>();
        for (Place place : ledger.places()) {
            Map<String, Rated> own = new HashMap<>();
            Collection<RefSample> ofPlace = tests.ofPlace(place.id());
            List<PlaceRow> ofRows = rows.stream()
                    .filter(row -> row.placeId().equals(place.id()))
                    .toList();
            for (PlaceRow row : ofRows) {
                own.put(
                        row.operator(),
                        rate(new Subject(
                                false,
                                place.id(),
                                place.scenario(),
                                row.operator(),
                                RatRow.ANY,
                                row.verdict(),
                                row.evidence(),
                                placeJudge.shares(place, row.operator()),
                                ofPlace)));
            }
            own.put(ResultRows.ALL, least(own, obliged.of(place)));
            ofRows.forEach(row -> rated.add(with(row, own.get(row.operator()))));
        }
        return rated;
    }

    public List<LineRow> lines(List<LineRow> rows) {
        Map<List<Object>, Rated> all = new HashMap<>();
        for (Line line : ledger.lines()) {
            for (RatRow rat : RatRow.values()) {
                List<LineRow> own = rows.stream()
                        .filter(row -> row.lineId().equals(line.id()) && row.rat() == rat)
                        .toList();
                rate(line, own).forEach((operator, rated) -> all.put(List.of(line.id(), operator, rat), rated));
            }
        }
        return rows.stream()
                .map(row -> with(row, all.get(List.of(row.lineId(), row.operator(), row.rat()))))
                .toList();
    }

    /** The operators of a line in one RAT row. */
    private Map<String, Rated> rate(Line line, List<LineRow> rows) {
        Map<String, Rated> own = new HashMap<>();
        Collection<RefSample> ofLine = tests.ofLine(line.id());
        for (LineRow row : rows) {
            own.put(
                    row.operator(),
                    rate(new Subject(
                            true,
                            line.id(),
                            line.kind().code(),
                            row.operator(),
                            row.rat(),
                            row.verdict(),
                            row.evidence(),
                            row.ratio().stream().boxed().toList(),
                            ofLine)));
        }
        own.put(ResultRows.ALL, least(own, obliged.of(line)));
        return own;
    }

    private Rated rate(Subject of) {
        Map<Part, Double> weights = standard.stars().weightsOf(of.key());
        Map<String, Integer> caps = new LinkedHashMap<>();
        OptionalDouble score = score(weights, parts(of, weights, caps));
        if (of.verdict() != Verdict.PASS || score.isEmpty()) {
            return new Rated(
                    score, OptionalInt.empty(), "NOT_PASS:" + of.verdict().code());
        }
        gatesOfFive(of, caps);
        int alone = reached(score.getAsDouble(), 0);
        int steady = steady(score.getAsDouble(), alone, previous.of(of.id(), of.operator(), of.rat()));
        int cap = caps.values().stream().mapToInt(Integer::intValue).min().orElse(5);
        List<String> reasons = new ArrayList<>();
        caps.forEach((reason, most) -> {
            if (most < steady) {
                reasons.add(reason + ":MAX" + most);
            }
        });
        if (Math.min(cap, steady) != Math.min(cap, alone)) {
            reasons.add("HELD");
        }
        return new Rated(score, OptionalInt.of(Math.min(cap, steady)), String.join(";", reasons));
    }

    /** The parts measured, 0 to 100; what is missing caps the stars. */
    private Map<Part, Double> parts(Subject of, Map<Part, Double> weights, Map<String, Integer> caps) {
        Map<Part, Double> parts = new HashMap<>();
        double floor = standard.stars().coverageFloor();
        put(parts, Part.COVERAGE, of.shares().stream().map(share -> 100 * clamp((share - floor) / (1 - floor))));
        Map<Direction, RateRow> judging = rates.judging(of.line() ? "LINE" : "PLACE", of.id(), of.operator());
        rateScore(of.line(), judging).ifPresent(score -> parts.put(Part.RATE, score));
        Map<Service, Double> services = services(of);
        put(
                parts,
                Part.SERVICE,
                services.keySet().stream()
                        .filter(service -> service != Service.VOICE)
                        .map(services::get));
        put(
                parts,
                Part.VOICE,
                services.keySet().stream()
                        .filter(service -> service == Service.VOICE)
                        .map(services::get));
        for (Part part : Part.values()) {
            boolean weighs = weights.getOrDefault(part, 0.0) > 0;
            int most = standard.stars().mandatory().contains(part)
                    ? standard.stars().capMissingMandatory()
                    : standard.stars().capMissingOptional();
            if (weighs && !parts.containsKey(part)) {
                caps.put("NO_" + part, most);
            } else if (weighs && part == Part.RATE) {
                missing(judging).forEach(direction -> caps.put("NO_" + direction, most));
            }
        }
        return parts;
    }

    private static void put(Map<Part, Double> parts, Part part, Stream<Double> scores) {
        scores.mapToDouble(Double::doubleValue).average().ifPresent(mean -> parts.put(part, mean));
    }

    /** Half a rate part is a part missing: directions that weigh and were not measured enough. */
    private List<Direction> missing(Map<Direction, RateRow> judging) {
        List<Direction> missing = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            if (standard.stars().rateWeights().getOrDefault(direction, 0.0) > 0 && !judging.containsKey(direction)) {
                missing.add(direction);
            }
        }
        return missing;
    }

    private OptionalDouble rateScore(boolean line, Map<Direction, RateRow> judging) {
        Map<Direction, RateScale> scales =
                line ? standard.stars().rateLine() : standard.stars().ratePlace();
        double sum = 0;
        double weight = 0;
        for (Direction direction : Direction.values()) {
            double own = standard.stars().rateWeights().getOrDefault(direction, 0.0);
            if (own > 0 && judging.containsKey(direction)) {
                sum += own
                        * rateScore(
                                scales.get(direction),
                                judging.get(direction).mean().orElseThrow());
                weight += own;
            }
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    /** Bad → 0, target → 60, full → 100, linear between. */
    private static double rateScore(RateScale scale, double mbps) {
        return mbps < scale.target()
                ? 60 * clamp((mbps - scale.bad()) / (scale.target() - scale.bad()))
                : 60 + 40 * clamp((mbps - scale.target()) / (scale.full() - scale.target()));
    }

    /** Points of each service measured, by success or by the grades of its KPIs. */
    private Map<Service, Double> services(Subject of) {
        Map<Service, Double> points = new EnumMap<>(Service.class);
        Map<Service, Double> success = new ServiceJudge(standard).success(of.tests(), of.operator());
        for (Service service : Service.values()) {
            int limits =
                    standard.services().kpis().getOrDefault(service, Map.of()).size();
            if (standard.services().score().rule() == ServiceScore.Rule.KPI_GRADES && limits > 0) {
                List<ServiceLevel> grades = grades(of)
                        .filter(row -> row.service() == service)
                        .map(row -> row.grade().orElseThrow())
                        .toList();
                if (!grades.isEmpty()
                        && (double) grades.size() >= standard.services().score().minGraded() * limits) {
                    double good =
                            grades.stream().filter(ServiceLevel.GOOD::equals).count();
                    double fair =
                            grades.stream().filter(ServiceLevel.FAIR::equals).count();
                    double fairPoints = standard.services().score().fairPoints();
                    points.put(service, 100 * (good + fair * fairPoints) / grades.size());
                }
            } else if (success.containsKey(service)) {
                points.put(service, serviceScore(service, success.get(service)));
            }
        }
        return points;
    }

    private Stream<ServiceRow> grades(Subject of) {
        return kpis.stream()
                .filter(row -> row.object().equals(of.line() ? "LINE" : "PLACE")
                        && row.objectId().equals(of.id())
                        && row.operator().equals(of.operator())
                        && row.grade().isPresent());
    }

    private double serviceScore(Service service, double success) {
        ServiceGrade grade = standard.services().success().get(service);
        return 100 * clamp((success - grade.poor()) / (grade.good() - grade.poor()));
    }

    /** The weighted mean of the parts measured, freed from binary dust. */
    private static OptionalDouble score(Map<Part, Double> weights, Map<Part, Double> parts) {
        double sum = 0;
        double weight = 0;
        for (Part part : Part.values()) {
            if (parts.containsKey(part)) {
                sum += weights.getOrDefault(part, 0.0) * parts.get(part);
                weight += weights.getOrDefault(part, 0.0);
            }
        }
        return weight == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(BigDecimal.valueOf(sum / weight)
                        .setScale(9, RoundingMode.HALF_UP)
                        .doubleValue());
    }

    private void gatesOfFive(Subject of, Map<String, Integer> caps) {
        Evidence evidence = of.evidence().orElseThrow();
        if (evidence.weaker(standard.stars().fiveNeedsEvidence())
                != standard.stars().fiveNeedsEvidence()) {
            caps.put("EVIDENCE_" + evidence.code(), 4);
        }
        if (!caps.containsKey("NO_RATE")) {
            OptionalDouble share = rates.objectShare(of.line() ? "LINE" : "PLACE", of.id(), of.operator())
                    .share();
            if (share.orElse(0) < standard.stars().fiveNeedsRateShare()) {
                caps.put("RATE_SHARE", 4);
            }
        }
        if (standard.stars().fiveNeedsKpi().isPresent()) {
            int least = standard.stars().fiveNeedsKpi().get().number();
            grades(of)
                    .filter(row -> row.grade().orElseThrow().number() > least)
                    .sorted(Comparator.comparing(ServiceRow::service).thenComparing(ServiceRow::kpi))
                    .forEach(row -> caps.put("KPI_" + row.service() + "." + row.kpi(), 4));
        }
    }

    /** The most stars whose cut the score reaches with so many points to spare; never none. */
    private int reached(double score, double spare) {
        int stars = 1;
        for (int i = 2; i <= 5; i++) {
            if (score >= standard.stars().cuts().get(i - 1) + spare) {
                stars = i;
            }
        }
        return stars;
    }

    private int steady(double score, int alone, OptionalInt before) {
        double points = standard.stars().hysteresisPoints();
        if (before.isPresent() && alone > before.getAsInt()) {
            return Math.max(before.getAsInt(), reached(score, points));
        }
        if (before.isPresent() && alone < before.getAsInt()) {
            return Math.min(before.getAsInt(), reached(score, -points));
        }
        return alone;
    }

    /** The least of the obliged operators, empty if any is empty; and who that is. */
    private static Rated least(Map<String, Rated> rated, List<String> operators) {
        List<Rated> own = operators.stream().map(rated::get).toList();
        boolean scored = own.stream().allMatch(one -> one.score().isPresent());
        boolean starred = own.stream().allMatch(one -> one.stars().isPresent());
        OptionalInt fewest =
                starred ? own.stream().mapToInt(one -> one.stars().getAsInt()).min() : OptionalInt.empty();
        List<String> who = operators.stream()
                .filter(operator -> rated.get(operator).stars().equals(fewest))
                .map(operator -> "LEAST:" + operator)
                .toList();
        return new Rated(
                scored
                        ? own.stream()
                                .mapToDouble(one -> one.score().getAsDouble())
                                .min()
                        : OptionalDouble.empty(),
                fewest,
                String.join(";", who));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static PlaceRow with(PlaceRow row, Rated rated) {
        return new PlaceRow(
                row.placeId(),
                row.operator(),
                row.verdict(),
                row.evidence(),
                row.points(),
                row.pointsPassed(),
                row.pointsRetest(),
                row.pointsFailed(),
                row.pointsOpen(),
                rated.score(),
                rated.stars(),
                rated.reason());
    }

    private static LineRow with(LineRow row, Rated rated) {
        return new LineRow(
                row.lineId(),
                row.sectionId(),
                row.operator(),
                row.rat(),
                row.lengthMm(),
                row.judgedMm(),
                row.passedMm(),
                row.retestMm(),
                row.failedMm(),
                row.ratio(),
                row.ratioLow(),
                row.ratioHigh(),
                row.longestGapMm(),
                row.verdict(),
                row.evidence(),
                rated.stars(),
                rated.reason());
    }
}
