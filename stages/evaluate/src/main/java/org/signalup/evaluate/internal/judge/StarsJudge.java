package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.signalup.domain.Direction;
import org.signalup.domain.Evidence;
import org.signalup.domain.Service;
import org.signalup.domain.Verdict;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Part;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.Stars;

/**
 * Scores and stars. The score is the weighted mean of the parts measured; what was not measured caps the stars, so that
 * leaving out a weak part never earns the top.
 */
public final class StarsJudge {
    private static final double FULL = 100;
    /** Score at the target of a rate scale. */
    private static final double SCORE_AT_TARGET = 60;
    /** Cuts are decimal, sums of weights binary: differences below this are rounding. */
    private static final double SCORE_GRID = 1e9;

    private final Stars rule;
    private final ServicePoints services;

    public StarsJudge(Standard standard) {
        this.rule = standard.stars();
        this.services = new ServicePoints(standard);
    }

    /** Rates a place or line; without a pass there is a score but no star. */
    public StarVerdict judge(StarBasis basis) {
        Map<Part, Double> weights = rule.weightsOf(basis.key());
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        measured(basis).forEach((part, own) -> parts.put(part, own.score()));
        OptionalDouble score = score(weights, parts);
        Verdict verdict = basis.decided().verdict();
        if (verdict != Verdict.PASS || score.isEmpty()) {
            return new StarVerdict(score, OptionalInt.empty(), List.of("NOT_PASS:" + verdict.code()));
        }
        int alone = starsAt(score.getAsDouble(), 0);
        int steady = steady(score.getAsDouble(), alone, basis.previous());
        Map<String, Integer> caps = caps(basis, weights, parts);
        int most = caps.values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(rule.cuts().size());
        List<String> reasons = new ArrayList<>();
        caps.forEach((reason, cap) -> {
            if (cap < steady) {
                reasons.add(reason + ":MAX" + cap);
            }
        });
        if (Math.min(most, steady) != Math.min(most, alone)) {
            reasons.add("HELD");
        }
        return new StarVerdict(score, OptionalInt.of(Math.min(most, steady)), reasons);
    }

    /** What each measured part earned and lost; without a measured part there is none. */
    public List<PartScore> parts(StarBasis basis) {
        Map<Part, Double> weights = rule.weightsOf(basis.key());
        Map<Part, Measured> parts = measured(basis);
        double all = parts.keySet().stream()
                .mapToDouble(part -> weights.getOrDefault(part, 0.0))
                .sum();
        List<PartScore> scores = new ArrayList<>();
        parts.forEach((part, own) -> {
            double weight = weights.getOrDefault(part, 0.0);
            if (weight > 0) {
                double lost = weight / all * (FULL - own.score());
                scores.add(new PartScore(part, weight, weight / all, own.score(), lost, own.because()));
            }
        });
        return scores;
    }

    /** A part from 0 to 100 and what kept it down. */
    private record Measured(double score, List<String> because) {}

    private Map<Part, Measured> measured(StarBasis basis) {
        Map<Part, Measured> parts = new EnumMap<>(Part.class);
        basis.coverage().stream()
                .mapToDouble(this::coverageScore)
                .average()
                .ifPresent(score -> parts.put(Part.COVERAGE, new Measured(score, List.of())));
        rateScore(basis).ifPresent(score -> parts.put(Part.RATE, new Measured(score, slow(basis))));
        put(parts, Part.SERVICE, services.mean(EnumSet.complementOf(EnumSet.of(Service.VOICE)), basis));
        put(parts, Part.VOICE, services.mean(EnumSet.of(Service.VOICE), basis));
        return parts;
    }

    private static void put(Map<Part, Measured> parts, Part part, Optional<ServicePoints.Points> points) {
        points.ifPresent(own -> parts.put(part, new Measured(FULL * own.earned(), own.because())));
    }

    /** Directions below full marks. */
    private List<String> slow(StarBasis basis) {
        Map<Direction, RateScale> scales = basis.line() ? rule.rateLine() : rule.ratePlace();
        return new TreeMap<>(basis.rates())
                .entrySet().stream()
                        .filter(rate -> scales.containsKey(rate.getKey())
                                && rate.getValue() < scales.get(rate.getKey()).full())
                        .map(rate -> rate.getKey().code())
                        .toList();
    }

    private double coverageScore(double share) {
        return FULL * clamp((share - rule.coverageFloor()) / (1 - rule.coverageFloor()));
    }

    private OptionalDouble rateScore(StarBasis basis) {
        Map<Direction, RateScale> scales = basis.line() ? rule.rateLine() : rule.ratePlace();
        double weight = 0;
        double sum = 0;
        for (Map.Entry<Direction, Double> rate : new TreeMap<>(basis.rates()).entrySet()) {
            double own = rule.rateWeights().getOrDefault(rate.getKey(), 0.0);
            RateScale scale = scales.get(rate.getKey());
            if (own > 0 && scale != null) {
                weight += own;
                sum += own * rateScore(scale, rate.getValue());
            }
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    private static double rateScore(RateScale scale, double mbps) {
        if (mbps < scale.target()) {
            return SCORE_AT_TARGET * clamp((mbps - scale.bad()) / (scale.target() - scale.bad()));
        }
        double beyond = clamp((mbps - scale.target()) / (scale.full() - scale.target()));
        return SCORE_AT_TARGET + (FULL - SCORE_AT_TARGET) * beyond;
    }

    private static OptionalDouble score(Map<Part, Double> weights, Map<Part, Double> parts) {
        double weight = 0;
        double sum = 0;
        for (Part part : Part.values()) {
            Double score = parts.get(part);
            double own = weights.getOrDefault(part, 0.0);
            weight += score == null ? 0 : own;
            sum += score == null ? 0 : own * score;
        }
        return weight == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.rint(sum / weight * SCORE_GRID) / SCORE_GRID);
    }

    private Map<String, Integer> caps(StarBasis basis, Map<Part, Double> weights, Map<Part, Double> parts) {
        Map<String, Integer> caps = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            int most = rule.mandatory().contains(part) ? rule.capMissingMandatory() : rule.capMissingOptional();
            if (weights.getOrDefault(part, 0.0) > 0 && !parts.containsKey(part)) {
                caps.put("NO_" + part, most);
            } else if (weights.getOrDefault(part, 0.0) > 0 && part == Part.RATE) {
                directionsMissing(basis).forEach(direction -> caps.put("NO_" + direction, most));
            }
        }
        int belowTop = rule.cuts().size() - 1;
        Evidence evidence = basis.decided().evidence().orElse(Evidence.C);
        if (evidence.compareTo(rule.fiveNeedsEvidence()) > 0) {
            caps.put("EVIDENCE_" + evidence.code(), belowTop);
        }
        boolean compliant = basis.rateShare().orElse(0) >= rule.fiveNeedsRateShare();
        if (!compliant && !caps.containsKey("NO_" + Part.RATE)) {
            caps.put("RATE_SHARE", belowTop);
        }
        lacking(basis).forEach(kpi -> caps.put("KPI_" + kpi, belowTop));
        return caps;
    }

    /** KPIs that forbid the top, {@code LIVE.STALL_RATIO}. */
    private List<String> lacking(StarBasis basis) {
        List<String> lacking = new ArrayList<>();
        rule.fiveNeedsKpi()
                .ifPresent(least -> new TreeMap<>(basis.kpis())
                        .forEach((service, kpis) -> new TreeMap<>(kpis).forEach((kpi, level) -> {
                            if (level.compareTo(least) > 0) {
                                lacking.add(service.code() + "." + kpi.code());
                            }
                        })));
        return lacking;
    }

    /** Half a rate part is as good as none, or leaving out the weaker direction would lift the stars. */
    private List<Direction> directionsMissing(StarBasis basis) {
        return Arrays.stream(Direction.values())
                .filter(direction -> rule.rateWeights().getOrDefault(direction, 0.0) > 0
                        && !basis.rates().containsKey(direction))
                .toList();
    }

    /** The stars whose cut, moved by this many points, the score reaches; at least one. */
    private int starsAt(double score, double points) {
        int stars = 1;
        for (int i = 0; i < rule.cuts().size(); i++) {
            stars = score >= rule.cuts().get(i) + points ? Math.max(stars, i + 1) : stars;
        }
        return stars;
    }

    /** Up only well above a cut, down only well below one. */
    private int steady(double score, int alone, OptionalInt previous) {
        if (previous.isEmpty()) {
            return alone;
        }
        int atLeast = starsAt(score, rule.hysteresisPoints());
        int atMost = starsAt(score, -rule.hysteresisPoints());
        return Math.max(atLeast, Math.min(previous.getAsInt(), atMost));
    }

    private static double clamp(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
