package org.signalup.standards.internal;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.standards.Standard.RateScale;
import org.signalup.standards.Standard.Rates;
import org.signalup.standards.Standard.RegionMean;
import org.signalup.standards.Standard.ServiceGrade;
import org.signalup.standards.Standard.ServiceScore;
import org.signalup.standards.Standard.Services;
import org.signalup.standards.YamlMap;

/** Reads the parts of a standard that speak of rates and services. */
final class RatesReader {
    private static final double MAX_MBPS = 1e6;

    private RatesReader() {}

    static Rates rates(YamlMap map) {
        Map<Source, String> methods = new EnumMap<>(Source.class);
        YamlMap methodsMap = map.map("methods");
        for (Source source : Source.values()) {
            methodsMap.optionalText(source.code()).ifPresent(method -> methods.put(source, method));
        }
        Map<Rat, Map<Direction, Double>> compliant = new EnumMap<>(Rat.class);
        YamlMap compliantMap = map.map("compliant");
        for (Rat rat : new Rat[] {Rat.G4, Rat.G5}) {
            compliantMap.optionalMap(rat.code()).ifPresent(row -> compliant.put(rat, directions(row.cited())));
        }
        return new Rates(
                methods,
                map.text("target_method"),
                map.texts("object_methods"),
                compliant,
                directions(map.map("clip_place").cited()),
                directions(map.map("clip_line").cited()),
                map.sourced("target_share", 0, 1),
                map.sourcedInteger("min_tests", 1, StandardFile.MAX_COUNT),
                regionMean(map.map("region_mean")));
    }

    private static RegionMean regionMean(YamlMap map) {
        Map<String, Double> weights = new LinkedHashMap<>();
        map.optionalMap("weights")
                .ifPresent(row -> row.keys().stream()
                        .filter(key -> !key.equals("source") && !key.equals("mark"))
                        .forEach(key -> weights.put(key, row.cited().number(key, 0, StandardFile.MAX_COUNT))));
        return new RegionMean(map.word("strata", RegionMean.Strata.class), weights);
    }

    /** A number for each direction. */
    static Map<Direction, Double> directions(YamlMap map) {
        Map<Direction, Double> row = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            row.put(direction, map.number(direction.code(), 0, MAX_MBPS));
        }
        return row;
    }

    static Map<Direction, RateScale> scales(YamlMap map) {
        Map<Direction, RateScale> scales = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            YamlMap scale = map.map(direction.code()).cited();
            scales.put(
                    direction,
                    new RateScale(
                            scale.number("bad", 0, MAX_MBPS),
                            scale.number("target", 0, MAX_MBPS),
                            scale.number("full", 0, MAX_MBPS)));
        }
        return scales;
    }

    static Services services(YamlMap map) {
        Map<Service, ServiceGrade> success = new EnumMap<>(Service.class);
        YamlMap grades = map.map("success");
        for (Service service : Service.values()) {
            grades.optionalMap(service.code())
                    .map(YamlMap::cited)
                    .ifPresent(grade -> success.put(service, grade(grade)));
        }
        return new Services(
                success,
                map.sourcedInteger("min_tries", 1, StandardFile.MAX_COUNT),
                map.optionalMap("kpis").map(KpiReader::limits).orElse(Map.of()),
                map.optionalMap("models").map(KpiReader::models),
                map.optionalMap("score").map(RatesReader::score).orElse(ServiceScore.OF_SUCCESS),
                map.optionalMap("aggregates")
                        .map(row -> row.sourcedInteger("min_sessions", 1, Integer.MAX_VALUE))
                        .orElse(1));
    }

    private static ServiceScore score(YamlMap map) {
        ServiceScore.Rule rule = map.word("rule", ServiceScore.Rule.class);
        return rule == ServiceScore.Rule.SUCCESS
                ? ServiceScore.OF_SUCCESS
                : new ServiceScore(rule, map.sourced("fair_points", 0, 1), map.sourced("min_graded", 0, 1));
    }

    private static ServiceGrade grade(YamlMap map) {
        return new ServiceGrade(map.number("poor", 0, 1), map.number("fair", 0, 1), map.number("good", 0, 1));
    }
}
