package org.signalup.standards;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;

/**
 * A target or sub-target of the programme.
 *
 * @param verb the notice's own words, for example 深度覆盖
 * @param rule the named rule the verb maps to
 * @param scenarios scenario codes counted (empty = all), for place targets
 * @param categories category codes counted (empty = all)
 * @param lineKinds line kinds counted, for line targets
 * @param grades line grades counted (empty = all)
 * @param direction for mean-rate targets
 */
public record ProgrammeTarget(
        String id,
        Text name,
        Unit unit,
        String verb,
        Rule rule,
        Set<String> scenarios,
        Set<String> categories,
        Set<LineKind> lineKinds,
        Set<String> grades,
        Optional<Direction> direction,
        List<Goal> goals,
        Citation citation) {
    public ProgrammeTarget {
        scenarios = Set.copyOf(scenarios);
        categories = Set.copyOf(categories);
        lineKinds = Set.copyOf(lineKinds);
        grades = Set.copyOf(grades);
        goals = List.copyOf(goals);
    }

    /** What is counted or estimated. PLACE_SHARE is the share of places (listed, or the base) that pass; SHARE that of rate trials. */
    public enum Unit {
        PLACE,
        PLACE_SHARE,
        KM,
        LINE,
        MBPS,
        SHARE
    }

    /**
     * The named rules. A place, section or line counts as passed when every named part passes: coverage is the
     * verdict, rate the compliant-rate share, service the success of the services measured. A part without data leaves
     * it open.
     */
    public enum Rule {
        DEEP_COVERAGE,
        CONTINUOUS_COVERAGE,
        COVERAGE_AND_QUALITY,
        COVERAGE_AND_EXPERIENCE,
        COVERAGE_AND_SERVICE,
        MEAN_RATE,
        RATE_SHARE;

        /** Whether a place has to pass in rates or services too. */
        public boolean asksForMoreThanCoverage() {
            return this == COVERAGE_AND_QUALITY || this == COVERAGE_AND_EXPERIENCE || this == COVERAGE_AND_SERVICE;
        }
    }

    /**
     * A number to reach in a region by the end of a year.
     *
     * @param region region code; the programme's root region for the nation
     * @param number empty when the notice gives no number (全部, 显著提升)
     * @param all true when the goal is everything listed
     * @param base 底数 of the region; empty when unknown
     */
    public record Goal(String region, int year, Optional<Double> number, boolean all, Optional<Double> base) {}

    /** The goal of a region for a year. */
    public Optional<Goal> goal(String region, int year) {
        return goals.stream()
                .filter(goal -> goal.region().equals(region) && goal.year() == year)
                .findFirst();
    }
}
