package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;

/** {@code rates.csv} of places and lines: a test counts once per object. */
public final class RateJudge {
    /** One direction of one test. */
    private record Trial(RefSample test, Direction direction, long kbps, boolean compliant) {}

    private final Standard standard;
    private final Ledger ledger;
    private final Matching.Matches matches;

    public RateJudge(Standard standard, Ledger ledger, Matching.Matches matches) {
        this.standard = standard;
        this.ledger = ledger;
        this.matches = matches;
    }

    public List<RateRow> rows() {
        List<RateRow> rows = new ArrayList<>();
        ledger.lines().forEach(line -> {
            Set<RefSample> tests = new LinkedHashSet<>();
            matches.ofLine(line.id()).values().forEach(tests::addAll);
            tests.addAll(ofPoints(point -> point.lineId().equals(Optional.of(line.id()))));
            rows.addAll(rows("LINE", line.id(), tests));
        });
        ledger.places()
                .forEach(place -> rows.addAll(rows(
                        "PLACE", place.id(), ofPoints(point -> point.placeId().equals(Optional.of(place.id()))))));
        rows.sort(Comparator.comparing(RateRow::object)
                .thenComparing(RateRow::objectId, TextOrder.CODE_POINTS)
                .thenComparing(RateRow::operator, TextOrder.CODE_POINTS)
                .thenComparing(RateRow::rat)
                .thenComparing(RateRow::direction)
                .thenComparing(RateRow::method, TextOrder.CODE_POINTS));
        return rows;
    }

    private Set<RefSample> ofPoints(Predicate<KeyPoint> chosen) {
        Set<RefSample> tests = new LinkedHashSet<>();
        ledger.keyPoints().stream().filter(chosen).forEach(point -> tests.addAll(matches.ofPoint(point.id())));
        return tests;
    }

    private List<RateRow> rows(String object, String id, Collection<RefSample> samples) {
        List<RateRow> rows = new ArrayList<>();
        for (RatRow rat : RatRow.values()) {
            List<Trial> trials = samples.stream()
                    .filter(sample -> sample.rateTest() && counts(rat, sample))
                    .flatMap(sample -> trials(sample).stream())
                    .toList();
            groups(trials, this::kind).forEach((kind, own) -> rows.add(row(object, id, rat, own)));
        }
        return rows.stream().map(row -> judged(row, rows)).toList();
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

    private Verdict verdict(List<Trial> trials, Moments moments, Moments.Bounds bounds) {
        double target = standard.rates().targetShare();
        if (trials.size() < standard.rates().minTests()) {
            return Verdict.TOO_FEW;
        }
        if (moments.share() >= target) {
            return Verdict.PASS;
        }
        long failedDates = groups(trials, trial -> trial.test().date()).values().stream()
                .filter(date -> (double) date.stream().filter(Trial::compliant).count() / date.size() < target)
                .count();
        boolean repeated = failedDates >= standard.statistics().evidenceDates();
        return bounds.high() < target || repeated ? Verdict.FAIL : Verdict.RETEST;
    }

    private static boolean counts(RatRow row, RefSample test) {
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
        return List.of(
                trial.test().operator(),
                trial.direction(),
                standard.rates().methods().get(trial.test().source()));
    }

    private RateRow row(String object, String id, RatRow rat, List<Trial> trials) {
        Trial first = trials.get(0);
        Map<Direction, Double> caps = object.equals("LINE")
                ? standard.rates().clipLineMbps()
                : standard.rates().clipPlaceMbps();
        double cap = caps.getOrDefault(first.direction(), Double.MAX_VALUE) * 1000;
        Collection<List<Trial>> days = groups(
                        trials,
                        trial -> List.of(trial.test().deviceKey(), trial.test().date()))
                .values();
        double mean = mean(days, day -> mean(day, Trial::kbps));
        OptionalDouble margin = margin(days, mean);
        Moments moments = Moments.sum(days.stream()
                .map(day -> Moments.ofCluster(
                        day.size(), day.stream().filter(Trial::compliant).count()))
                .toList());
        Moments.Bounds bounds = moments.bounds(standard.statistics().confidence(), standard.statistics());
        return new RateRow(
                object,
                id,
                first.test().operator(),
                rat,
                first.direction(),
                standard.rates().methods().get(first.test().source()),
                trials.size(),
                trials.stream()
                        .map(trial -> trial.test().deviceKey())
                        .distinct()
                        .count(),
                mbps(mean),
                margin.isPresent() ? mbps(mean - margin.getAsDouble()) : margin,
                margin.isPresent() ? mbps(mean + margin.getAsDouble()) : margin,
                mbps(mean(days, day -> mean(day, trial -> Math.min(cap, (double) trial.kbps())))),
                mbps(quantile(trials, 0.5)),
                mbps(quantile(trials, 0.1)),
                OptionalDouble.of(moments.share()),
                OptionalDouble.of(bounds.low()),
                OptionalDouble.of(bounds.high()),
                Optional.of(verdict(trials, moments, bounds)));
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

    /** Half the t interval over device-days; empty below two. */
    private OptionalDouble margin(Collection<List<Trial>> days, double mean) {
        int k = days.size();
        if (k < 2) {
            return OptionalDouble.empty();
        }
        double squares = days.stream()
                .mapToDouble(day -> mean(day, Trial::kbps) - mean)
                .map(off -> off * off)
                .sum();
        double t = new TDistribution(k - 1)
                .inverseCumulativeProbability(standard.statistics().confidence());
        return OptionalDouble.of(t * Math.sqrt(squares / (k - 1) / k));
    }

    /** The value of rank ceil(q·n). */
    private static double quantile(List<Trial> trials, double q) {
        double[] sorted = trials.stream().mapToDouble(Trial::kbps).sorted().toArray();
        return sorted[(int) Math.ceil(q * sorted.length) - 1];
    }

    private static OptionalDouble mbps(double kbps) {
        return OptionalDouble.of(kbps / 1000);
    }

    private static <T> double mean(Collection<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElseThrow();
    }

    private static <K> Map<K, List<Trial>> groups(List<Trial> trials, Function<Trial, K> key) {
        Map<K, List<Trial>> groups = new LinkedHashMap<>();
        trials.forEach(trial -> groups.computeIfAbsent(key.apply(trial), absent -> new ArrayList<>())
                .add(trial));
        return groups;
    }
}
