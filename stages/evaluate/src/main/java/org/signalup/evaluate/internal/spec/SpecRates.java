package org.signalup.evaluate.internal.spec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.signalup.domain.Direction;
import org.signalup.domain.Outcome;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.internal.rate.DeviceDay;
import org.signalup.evaluate.internal.rate.RateJudge;
import org.signalup.evaluate.internal.rate.RateTally;
import org.signalup.evaluate.internal.rate.RateVerdict;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecAnswer.RateKey;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.RateObject;
import org.signalup.standards.SpecInput.RateTest;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Rates;

/** Examples of rates. */
public final class SpecRates {
    private static final double KBPS_PER_MBPS = 1000;

    private final Rates rates;
    private final RateObject object;

    private SpecRates(Standard standard, RateObject object) {
        this.rates = standard.rates();
        this.object = object;
    }

    public static Map<RateKey, SpecAnswer.Rate> rate(Standard standard, SpecInput.Rate rate) {
        RateJudge judge = new RateJudge(standard);
        SpecRates counter = new SpecRates(standard, rate.object());
        Map<RateKey, Map<String, List<RateTest>>> rows = new LinkedHashMap<>();
        rate.tests().forEach(test -> counter.file(test, rows));
        Map<RateKey, Map<String, RateTally>> tallies = new LinkedHashMap<>();
        rows.forEach((key, strata) -> {
            Map<String, RateTally> own = new TreeMap<>();
            strata.forEach((stratum, tests) -> own.put(stratum, counter.tally(tests, key.direction())));
            own.put(
                    "",
                    counter.tally(strata.values().stream().flatMap(List::stream).toList(), key.direction()));
            tallies.put(key, own);
        });
        Optional<String> method = judge.objectMethod(testsByMethod(tallies));
        Map<RateKey, SpecAnswer.Rate> answers = new LinkedHashMap<>();
        tallies.forEach((key, strata) -> {
            RateTally whole = strata.get("");
            Map<String, RateTally> own = new TreeMap<>(strata);
            own.remove("");
            boolean judged = method.filter(key.method()::equals).isPresent();
            answers.put(
                    key,
                    answer(
                            rate.object() == RateObject.REGION
                                    ? judge.region(whole, own, key.method())
                                    : judge.object(whole, judged)));
        });
        return answers;
    }

    private static Map<String, Long> testsByMethod(Map<RateKey, Map<String, RateTally>> tallies) {
        Map<String, Long> tests = new HashMap<>();
        tallies.forEach((key, strata) -> {
            if (key.rat() == RatRow.ANY) {
                tests.merge(key.method(), strata.get("").tests(), Math::max);
            }
        });
        return tests;
    }

    /** Puts a test under every row it counts in, by the RAT it was on. */
    private void file(RateTest test, Map<RateKey, Map<String, List<RateTest>>> rows) {
        String method = rates.methods().get(test.source());
        if (method == null) {
            return;
        }
        for (RatRow row : rowsOf(test)) {
            for (Direction direction : test.directions().keySet()) {
                rows.computeIfAbsent(new RateKey(row, direction, method), key -> new TreeMap<>())
                        .computeIfAbsent(test.rat().code(), key -> new ArrayList<>())
                        .add(test);
            }
        }
    }

    private static Set<RatRow> rowsOf(RateTest test) {
        Set<RatRow> rows = EnumSet.noneOf(RatRow.class);
        if (test.rat() == Rat.WIFI) {
            return rows;
        }
        boolean free = test.mode() == TestMode.FREE;
        if (free) {
            rows.add(RatRow.ANY);
        }
        if (test.mode() == TestMode.LOCK_4G || (free && test.rat() == Rat.G4)) {
            rows.add(RatRow.G4);
        }
        if (test.mode() == TestMode.LOCK_5G || (free && test.rat() == Rat.G5)) {
            rows.add(RatRow.G5);
        }
        return rows;
    }

    private RateTally tally(List<RateTest> tests, Direction direction) {
        Map<List<Object>, DeviceDay> days = new HashMap<>();
        Map<Long, Long> values = new HashMap<>();
        for (RateTest test : tests) {
            long n = test.repeat();
            long kbps = test.outcome() == Outcome.FAILED
                    ? 0
                    : Math.round(test.directions().get(direction) * KBPS_PER_MBPS);
            long clipped = Math.min(kbps, clip(direction));
            DeviceDay day = new DeviceDay(
                    test.device().hashCode(),
                    Math.toIntExact(test.date().toEpochDay()),
                    n,
                    n * kbps,
                    n * clipped,
                    compliant(test, direction, kbps) ? n : 0);
            days.merge(List.of(test.device(), test.date()), day, DeviceDay::plus);
            values.merge(kbps, n, Long::sum);
        }
        return new RateTally(List.copyOf(days.values()), values);
    }

    private long clip(Direction direction) {
        Map<Direction, Double> clips = object == RateObject.LINE ? rates.clipLineMbps() : rates.clipPlaceMbps();
        Double clip = clips.get(direction);
        return clip == null ? Long.MAX_VALUE : Math.round(clip * KBPS_PER_MBPS);
    }

    private boolean compliant(RateTest test, Direction direction, long kbps) {
        Double limit = rates.compliant().getOrDefault(test.rat(), Map.of()).get(direction);
        return test.outcome() != Outcome.FAILED && limit != null && kbps >= Math.round(limit * KBPS_PER_MBPS);
    }

    private static SpecAnswer.Rate answer(RateVerdict verdict) {
        return new SpecAnswer.Rate(
                verdict.tests(),
                verdict.mean().value(),
                verdict.mean().low(),
                verdict.mean().high(),
                verdict.clippedMean(),
                verdict.median(),
                verdict.p10(),
                verdict.shareOk(),
                verdict.shareLow(),
                verdict.shareHigh(),
                verdict.verdict());
    }
}
