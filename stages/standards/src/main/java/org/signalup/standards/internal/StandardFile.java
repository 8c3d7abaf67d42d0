package org.signalup.standards.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.Rat;
import org.signalup.domain.ServiceLevel;
import org.signalup.domain.Source;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Instruments;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Matching;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.Stars;
import org.signalup.standards.Standard.Statistics;
import org.signalup.standards.StrictYaml;
import org.signalup.standards.YamlMap;

/** Reads a standard. Bounds here are those of the quantity; whether a value makes sense is for the check. */
public final class StandardFile {
    static final double MAX_LENGTH_M = 1e6;
    static final int MAX_COUNT = 1_000_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final double LEVEL = 200;
    private static final int MAX_STARS = 5;

    private final StrictYaml yaml;
    private final YamlMap root;

    private StandardFile(StrictYaml yaml) {
        this.yaml = yaml;
        this.root = yaml.root();
    }

    /**
     * Reads a standard.
     *
     * @throws org.signalup.domain.RefusedException with every problem
     */
    public static Standard read(Path file) {
        StrictYaml yaml = StrictYaml.read(file);
        Sources.declare(yaml);
        Standard standard = new StandardFile(yaml).standard();
        yaml.refuseProblems();
        return standard;
    }

    private Standard standard() {
        return new Standard(
                root.text("id"),
                root.bilingual("name"),
                root.word("status", Standard.Status.class),
                root.date("valid_from"),
                root.optionalDate("valid_to"),
                root.integer("year", FIRST_YEAR, LAST_YEAR),
                root.map("obliged_operators").cited().texts("value"),
                matching(root.map("matching")),
                statistics(root.map("statistics")),
                root.maps("point_rules").stream().map(this::pointRule).toList(),
                root.maps("line_rules").stream().map(this::lineRule).toList(),
                RatesReader.rates(root.map("rates")),
                RatesReader.services(root.map("services")),
                stars(root.map("stars")),
                CrowdReader.read(root.optionalMap("crowd_filters")),
                root.optionalMap("instruments").map(StandardFile::instruments),
                precedence(),
                yaml.citations(),
                Digest.of(List.of(yaml.bytes())));
    }

    private static Matching matching(YamlMap map) {
        return new Matching(
                map.sourced("max_accuracy_m", 0, MAX_LENGTH_M),
                map.words("sources_needing_accuracy", Source.class),
                map.sourced("checkin_slack_m", 0, MAX_LENGTH_M));
    }

    private static Instruments instruments(YamlMap map) {
        return new Instruments(
                map.word("apply", Instruments.Apply.class),
                map.words("sources", Source.class),
                map.sourcedInteger("comparison_months", 0, MAX_COUNT));
    }

    private List<Source> precedence() {
        return root.optionalMap("source_precedence")
                .map(map -> List.copyOf(map.cited().words("value", Source.class)))
                .orElse(List.of());
    }

    private static Statistics statistics(YamlMap map) {
        return new Statistics(
                map.sourced("confidence", 0, 1),
                map.sourced("intracluster_correlation", 0, 1),
                map.sourcedInteger("slot_minutes", 1, MINUTES_PER_DAY),
                map.sourcedInteger("evidence_dates", 1, MAX_COUNT),
                map.sourcedInteger("evidence_clusters", 1, MAX_COUNT),
                map.sourced("place_alpha", 0, 1));
    }

    private CoverageRule pointRule(YamlMap map) {
        return new CoverageRule(
                new LinkedHashSet<>(map.texts("scenarios")),
                new LinkedHashSet<>(map.texts("kinds")),
                limits(map.map("limits")),
                map.sourced("target_share", 0, 1),
                map.sourcedInteger("min_samples", 1, MAX_COUNT),
                map.sourcedInteger("min_clusters", 1, MAX_COUNT),
                map.word("rat_rule", RatRule.class));
    }

    private LineRule lineRule(YamlMap map) {
        Optional<Double> gap = map.has("longest_gap_m")
                ? Optional.of(map.sourced("longest_gap_m", 0, MAX_LENGTH_M))
                : Optional.empty();
        return new LineRule(
                map.words("kinds", LineKind.class),
                new LinkedHashSet<>(map.texts("grades")),
                map.flag("by_position", false),
                map.sourced("buffer_m", 0, MAX_LENGTH_M),
                map.sourced("bin_length_m", 1, MAX_LENGTH_M),
                limits(map.map("limits")),
                map.sourced("bin_target_share", 0, 1),
                map.sourcedInteger("bin_min_samples", 1, MAX_COUNT),
                map.sourced("line_target_share", 0, 1),
                gap,
                map.word("rat_rule", RatRule.class));
    }

    private static Map<Rat, Limit> limits(YamlMap map) {
        Map<Rat, Limit> limits = new LinkedHashMap<>();
        for (Rat rat : List.of(Rat.G5, Rat.G4)) {
            map.optionalMap(rat.code())
                    .map(YamlMap::cited)
                    .ifPresent(limit -> limits.put(
                            rat,
                            new Limit(
                                    limit.number("rsrp_dbm", -LEVEL, LEVEL), limit.number("sinr_db", -LEVEL, LEVEL))));
        }
        return limits;
    }

    private static Stars stars(YamlMap map) {
        Map<String, Map<Standard.Part, Double>> weights = new LinkedHashMap<>();
        YamlMap weightsMap = map.map("weights");
        for (String key : weightsMap.keys()) {
            YamlMap parts = weightsMap.map(key).cited();
            Map<Standard.Part, Double> row = new EnumMap<>(Standard.Part.class);
            for (Standard.Part part : Standard.Part.values()) {
                parts.optionalNumber(part.name(), 0, MAX_COUNT).ifPresent(weight -> row.put(part, weight));
            }
            weights.put(key, row);
        }
        return new Stars(
                weights,
                map.words("mandatory", Standard.Part.class),
                map.sourced("coverage_floor", 0, 1),
                RatesReader.scales(map.map("rate_place")),
                RatesReader.scales(map.map("rate_line")),
                RatesReader.directions(map.map("rate_weights").cited()),
                new ArrayList<>(map.map("cuts").cited().numbers("value", 0, MAX_COUNT)),
                map.sourcedInteger("cap_missing_mandatory", 0, MAX_STARS),
                map.sourcedInteger("cap_missing_optional", 0, MAX_STARS),
                map.map("five_needs_evidence").cited().word("value", Evidence.class),
                map.sourced("five_needs_rate_share", 0, 1),
                map.optionalMap("five_needs_kpi").map(row -> row.cited().word("value", ServiceLevel.class)),
                map.sourced("hysteresis_points", 0, MAX_COUNT),
                map.sourcedInteger("valid_months", 1, MAX_COUNT));
    }
}
