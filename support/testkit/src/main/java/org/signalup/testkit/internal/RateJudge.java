package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.RegionMean.Strata;
import org.signalup.testkit.RefSample;

/** {@code rates.csv}: places, lines and regions; a test counts once per object. */
public final class RateJudge {
    static final String REGION = "REGION";

    /** One direction of one test. */
    record Trial(RefSample test, Direction direction, long kbps, boolean compliant) {}

    /** Compliant trials of both directions together; the bounds are empty without trials. */
    record Share(long trials, OptionalDouble share, OptionalDouble low, OptionalDouble high, Verdict verdict) {}

    private final Standard standard;
    private final Ledger ledger;
    private final ObjectTests tests;
    private final List<RateRow> rows;

    public RateJudge(Standard standard, Ledger ledger, ObjectTests tests) {
        this.standard = standard;
        this.ledger = ledger;
        this.tests = tests;
        this.rows = all();
    }

    public List<RateRow> rows() {
        return rows;
    }

    private List<RateRow> all() {
        List<RateRow> all = new ArrayList<>();
        ledger.lines().forEach(line -> all.addAll(objectRows("LINE", line.id(), tests.ofLine(line.id()))));
        ledger.places().forEach(place -> all.addAll(objectRows("PLACE", place.id(), tests.ofPlace(place.id()))));
        tests.regions().codes().forEach(region -> all.addAll(regionRows(region, tests.ofRegion(region))));
        all.sort(Comparator.comparing(RateRow::object)
                .thenComparing(RateRow::objectId, TextOrder.CODE_POINTS)
                .thenComparing(RateRow::operator, TextOrder.CODE_POINTS)
                .thenComparing(RateRow::rat)
                .thenComparing(RateRow::direction)
                .thenComparing(RateRow::method, TextOrder.CODE_POINTS));
        return all;
    }

    private List<RateRow> objectRows(String object, String id, Collection<RefSample> samples) {
        List<RateRow> own = new ArrayList<>();
        for (RatRow rat : RatRow.values()) {
            groups(trials(rat, samples), this::kind)
                    .forEach((kind, trials) -> own.add(row(object, id, rat, trials, whole(trials))));
        }
        return own.stream().map(row -> judged(row, own)).toList();
    }

    /** A region is judged by the method its target is defined for. */
    private List<RateRow> regionRows(String region, Map<RefSample, String> scenarios) {
        List<RateRow> own = new ArrayList<>();
        for (RatRow rat : RatRow.values()) {
            groups(trials(rat, scenarios.keySet()), this::kind).forEach((kind, trials) -> {
                RateRow row = row(REGION, region, rat, trials, strata(trials, scenarios));
                boolean target = row.method().equals(standard.rates().targetMethod());
                own.add(target ? row : withVerdict(row, Optional.empty()));
            });
        }
        return own;
    }

    private Map<String, List<Trial>> strata(List<Trial> trials, Map<RefSample, String> scenarios) {
        return switch (standard.rates().regionMean().strata()) {
            case NONE -> whole(trials);
            case RAT -> groups(trials, trial -> trial.test().rat().code());
            case SCENARIO -> groups(trials, trial -> scenarios.get(trial.test()));
        };
    }

    private static Map<String, List<Trial>> whole(List<Trial> trials) {
        return Map.of("", trials);
    }

    /** The row without its verdict unless its method is the one its object and operator are judged by. */
    private RateRow judged(RateRow row, List<RateRow> ofObject) {
        Optional<String> method = standard.rates().objectMethods().stream()
                .filter(each -> ofObject.stream()
                        .anyMatch(other -> other.method().equals(each)
                                && other.operator().equals(row.operator())
                                && other.rat() == RatRow.ANY
                                && other.tests() >= standard.rates().minTests()))
                .findFirst();
        return method.equals(Optional.of(row.method())) ? row : withVerdict(row, Optional.empty());
    }

    /** The rows that judge a place or line for an operator, by direction; those with too few tests are not among them. */
    Map<Direction, RateRow> judging(String object, String id, String operator) {
        Map<Direction, RateRow> judging = new EnumMap<>(Direction.class);
        for (RateRow row : rows) {
            boolean own = row.object().equals(object)
                    && row.objectId().equals(id)
                    && row.operator().equals(operator)
                    && row.rat() == RatRow.ANY;
            boolean enough = row.tests() >= standard.rates().minTests();
            if (own && enough && row.verdict().isPresent()) {
                judging.put(row.direction(), row);
            }
        }
        return judging;
    }

    /** Both directions of the judging method of a place or line. */
    Share objectShare(String object, String id, String operator) {
        Set<RefSample> own = object.equals("LINE") ? tests.ofLine(id) : tests.ofPlace(id);
        Optional<String> method = judging(object, id, operator).values().stream()
                .map(RateRow::method)
                .findFirst();
        return method.map(name -> share(own, operator, name, standard.rates().minTests()))
                .orElseGet(() -> tooFew(own, operator));
    }

    /** Tests by whatever method, none with enough. */
    private Share tooFew(Set<RefSample> own, String operator) {
        boolean tried = trials(RatRow.ANY, own).stream()
                .anyMatch(trial -> trial.test().operator().equals(operator));
        OptionalDouble none = OptionalDouble.empty();
        return new Share(0, none, none, none, tried ? Verdict.TOO_FEW : Verdict.NOT_MEASURED);
    }

    /** Both directions of the target's method in a region. */
    Share regionShare(String region, String operator) {
        return share(tests.ofRegion(region).keySet(), operator, standard.rates().targetMethod(), 0);
    }

    private Share share(Collection<RefSample> samples, String operator, String method, int minimum) {
        List<Trial> trials = trials(RatRow.ANY, samples).stream()
                .filter(trial -> trial.test().operator().equals(operator)
                        && method(trial.test()).equals(method))
                .toList();
        if (trials.isEmpty()) {
            OptionalDouble none = OptionalDouble.empty();
            return new Share(0, none, none, none, Verdict.NOT_MEASURED);
        }
        Moments moments = moments(days(trials));
        Moments.Bounds bounds = moments.bounds(standard.statistics().confidence(), standard.statistics());
        return new Share(
                trials.size(),
                OptionalDouble.of(moments.share()),
                OptionalDouble.of(bounds.low()),
                OptionalDouble.of(bounds.high()),
                verdict(trials, minimum));
    }

    private Verdict verdict(List<Trial> trials, int minimum) {
        Moments moments = moments(days(trials));
        double target = standard.rates().targetShare();
        if (trials.size() < minimum) {
            return Verdict.TOO_FEW;
        }
        if (moments.share() >= target) {
            return Verdict.PASS;
        }
        long failedDates = groups(trials, trial -> trial.test().date()).values().stream()
                .filter(date -> (double) date.stream().filter(Trial::compliant).count() / date.size() < target)
                .count();
        boolean repeated = failedDates >= standard.statistics().evidenceDates();
        boolean surely = moments.bounds(standard.statistics().confidence(), standard.statistics())
                        .high()
                < target;
        return surely || repeated ? Verdict.FAIL : Verdict.RETEST;
    }

    static boolean counts(RatRow row, RefSample test) {
        boolean free = test.testMode() == TestMode.FREE;
        if (test.rat() == Rat.WIFI) {
            return false;
        }
        return switch (row) {
            case ANY -> free;
            case G4 -> test.testMode() == TestMode.LOCK_4G || (free && test.rat() == Rat.G4);
            case G5 -> test.testMode() == TestMode.LOCK_5G || (free && test.rat() == Rat.G5);
        };
    }

    List<Trial> trials(RatRow rat, Collection<RefSample> samples) {
        return samples.stream()
                .filter(sample -> sample.rateTest() && counts(rat, sample))
                .flatMap(sample -> trials(sample).stream())
                .toList();
    }

    /** Each direction present is one trial; a failed test that tells none has failed in both. */
    private List<Trial> trials(RefSample test) {
        boolean neither = test.dlKbps() == null && test.ulKbps() == null;
        List<Trial> trials = new ArrayList<>();
        if (neither || test.dlKbps() != null) {
            trials.add(trial(test, Direction.DL, test.dlKbps()));
        }
        if (neither || test.ulKbps() != null) {
            trials.add(trial(test, Direction.UL, test.ulKbps()));
        }
        return trials;
    }

    private Trial trial(RefSample test, Direction direction, Long kbps) {
        boolean failed = test.outcome() == Outcome.FAILED;
        long rate = failed || kbps == null ? 0 : kbps;
        Double enough =
                standard.rates().compliant().getOrDefault(test.rat(), Map.of()).get(direction);
        return new Trial(test, direction, rate, !failed && enough != null && rate >= enough * 1000);
    }

    private List<Object> kind(Trial trial) {
        return List.of(trial.test().operator(), trial.direction(), method(trial.test()));
    }

    String method(RefSample test) {
        return standard.rates().methods().get(test.source());
    }

    /** @param strata the same trials, apart where the mean weighs them apart */
    private RateRow row(String object, String id, RatRow rat, List<Trial> trials, Map<String, List<Trial>> strata) {
        Trial first = trials.get(0);
        Map<Direction, Double> caps = object.equals("LINE")
                ? standard.rates().clipLineMbps()
                : standard.rates().clipPlaceMbps();
        double cap = caps.getOrDefault(first.direction(), Double.MAX_VALUE) * 1000;
        RateMean mean = mean(strata, Trial::kbps);
        RateMean clipped = mean(strata, trial -> Math.min(cap, (double) trial.kbps()));
        Moments moments = moments(days(trials));
        Moments.Bounds bounds = moments.bounds(standard.statistics().confidence(), standard.statistics());
        int minimum = object.equals(REGION) ? 0 : standard.rates().minTests();
        return new RateRow(
                object,
                id,
                first.test().operator(),
                rat,
                first.direction(),
                method(first.test()),
                trials.size(),
                trials.stream()
                        .map(trial -> trial.test().deviceKey())
                        .distinct()
                        .count(),
                mbps(mean.value()),
                mbps(mean.low()),
                mbps(mean.high()),
                mbps(clipped.value()),
                mbps(quantile(trials, 0.5)),
                mbps(quantile(trials, 0.1)),
                OptionalDouble.of(moments.share()),
                OptionalDouble.of(bounds.low()),
                OptionalDouble.of(bounds.high()),
                Optional.of(verdict(trials, minimum)));
    }

    private RateMean mean(Map<String, List<Trial>> strata, ToDoubleFunction<Trial> kbps) {
        Map<String, List<Double>> means = new TreeMap<>();
        strata.forEach((stratum, trials) -> means.put(
                stratum,
                days(trials).stream()
                        .map(day -> day.stream().mapToDouble(kbps).sum() / day.size())
                        .toList()));
        boolean apart = standard.rates().regionMean().strata() != Strata.NONE && !means.containsKey("");
        Map<String, Double> weights = apart ? standard.rates().regionMean().weights() : Map.of("", 1.0);
        return RateMean.of(means, weights, standard.statistics().confidence());
    }

    private static RateRow withVerdict(RateRow row, Optional<Verdict> verdict) {
        return new RateRow(
                row.object(),
                row.objectId(),
                row.operator(),
                row.rat(),
                row.direction(),
                row.method(),
                row.tests(),
                row.devices(),
                row.mean(),
                row.low(),
                row.high(),
                row.clippedMean(),
                row.median(),
                row.p10(),
                row.shareOk(),
                row.shareLow(),
                row.shareHigh(),
                verdict);
    }

    private static Collection<List<Trial>> days(List<Trial> trials) {
        return groups(
                        trials,
                        trial -> List.of(trial.test().deviceKey(), trial.test().date()))
                .values();
    }

    /** With the device-days as clusters. */
    private static Moments moments(Collection<List<Trial>> days) {
        return Moments.sum(days.stream()
                .map(day -> Moments.ofCluster(
                        day.size(), day.stream().filter(Trial::compliant).count()))
                .toList());
    }

    /** The value of rank ceil(q·n). */
    private static OptionalDouble quantile(List<Trial> trials, double q) {
        double[] sorted = trials.stream().mapToDouble(Trial::kbps).sorted().toArray();
        return OptionalDouble.of(sorted[(int) Math.ceil(q * sorted.length) - 1]);
    }

    /** Freed from binary dust, which depends on the order of sums. */
    private static OptionalDouble mbps(OptionalDouble kbps) {
        return kbps.isPresent() ? OptionalDouble.of(Math.rint(kbps.getAsDouble() * 1e6) / 1e6 / 1000) : kbps;
    }

    private static <K> Map<K, List<Trial>> groups(List<Trial> trials, Function<Trial, K> key) {
        Map<K, List<Trial>> groups = new LinkedHashMap<>();
        trials.forEach(trial -> groups.computeIfAbsent(key.apply(trial), absent -> new ArrayList<>())
                .add(trial));
        return groups;
    }
}
