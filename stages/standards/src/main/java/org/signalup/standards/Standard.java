package org.signalup.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Service;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.domain.Text;

/**
 * 评测标准: dated thresholds and the choice among named rules. Levels are dBm and dB, shares are fractions.
 *
 * @param year the target year whose goals progress is held against
 * @param obligedOperators operators judged where the ledger names none
 * @param instruments which samples need a valid instrument; empty = none does
 * @param precedence sources whose result stands where sources disagree, the first before the others; empty = not stated
 * @param citations where each number comes from, by its path in the file, for example {@code coverage[0].target_share}
 * @param digest SHA-256 of the file
 */
public record Standard(
        String id,
        Text name,
        Status status,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        int year,
        List<String> obligedOperators,
        Matching matching,
        Statistics statistics,
        List<CoverageRule> pointRules,
        List<LineRule> lineRules,
        Rates rates,
        Services services,
        Stars stars,
        CrowdFilters crowdFilters,
        Optional<Instruments> instruments,
        List<Source> precedence,
        Map<String, Citation> citations,
        String digest) {
    public Standard {
        obligedOperators = List.copyOf(obligedOperators);
        pointRules = List.copyOf(pointRules);
        lineRules = List.copyOf(lineRules);
        precedence = List.copyOf(precedence);
        citations = Map.copyOf(citations);
    }

    /** The same with some rules for crowd samples switched off. */
    public Standard withoutCrowdRules(Set<CrowdRule> rules) {
        return new Standard(
                id,
                name,
                status,
                validFrom,
                validTo,
                year,
                obligedOperators,
                matching,
                statistics,
                pointRules,
                lineRules,
                rates,
                services,
                stars,
                crowdFilters.without(rules),
                instruments,
                precedence,
                citations,
                digest);
    }

    /** 平台试评 or 正式. */
    public enum Status {
        PROPOSAL,
        OFFICIAL
    }

    /** Which RAT rows decide a place or line. */
    public enum RatRule {
        ANY,
        FOUR_G,
        FIVE_G,
        BOTH;

        /** The rows that decide under this rule. */
        public List<RatRow> deciding() {
            return switch (this) {
                case ANY -> List.of(RatRow.ANY);
                case FOUR_G -> List.of(RatRow.G4);
                case FIVE_G -> List.of(RatRow.G5);
                case BOTH -> List.of(RatRow.G4, RatRow.G5);
            };
        }
    }

    /**
     * @param maxAccuracyM positions less accurate are not matched
     * @param sourcesNeedingAccuracy positions of these sources without accuracy are not matched
     * @param checkinSlackM a check-in farther than radius + accuracy + this is refused
     */
    public record Matching(double maxAccuracyM, Set<Source> sourcesNeedingAccuracy, double checkinSlackM) {}

    /**
     * Samples of these sources count only when their instrument has a certificate of that day and agreed with a reference not
     * long before or after it. 自测 needs none, and counts as such.
     *
     * @param apply to which ledgers
     * @param comparisonMonths how far a sample may be from the last comparison of its instrument, either way
     */
    public record Instruments(Apply apply, Set<Source> sources, int comparisonMonths) {
        /** LISTED = where the ledger lists instruments. */
        public enum Apply {
            LISTED,
            ALWAYS
        }
    }

    /**
     * @param confidence one-sided, for example 0.95
     * @param intraclusterCorrelation ρ0, the least correlation assumed within a cluster
     * @param slotMinutes length of the time slot of a cluster; divides a day
     * @param evidenceDates dates for evidence B of a key point
     * @param evidenceClusters clusters for evidence B of a bin
     * @param placeAlpha error shared by the judged points of a failing place (Bonferroni)
     */
    public record Statistics(
            double confidence,
            double intraclusterCorrelation,
            int slotMinutes,
            int evidenceDates,
            int evidenceClusters,
            double placeAlpha) {}

    /** A sample on this RAT is compliant when rsrp and sinr are both at least these. */
    public record Limit(double rsrpDbm, double sinrDb) {}

    /**
     * Limits of key points. Empty sets select everything; the last rule that selects a point decides.
     *
     * @param limits by RAT; a RAT without a limit is never compliant
     */
    public record CoverageRule(
            Set<String> scenarios,
            Set<String> kinds,
            Map<Rat, Limit> limits,
            double targetShare,
            int minSamples,
            int minClusters,
            RatRule ratRule) {
        public CoverageRule {
            scenarios = Set.copyOf(scenarios);
            kinds = Set.copyOf(kinds);
            limits = Map.copyOf(limits);
        }

        boolean selects(String scenario, String kind) {
            return (scenarios.isEmpty() || scenarios.contains(scenario)) && (kinds.isEmpty() || kinds.contains(kind));
        }
    }

    /**
     * Limits and shape of lines. The last rule that selects a line decides.
     *
     * @param byPosition whether a sample that names no line may match (roads only)
     * @param bufferM farthest distance of a position from a bin
     * @param binTargetShare share of samples that makes a bin pass
     * @param lineTargetShare share of the length that makes a section or line pass
     * @param longestGapM gate: a longer gap forbids a pass; empty = shown only
     */
    public record LineRule(
            Set<LineKind> kinds,
            Set<String> grades,
            boolean byPosition,
            double bufferM,
            double binLengthM,
            Map<Rat, Limit> limits,
            double binTargetShare,
            int binMinSamples,
            double lineTargetShare,
            Optional<Double> longestGapM,
            RatRule ratRule) {
        public LineRule {
            kinds = Set.copyOf(kinds);
            grades = Set.copyOf(grades);
            limits = Map.copyOf(limits);
        }

        boolean selects(LineKind kind, String grade) {
            return (kinds.isEmpty() || kinds.contains(kind)) && (grades.isEmpty() || grades.contains(grade));
        }
    }

    /**
     * @param methods 口径 by source, for example APP → USER_APP
     * @param targetMethod the 口径 the programme's mean and share targets are defined for
     * @param objectMethods methods a place or line may be judged by, the preferred first
     * @param compliant rate that makes a test compliant, by RAT and direction, Mbit/s
     * @param clipPlaceMbps cap before the clipped mean, at places and regions; {@code clipLineMbps} on lines
     * @param targetShare compliant share to reach
     * @param minTests tests a place or line needs before its share is judged
     */
    public record Rates(
            Map<Source, String> methods,
            String targetMethod,
            List<String> objectMethods,
            Map<Rat, Map<Direction, Double>> compliant,
            Map<Direction, Double> clipPlaceMbps,
            Map<Direction, Double> clipLineMbps,
            double targetShare,
            int minTests,
            RegionMean regionMean) {}

    /** How region means are built: strata by one dimension with declared weights; NONE = one stratum. */
    public record RegionMean(Strata strata, Map<String, Double> weights) {
        /** The dimension of strata. */
        public enum Strata {
            NONE,
            RAT,
            SCENARIO
        }
    }

    /** Success share of a service: at most {@code poor} scores 0, at least {@code good} 100, pass from {@code fair}. */
    public record ServiceGrade(double poor, double fair, double good) {}

    /** A KPI is good at {@code good} or better, fair at {@code fair} or better, else poor; in the unit of the KPI. */
    public record KpiLimit(double good, double fair) {}

    /**
     * Services judged, and the tries each needs.
     *
     * @param kpis limits of the KPIs of each service; a KPI without is shown and not graded
     * @param models the numbers behind KPIs and opinion models; KPIs that need them are not reckoned without
     * @param score how services make their parts of a score
     * @param aggregateSessions sessions that an aggregate of an internet company must rest on
     */
    public record Services(
            Map<Service, ServiceGrade> success,
            int minTries,
            Map<Service, Map<ServiceKpi, KpiLimit>> kpis,
            Optional<ServiceModels> models,
            ServiceScore score,
            int aggregateSessions) {
        /** Whether the grades of its KPIs speak for a service, rather than its success share. */
        public boolean byGrades(Service service) {
            return score.rule() == ServiceScore.Rule.KPI_GRADES && limited(service) > 0;
        }

        /** Whether so many graded KPIs are enough to say that a service was measured. */
        public boolean enoughGraded(Service service, int graded) {
            return graded > 0 && graded >= score.minGraded() * limited(service);
        }

        private int limited(Service service) {
            return kpis.getOrDefault(service, Map.of()).size();
        }
    }

    /**
     * 业务得分: how service sessions make the parts SERVICE and VOICE of a score.
     *
     * @param fairPoints what a fair KPI counts under KPI_GRADES, a good one counting 1 and a poor one 0
     * @param minGraded under KPI_GRADES, the least share of a service's limited KPIs that must be graded; with fewer the service was
     *     not measured, so that telling less never earns more
     */
    public record ServiceScore(Rule rule, double fairPoints, double minGraded) {
        /** By the success share alone. */
        public static final ServiceScore OF_SUCCESS = new ServiceScore(Rule.SUCCESS, 0, 0);

        /** What the points of a service rest on. */
        public enum Rule {
            /** The success share, linear between the poor and the good end. */
            SUCCESS,
            /** The mean of the graded KPIs; a service without limits of KPIs by its success share. */
            KPI_GRADES
        }
    }

    /** Linear from {@code bad} (0) over {@code target} (60) to {@code full} (100), Mbit/s. */
    public record RateScale(double bad, double target, double full) {}

    /** The parts of a score. COVERAGE and RATE are mandatory. */
    public enum Part {
        COVERAGE,
        RATE,
        SERVICE,
        VOICE
    }

    /**
     * @param weights by scenario code or line kind, the key {@code *} for all others
     * @param coverageFloor share that scores 0; coverage scores clamp((share − floor) / (1 − floor))
     * @param cuts least scores of 1..5 stars, so {@code cuts.get(4)} is that of five
     * @param capMissingMandatory most stars when a mandatory part has no data
     * @param fiveNeedsEvidence weakest evidence of five stars
     * @param fiveNeedsRateShare compliant-rate share of five stars
     * @param fiveNeedsKpi weakest grade of any KPI of a service under five stars; empty = not asked for
     * @param hysteresisPoints points beyond a cut before stars change against the previous evaluation
     * @param validMonths months after which stars expire
     */
    public record Stars(
            Map<String, Map<Part, Double>> weights,
            Set<Part> mandatory,
            double coverageFloor,
            Map<Direction, RateScale> ratePlace,
            Map<Direction, RateScale> rateLine,
            Map<Direction, Double> rateWeights,
            List<Double> cuts,
            int capMissingMandatory,
            int capMissingOptional,
            org.signalup.domain.Evidence fiveNeedsEvidence,
            double fiveNeedsRateShare,
            Optional<ServiceLevel> fiveNeedsKpi,
            double hysteresisPoints,
            int validMonths) {
        /** The weights of a scenario or line kind. */
        public Map<Part, Double> weightsOf(String scenarioOrLineKind) {
            Map<Part, Double> own = weights.get(scenarioOrLineKind);
            return own != null ? own : weights.getOrDefault("*", Map.of());
        }
    }

    /** The rule of a key point. */
    public CoverageRule pointRule(String scenario, String kind) {
        CoverageRule found = null;
        for (CoverageRule rule : pointRules) {
            found = rule.selects(scenario, kind) ? rule : found;
        }
        if (found == null) {
            throw new IllegalStateException(
                    "point rule: none for " + scenario + "/" + kind + " (expected: a rule for all)");
        }
        return found;
    }

    /** The rule of a line. */
    public LineRule lineRule(LineKind kind, String grade) {
        LineRule found = null;
        for (LineRule rule : lineRules) {
            found = rule.selects(kind, grade) ? rule : found;
        }
        if (found == null) {
            throw new IllegalStateException(
                    "line rule: none for " + kind + "/" + grade + " (expected: a rule for all)");
        }
        return found;
    }
}
