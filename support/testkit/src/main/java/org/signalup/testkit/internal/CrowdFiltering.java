package org.signalup.testkit.internal;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.standards.ChannelNumbers;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.CrowdRule.Effect;
import org.signalup.standards.Operator;
import org.signalup.testkit.RefSample;

/** Second step: which crowd samples a rule catches, one rule after the other, date by date. */
public final class CrowdFiltering {
    /** What the rules leave; a sample whose test was caught is left without it. {@code caught}: the sample as it was. */
    public record Filtered(List<RefSample> left, List<RefSample> crowd, Map<RefSample, CrowdRule> caught) {}

    private static final double EARTH_M = 6_371_008.8;

    private final CrowdFilters filters;
    private final List<Operator> operators;

    public CrowdFiltering(CrowdFilters filters, List<Operator> operators) {
        this.filters = filters;
        this.operators = operators;
    }

    public Filtered filter(List<RefSample> samples) {
        List<RefSample> crowd = samples.stream()
                .filter(sample -> filters.active() && filters.sources().contains(sample.source()))
                .toList();
        Map<RefSample, CrowdRule> caught = new LinkedHashMap<>();
        for (CrowdRule rule : CrowdRule.values()) {
            if (filters.on().contains(rule)) {
                List<RefSample> asked = crowd.stream()
                        .filter(sample -> !caught.containsKey(sample))
                        .filter(sample -> rule.effect() == Effect.SAMPLE || isTest(sample))
                        .toList();
                Set<RefSample> found = new HashSet<>(caught(rule, asked));
                asked.stream().filter(found::contains).forEach(sample -> caught.put(sample, rule));
            }
        }
        List<RefSample> left = new ArrayList<>();
        for (RefSample sample : samples) {
            CrowdRule rule = caught.get(sample);
            if (rule == null || rule.effect() == Effect.FLAG) {
                left.add(sample);
            } else if (rule.effect() == Effect.TEST) {
                left.add(sample.withoutTest());
            }
        }
        return new Filtered(left, crowd, caught);
    }

    static boolean isTest(RefSample sample) {
        return sample.rateOrService() && sample.rat() != Rat.WIFI;
    }

    private static Service service(RefSample sample) {
        return sample.service() == null ? Service.RATE : sample.service();
    }

    private static boolean failed(RefSample sample) {
        return sample.outcome() == Outcome.FAILED;
    }

    /** The rate of a direction: none where it was not tried, 0 where the test failed. */
    static Long kbps(RefSample sample, Direction direction) {
        Long own = direction == Direction.DL ? sample.dlKbps() : sample.ulKbps();
        Long other = direction == Direction.DL ? sample.ulKbps() : sample.dlKbps();
        boolean tried = own != null || (failed(sample) && other == null);
        return service(sample) == Service.RATE && failed(sample) ? (tried ? Long.valueOf(0) : null) : own;
    }

    private static boolean done(RefSample sample) {
        return service(sample) == Service.RATE && !failed(sample);
    }

    private static boolean named(RefSample sample) {
        return sample.deviceId() != null;
    }

    private static List<Object> deviceDay(RefSample sample) {
        return List.of(sample.deviceKey(), sample.date());
    }

    private List<RefSample> caught(CrowdRule rule, List<RefSample> asked) {
        return switch (rule) {
            case PLMN -> asked.stream().filter(this::foreign).toList();
            case MOCK ->
                asked.stream()
                        .filter(sample -> Objects.equals(sample.client().mock(), 1))
                        .toList();
            case RATE_BANDWIDTH ->
                asked.stream().filter(this::tooFastForItsBandwidth).toList();
            case SERVER_CLASS -> asked.stream().filter(this::otherServer).toList();
            case FEW_DEVICES -> List.of();
            case BANDS -> asked.stream().filter(this::outOfBand).toList();
            case SPEED -> each(asked, this::unreachable);
            case RATE_CAP -> asked.stream().filter(this::tooFast).toList();
            case ROBOT_COUNT -> each(asked, day -> day.size() > filters.robotTestsPerDay() ? day : List.of());
            case ROBOT_INTERVAL -> each(asked, day -> regular(day) ? day : List.of());
            case ROBOT_RATES -> each(asked, day -> repeating(day) ? day : List.of());
            case DUPLICATE -> beyond(asked, sample -> sample.observedMs() / (filters.duplicateSeconds() * 1000L), 1);
            case PER_DAY -> beyond(asked, sample -> 0L, filters.testsPerDay());
            case RATE_LIMITED -> limited(asked);
            case OUTLIER -> outliers(asked);
        };
    }

    /** What a rule finds in each device-day of samples that name a device. */
    private static List<RefSample> each(List<RefSample> asked, Function<List<RefSample>, List<RefSample>> rule) {
        Map<List<Object>, List<RefSample>> days =
                asked.stream().filter(CrowdFiltering::named).collect(Collectors.groupingBy(CrowdFiltering::deviceDay));
        return days.values().stream().flatMap(day -> rule.apply(day).stream()).toList();
    }

    private boolean foreign(RefSample sample) {
        boolean known =
                operators.stream().anyMatch(operator -> !operator.plmns().isEmpty());
        return known && sample.servingPlmn() != null && network(sample.servingPlmn()) == null;
    }

    private String network(String plmn) {
        return operators.stream()
                .filter(operator -> operator.plmns().contains(plmn))
                .map(Operator::code)
                .findFirst()
                .orElse(null);
    }

    private boolean outOfBand(RefSample sample) {
        String serving = sample.servingPlmn() == null ? null : network(sample.servingPlmn());
        String network = Objects.requireNonNullElse(serving, sample.operator());
        if (sample.arfcn() == null || !filters.bands().byOperator().containsKey(network)) {
            return false;
        }
        Set<String> owners = new HashSet<>(Set.of(network));
        filters.bands().shared().stream()
                .filter(group -> group.contains(network))
                .forEach(owners::addAll);
        List<ChannelNumbers.Range> ranges = owners.stream()
                .flatMap(owner -> filters.bands().byOperator().getOrDefault(owner, List.of()).stream())
                .filter(spectrum -> spectrum.rat() == sample.rat())
                .map(spectrum -> ChannelNumbers.of(spectrum).orElseThrow())
                .toList();
        return !ranges.isEmpty()
                && ranges.stream().noneMatch(range -> range.from() <= sample.arfcn() && sample.arfcn() <= range.to());
    }

    private record Fix(long ms, int lonE7, int latE7, int accuracyMm) {
        static Fix of(RefSample sample) {
            return new Fix(
                    sample.observedMs(),
                    sample.lonE7(),
                    sample.latE7(),
                    Objects.requireNonNullElse(sample.accuracyMm(), 0));
        }
    }

    private List<RefSample> unreachable(List<RefSample> day) {
        List<RefSample> positioned = day.stream().filter(RefSample::positioned).toList();
        List<Fix> fixes = positioned.stream()
                .map(Fix::of)
                .distinct()
                .sorted(comparing(Fix::ms)
                        .thenComparing(Fix::lonE7)
                        .thenComparing(Fix::latE7)
                        .thenComparing(Fix::accuracyMm))
                .toList();
        Set<Fix> lost = new HashSet<>();
        for (int i = 0; i < fixes.size(); i++) {
            // At an end of the day the two next to it on the one side.
            int before = i > 0 ? i - 1 : 2;
            int after = i < fixes.size() - 1 ? i + 1 : i - 2;
            Fix fix = fixes.get(i);
            List<Boolean> far = IntStream.of(before, after)
                    .filter(other -> other >= 0 && other < fixes.size())
                    .mapToObj(other -> far(fix, fixes.get(other)))
                    .toList();
            if (!far.isEmpty() && !far.contains(false)) {
                lost.add(fix);
            }
        }
        return positioned.stream()
                .filter(sample -> lost.contains(Fix.of(sample)))
                .toList();
    }

    private boolean far(Fix a, Fix b) {
        double middle = Math.toRadians((a.latE7() + b.latE7()) / 2e7);
        double north = Math.toRadians((b.latE7() - a.latE7()) / 1e7) * EARTH_M;
        double east = Math.toRadians(((long) b.lonE7() - a.lonE7()) / 1e7) * EARTH_M * Math.cos(middle);
        double reach = Math.abs(b.ms() - a.ms()) / 1000.0 * filters.speed().maxKmh() / 3.6
                + (a.accuracyMm() + b.accuracyMm()) / 1000.0
                + filters.speed().slackM();
        return Math.hypot(north, east) > reach;
    }

    private boolean tooFast(RefSample sample) {
        Map<Direction, Double> caps = filters.capMbps().getOrDefault(sample.rat(), Map.of());
        return done(sample)
                && caps.entrySet().stream().anyMatch(cap -> {
                    Long kbps = kbps(sample, cap.getKey());
                    return kbps != null && kbps > cap.getValue() * 1000;
                });
    }

    private boolean tooFastForItsBandwidth(RefSample sample) {
        Map<Direction, Double> bits = filters.rateBandwidth().bitsPerHz().getOrDefault(sample.rat(), Map.of());
        Map<Direction, Double> usual = filters.rateBandwidth().layers().getOrDefault(sample.rat(), Map.of());
        Integer khz = sample.client().bandwidthKhz();
        Integer layers = sample.client().layers();
        return done(sample)
                && khz != null
                && bits.keySet().stream().anyMatch(direction -> {
                    Long kbps = kbps(sample, direction);
                    double own = layers == null ? usual.getOrDefault(direction, 1.0) : layers;
                    return kbps != null && kbps > khz * own * bits.get(direction);
                });
    }

    private boolean otherServer(RefSample sample) {
        Integer own = sample.client().serverClass();
        return service(sample) == Service.RATE
                && own != null
                && own != filters.comparedServers().orElseThrow().number();
    }

    private boolean regular(List<RefSample> day) {
        List<Long> times =
                day.stream().map(RefSample::observedMs).distinct().sorted().toList();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 1; i < times.size(); i++) {
            least = Math.min(least, times.get(i) - times.get(i - 1));
            most = Math.max(most, times.get(i) - times.get(i - 1));
        }
        return times.size() >= filters.interval().tests()
                && most - least <= filters.interval().toleranceS() * 1000;
    }

    private boolean repeating(List<RefSample> day) {
        Map<List<Long>, Long> rates = day.stream()
                .filter(CrowdFiltering::done)
                .collect(Collectors.groupingBy(
                        sample -> List.of(
                                Objects.requireNonNullElse(kbps(sample, Direction.DL), -1L),
                                Objects.requireNonNullElse(kbps(sample, Direction.UL), -1L)),
                        Collectors.counting()));
        return rates.values().stream().anyMatch(n -> n >= filters.robotSameRates());
    }

    /** All but the first so many tests of a device, service, place and slot of time. */
    private static List<RefSample> beyond(List<RefSample> asked, Function<RefSample, Long> slot, int kept) {
        Map<List<Object>, List<RefSample>> groups = asked.stream()
                .filter(CrowdFiltering::named)
                .collect(Collectors.groupingBy(sample -> List.of(
                        deviceDay(sample), sample.operator(), service(sample), slot.apply(sample), place(sample))));
        return groups.values().stream()
                .flatMap(group -> group.stream().sorted(FIRST).skip(kept))
                .toList();
    }

    private static List<Object> place(RefSample sample) {
        String point = Objects.requireNonNullElse(sample.pointId(), "");
        String line = Objects.requireNonNullElse(sample.lineId(), "");
        List<Long> where = List.of();
        if (sample.pointId() == null && sample.chainageMm() != null) {
            where = List.of(sample.chainageMm() / 1_000_000);
        } else if (sample.pointId() == null && sample.positioned()) {
            where = List.of((long) Math.floorDiv(sample.latE7(), 20_000), (long) Math.floorDiv(sample.lonE7(), 20_000));
        }
        return List.of(point, line, where);
    }

    private List<RefSample> limited(List<RefSample> asked) {
        double tolerance = filters.rateLimited().tolerance();
        List<RefSample> caught = new ArrayList<>();
        Map<List<Object>, List<RefSample>> days = asked.stream()
                .filter(sample -> done(sample) && sample.dlKbps() != null)
                .collect(Collectors.groupingBy(sample -> List.of(sample.operator(), sample.date())));
        for (List<RefSample> day : days.values()) {
            for (double cap : filters.rateLimited().capsMbps()) {
                List<RefSample> at = within(day, cap, tolerance);
                int beside = within(day, cap, 3 * tolerance).size() - at.size();
                if (at.size() >= filters.rateLimited().minTests()
                        && at.size() * 2 >= beside * filters.rateLimited().times()) {
                    caught.addAll(at);
                }
            }
        }
        return caught;
    }

    private static List<RefSample> within(List<RefSample> day, double capMbps, double tolerance) {
        long low = (long) Math.ceil(capMbps * 1000 * (1 - tolerance));
        long high = (long) Math.floor(capMbps * 1000 * (1 + tolerance));
        return day.stream()
                .filter(sample -> low <= sample.dlKbps() && sample.dlKbps() <= high)
                .toList();
    }

    /** In logarithms: above median + mads × median deviation. A factor of the rate, since that needs no logarithm. */
    private List<RefSample> outliers(List<RefSample> asked) {
        Map<List<Object>, List<RefSample>> days = asked.stream()
                .filter(sample -> done(sample) && sample.dlKbps() != null && sample.dlKbps() > 0)
                .collect(Collectors.groupingBy(sample -> List.of(sample.operator(), sample.rat(), sample.date())));
        List<RefSample> caught = new ArrayList<>();
        for (List<RefSample> day : days.values()) {
            double median = lowerMedian(day, RefSample::dlKbps);
            double deviation = lowerMedian(day, sample -> Math.max(sample.dlKbps() / median, median / sample.dlKbps()));
            double most = median;
            for (int i = 0; i < filters.outlier().mads(); i++) {
                most *= deviation;
            }
            double limit = most;
            if (day.size() >= filters.outlier().minTests() && deviation > 1) {
                day.stream().filter(sample -> sample.dlKbps() > limit).forEach(caught::add);
            }
        }
        return caught;
    }

    private static double lowerMedian(List<RefSample> rows, ToDoubleFunction<RefSample> value) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    private static final Comparator<RefSample> FIRST = comparing(RefSample::observedMs)
            .thenComparing(sample -> sample.rat().number())
            .thenComparing(sample -> sample.testMode().number())
            .thenComparing(sample -> sample.source().number())
            .thenComparing(CrowdFiltering::outcome)
            .thenComparing(sample -> Objects.requireNonNullElse(kbps(sample, Direction.DL), -1L))
            .thenComparing(sample -> Objects.requireNonNullElse(kbps(sample, Direction.UL), -1L))
            .thenComparing(sample -> Objects.requireNonNullElse(sample.lonE7(), Integer.MIN_VALUE))
            .thenComparing(sample -> Objects.requireNonNullElse(sample.latE7(), Integer.MIN_VALUE))
            .thenComparing(sample -> Objects.requireNonNullElse(sample.accuracyMm(), -1))
            .thenComparing(sample -> Objects.requireNonNullElse(sample.chainageMm(), -1L))
            .thenComparing(sample -> Objects.requireNonNullElse(sample.floor(), -1000))
            .thenComparing(CrowdFiltering::compareMeasured)
            .thenComparing(RefSample::fileNo)
            .thenComparing(RefSample::rowNo);

    private static int compareMeasured(RefSample a, RefSample b) {
        for (int i = 0; i < a.measured().values().size(); i++) {
            long own = Objects.requireNonNullElse(a.measured().values().get(i), -1L);
            long other = Objects.requireNonNullElse(b.measured().values().get(i), -1L);
            if (own != other) {
                return Long.compare(own, other);
            }
        }
        return 0;
    }

    /** A rate test that has a rate and tells no outcome succeeded. */
    private static int outcome(RefSample sample) {
        boolean rate = service(sample) == Service.RATE && (sample.dlKbps() != null || sample.ulKbps() != null);
        return sample.outcome() != null ? sample.outcome().number() : rate ? Outcome.OK.number() : -1;
    }
}
