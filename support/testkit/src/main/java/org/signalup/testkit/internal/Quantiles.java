package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Coded;
import org.signalup.domain.Measure;
import org.signalup.domain.Outcome;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.Matching.Matches;
import org.signalup.testkit.internal.Matching.RuledLine;

/** {@code quantiles.csv}: all values of a row, sorted, the one of the rank taken, and put down to the edge of its step. */
public final class Quantiles {
    private record Key(String object, String id, String operator, RatRow rat, Measure measure, String method) {}

    private final Ledger ledger;
    private final Collection<RuledLine> lines;
    private final Matches matches;
    private final ObjectTests tests;
    private final RateJudge rates;
    private final Map<Key, List<Long>> values = new TreeMap<>(Comparator.comparing(Key::object)
            .thenComparing(Key::id, TextOrder.CODE_POINTS)
            .thenComparing(Key::operator, TextOrder.CODE_POINTS)
            .thenComparing(Key::rat)
            .thenComparing(key -> key.measure().code())
            .thenComparing(Key::method, TextOrder.CODE_POINTS));

    public Quantiles(Ledger ledger, Collection<RuledLine> lines, Matches matches, ObjectTests tests, RateJudge rates) {
        this.ledger = ledger;
        this.lines = lines;
        this.matches = matches;
        this.tests = tests;
        this.rates = rates;
    }

    public List<QuantileRow> rows() {
        ledger.keyPoints().stream().filter(point -> point.placeId().isPresent()).forEach(this::levels);
        lines.forEach(this::levels);
        ledger.places().forEach(place -> tests("PLACE", place.id(), tests.ofPlace(place.id())));
        ledger.lines().forEach(line -> tests("LINE", line.id(), tests.ofLine(line.id())));
        for (String region : tests.regions().codes()) {
            tests(RateJudge.REGION, region, tests.ofRegion(region).keySet());
        }
        List<QuantileRow> rows = new ArrayList<>();
        values.forEach((key, all) -> rows.add(row(key, all.stream().sorted().toList())));
        return rows;
    }

    private void levels(KeyPoint point) {
        levels("PLACE", point.placeId().orElseThrow(), tests.division(point), matches.ofPoint(point.id()));
    }

    private void levels(RuledLine line) {
        String id = line.line().id();
        for (Bin bin : line.bins()) {
            String division = ObjectTests.division(line.line(), ObjectTests.middleM(bin));
            levels("LINE", id, division, matches.ofLine(id).getOrDefault(bin.number(), List.of()));
        }
    }

    private void levels(String object, String id, String division, List<RefSample> met) {
        List<RefSample> own = met.stream()
                .filter(sample -> sample.coverage() && !sample.self())
                .toList();
        levels(object, id, own);
        for (String region : tests.regions().codes()) {
            if (tests.regions().holds(region, division)) {
                levels(RateJudge.REGION, region, own);
            }
        }
    }

    private void levels(String object, String id, List<RefSample> samples) {
        for (RatRow rat : List.of(RatRow.G4, RatRow.G5)) {
            for (RefSample sample : samples) {
                if (RatRules.counts(rat, sample) && RatRules.onRat(rat, sample)) {
                    add(new Key(object, id, sample.operator(), rat, Measure.RSRP, ""), sample.rsrpMdbm());
                    add(new Key(object, id, sample.operator(), rat, Measure.SINR, ""), sample.sinrMdb());
                }
            }
        }
    }

    private void tests(String object, String id, Collection<RefSample> samples) {
        for (RatRow rat : RatRow.values()) {
            for (RateJudge.Trial trial : rates.trials(rat, samples)) {
                RefSample test = trial.test();
                Measure measure =
                        Coded.find(Measure.class, trial.direction().code()).orElseThrow();
                add(new Key(object, id, test.operator(), rat, measure, rates.method(test)), trial.kbps());
            }
            for (RefSample test : samples) {
                boolean tells = test.rateTest()
                        && RateJudge.counts(rat, test)
                        && test.outcome() != Outcome.FAILED
                        && test.measured().latencyUs() != null;
                if (tells) {
                    add(
                            new Key(object, id, test.operator(), rat, Measure.LATENCY, rates.method(test)),
                            test.measured().latencyUs());
                }
            }
        }
    }

    private void add(Key key, long value) {
        values.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
    }

    private static QuantileRow row(Key key, List<Long> sorted) {
        return new QuantileRow(
                key.object(),
                key.id(),
                key.operator(),
                key.rat(),
                key.measure(),
                key.method(),
                sorted.size(),
                told(key.measure(), quantile(sorted, 0.05)),
                told(key.measure(), quantile(sorted, 0.5)),
                told(key.measure(), quantile(sorted, 0.95)),
                step(key.measure()).orElse(0));
    }

    /** The value of rank ceil(q·n). */
    private static long quantile(List<Long> sorted, double q) {
        // Freed from binary dust: 0.05 · 20 is the first, not the second.
        return sorted.get((int) Math.ceil(q * sorted.size() - 1e-9) - 1);
    }

    /** In the unit of the measure, counted down to a whole number of its steps. */
    private static double told(Measure measure, long thousandths) {
        Optional<Integer> step = step(measure);
        return step.isPresent() ? Math.floor(thousandths / 1000.0 / step.get()) * step.get() : thousandths / 1000.0;
    }

    private static Optional<Integer> step(Measure measure) {
        return switch (measure) {
            case RSRP -> Optional.of(5);
            case SINR -> Optional.of(3);
            default -> Optional.empty();
        };
    }
}
