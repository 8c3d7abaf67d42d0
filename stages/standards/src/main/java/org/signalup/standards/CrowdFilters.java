package org.signalup.standards;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Direction;
import org.signalup.domain.Rat;
import org.signalup.domain.ServerClass;
import org.signalup.domain.Source;

/**
 * 众测过滤: which rules crowd samples must pass, and the numbers of each. Accuracy of positions is the matching's matter, minima of
 * tests that of rates, thinning of coverage that of settling; they are not repeated here.
 *
 * @param sources the sources filtered
 * @param on rules that are on; the numbers of a rule that is off mean nothing
 * @param speed SPEED
 * @param capMbps RATE_CAP by RAT and direction; a RAT without a number has no cap
 * @param robotTestsPerDay ROBOT_COUNT: more tests than this
 * @param interval ROBOT_INTERVAL
 * @param robotSameRates ROBOT_RATES: so many successful rate tests with the very same rates
 * @param duplicateSeconds DUPLICATE: length of the slots of time within which a test is the same
 * @param comparedServers SERVER_CLASS: the class whose tests count
 * @param fewDevices FEW_DEVICES: fewer devices than this
 * @param switchedOff rules that are on in the standard and were switched off for one evaluation
 * @param testsPerDay PER_DAY: tests of a service that count per device, place and day
 */
public record CrowdFilters(
        Set<Source> sources,
        Set<CrowdRule> on,
        Bands bands,
        Speed speed,
        Map<Rat, Map<Direction, Double>> capMbps,
        int robotTestsPerDay,
        Interval interval,
        int robotSameRates,
        int duplicateSeconds,
        int testsPerDay,
        RateLimited rateLimited,
        Outlier outlier,
        RateBandwidth rateBandwidth,
        Optional<ServerClass> comparedServers,
        int fewDevices,
        Set<CrowdRule> switchedOff) {
    /** Nothing is filtered. */
    public static final CrowdFilters NONE = new CrowdFilters(
            Set.of(),
            Set.of(),
            new Bands(Map.of(), List.of()),
            new Speed(0, 0),
            Map.of(),
            0,
            new Interval(0, 0),
            0,
            1,
            0,
            new RateLimited(List.of(), 0, 0, 0),
            new Outlier(0, 0),
            new RateBandwidth(Map.of(), Map.of()),
            Optional.empty(),
            0,
            Set.of());

    public CrowdFilters {
        sources = Set.copyOf(sources);
        on = Set.copyOf(on);
        switchedOff = Set.copyOf(switchedOff);
        capMbps = Map.copyOf(capMbps);
    }

    /**
     * BANDS: spectrum by operator.
     *
     * @param shared groups of operators whose customers are served on one another's spectrum
     */
    public record Bands(Map<String, List<Spectrum>> byOperator, List<Set<String>> shared) {
        public Bands {
            byOperator = Map.copyOf(byOperator);
            shared = List.copyOf(shared);
        }
    }

    /** A stretch of downlink spectrum; {@code band} is written {@code B3} or {@code n78}. */
    public record Spectrum(Rat rat, String band, double fromMhz, double toMhz) {}

    /** SPEED: at most so fast beyond the accuracy of both positions and {@code slackM}. */
    public record Speed(double maxKmh, double slackM) {}

    /** ROBOT_INTERVAL: at least so many tests a day whose gaps differ by no more than {@code toleranceS}. */
    public record Interval(int tests, double toleranceS) {}

    /**
     * RATE_LIMITED: of an operator's downlink tests of a day, within ± {@code tolerance} of a cap lie at least {@code
     * minTests}, {@code times} as densely as beside it (out to three times the tolerance).
     */
    public record RateLimited(List<Double> capsMbps, double tolerance, int minTests, double times) {
        public RateLimited {
            capsMbps = List.copyOf(capsMbps);
        }
    }

    /**
     * OUTLIER: of an operator's downlink tests on a RAT on a day, at least {@code minTests}, those above the median by more
     * than {@code mads} median deviations of the logarithm.
     */
    public record Outlier(int mads, int minTests) {}

    /**
     * RATE_BANDWIDTH: at most so many bit/s per hertz and layer, by RAT and direction; {@code layers} are those of a test that does not tell
     * them.
     */
    public record RateBandwidth(Map<Rat, Map<Direction, Double>> bitsPerHz, Map<Rat, Map<Direction, Double>> layers) {
        public RateBandwidth {
            bitsPerHz = Map.copyOf(bitsPerHz);
            layers = Map.copyOf(layers);
        }
    }

    /** Whether any rule is on. */
    public boolean active() {
        return !sources.isEmpty() && !on.isEmpty();
    }

    /** The same with some rules switched off, to see what they do. */
    public CrowdFilters without(Set<CrowdRule> rules) {
        Set<CrowdRule> left = EnumSet.noneOf(CrowdRule.class);
        Set<CrowdRule> off = EnumSet.noneOf(CrowdRule.class);
        on.forEach(rule -> (rules.contains(rule) ? off : left).add(rule));
        return new CrowdFilters(
                sources,
                left,
                bands,
                speed,
                capMbps,
                robotTestsPerDay,
                interval,
                robotSameRates,
                duplicateSeconds,
                testsPerDay,
                rateLimited,
                outlier,
                rateBandwidth,
                comparedServers,
                fewDevices,
                off);
    }
}
