package org.signalup.standards.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdFilters.Bands;
import org.signalup.standards.CrowdFilters.Spectrum;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.YamlMap;

/** Reads {@code crowd_filters} of a standard. A rule is on when its group is there and does not say {@code enabled: false}. */
final class CrowdReader {
    private static final Pattern SPECTRUM = Pattern.compile("([Bn][0-9]{1,3}) ([0-9.]{1,7})-([0-9.]{1,7})");
    private static final int DAY_S = 86_400;
    private static final double MAX_KMH = 1e5;

    private final YamlMap root;
    private final Set<CrowdRule> on = EnumSet.noneOf(CrowdRule.class);

    private CrowdReader(YamlMap root) {
        this.root = root;
    }

    static CrowdFilters read(Optional<YamlMap> map) {
        return map.map(root -> new CrowdReader(root).filters()).orElse(CrowdFilters.NONE);
    }

    private CrowdFilters filters() {
        CrowdFilters none = CrowdFilters.NONE;
        Set<Source> sources = root.words("sources", Source.class);
        rule(CrowdRule.PLMN, map -> true, false);
        rule(CrowdRule.MOCK, map -> true, false);
        Bands bands = rule(CrowdRule.BANDS, CrowdReader::bands, none.bands());
        return new CrowdFilters(
                sources,
                on,
                bands,
                rule(
                        CrowdRule.SPEED,
                        map -> new CrowdFilters.Speed(
                                map.number("max_kmh", 1, MAX_KMH), map.number("slack_m", 0, StandardFile.MAX_LENGTH_M)),
                        none.speed()),
                rule(CrowdRule.RATE_CAP, CrowdReader::caps, none.capMbps()),
                rule(CrowdRule.ROBOT_COUNT, map -> count(map, "tests_per_day", 1), none.robotTestsPerDay()),
                rule(
                        CrowdRule.ROBOT_INTERVAL,
                        map -> new CrowdFilters.Interval(count(map, "tests", 3), map.number("tolerance_s", 0, DAY_S)),
                        none.interval()),
                rule(CrowdRule.ROBOT_RATES, map -> count(map, "tests", 2), none.robotSameRates()),
                rule(CrowdRule.DUPLICATE, map -> map.integer("seconds", 1, DAY_S), none.duplicateSeconds()),
                rule(CrowdRule.PER_DAY, map -> count(map, "tests", 1), none.testsPerDay()),
                rule(
                        CrowdRule.RATE_LIMITED,
                        map -> new CrowdFilters.RateLimited(
                                map.numbers("caps_mbps", 0, StandardFile.MAX_COUNT),
                                map.number("tolerance", 0, 1),
                                count(map, "min_tests", 1),
                                map.number("times", 1, StandardFile.MAX_COUNT)),
                        none.rateLimited()),
                rule(
                        CrowdRule.OUTLIER,
                        map -> new CrowdFilters.Outlier(map.integer("mads", 1, 100), count(map, "min_tests", 1)),
                        none.outlier()),
                rule(
                        CrowdRule.RATE_BANDWIDTH,
                        map -> new CrowdFilters.RateBandwidth(caps(map.map("bits_per_hz")), caps(map.map("layers"))),
                        none.rateBandwidth()),
                rule(
                        CrowdRule.SERVER_CLASS,
                        map -> Optional.of(map.word("compared", ServerClass.class)),
                        none.comparedServers()),
                rule(CrowdRule.FEW_DEVICES, map -> count(map, "devices", 1), none.fewDevices()),
                Set.of());
    }

    private <T> T rule(CrowdRule rule, Function<YamlMap, T> reader, T absent) {
        Optional<YamlMap> map = root.optionalMap(rule.code()).map(YamlMap::cited);
        if (map.isPresent() && map.get().flag("enabled", true)) {
            on.add(rule);
        }
        return map.map(reader).orElse(absent);
    }

    private static int count(YamlMap map, String key, int least) {
        return map.integer(key, least, StandardFile.MAX_COUNT);
    }

    private static Map<Rat, Map<Direction, Double>> caps(YamlMap map) {
        Map<Rat, Map<Direction, Double>> caps = new EnumMap<>(Rat.class);
        for (Rat rat : List.of(Rat.G2, Rat.G3, Rat.G4, Rat.G5)) {
            map.optionalMap(rat.code()).ifPresent(row -> caps.put(rat, RatesReader.directions(row)));
        }
        return caps;
    }

    private static Bands bands(YamlMap map) {
        Map<String, List<Spectrum>> byOperator = new LinkedHashMap<>();
        YamlMap operators = map.map("operators");
        for (String operator : operators.keys()) {
            YamlMap row = operators.map(operator);
            List<Spectrum> spectrum = new ArrayList<>();
            for (Rat rat : List.of(Rat.G4, Rat.G5)) {
                row.texts(rat.code()).forEach(text -> spectrum(row, rat, text).ifPresent(spectrum::add));
            }
            byOperator.put(operator, spectrum);
        }
        List<Set<String>> shared = new ArrayList<>();
        map.texts("shared").forEach(group -> shared.add(new LinkedHashSet<>(List.of(group.split(" +")))));
        return new Bands(byOperator, shared);
    }

    private static Optional<Spectrum> spectrum(YamlMap row, Rat rat, String text) {
        Matcher matcher = SPECTRUM.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new Spectrum(
                    rat, matcher.group(1), Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3))));
        }
        row.refuse(
                rat.code(),
                text,
                "STANDARD_SPECTRUM",
                Text.of("不是频段（应如 B3 1805-1830，单位 MHz）", "not spectrum (expected: like B3 1805-1830, in MHz)"));
        return Optional.empty();
    }
}
