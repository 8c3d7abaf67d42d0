package org.signalup.instrument.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.signalup.instrument.Agreement.MonthBias;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;

/** How a bias moves. */
public final class Drift {
    private Drift() {}

    public static LocalDate day(Pair pair, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(pair.slot().startMs()), zone);
    }

    public static List<MonthBias> byMonth(List<Pair> pairs, double confidence, ZoneId zone) {
        List<MonthBias> months = new ArrayList<>();
        differences(pairs, zone)
                .forEach((month, all) -> months.add(new MonthBias(
                        month,
                        all.count(),
                        all.mean(),
                        all.count() < 2 ? Optional.empty() : Optional.of(all.bias(confidence)))));
        return months;
    }

    /** Last month less first, with Welch's interval; empty with one month, or with one pair in either. */
    public static Optional<Estimate> change(List<Pair> pairs, double confidence, ZoneId zone) {
        SortedMap<YearMonth, Differences> months = differences(pairs, zone);
        Differences first = months.get(months.firstKey());
        Differences last = months.get(months.lastKey());
        if (months.size() < 2 || first.count() < 2 || last.count() < 2) {
            return Optional.empty();
        }
        double change = last.mean() - first.mean();
        double error2 = first.error2() + last.error2();
        double spread = square(first.error2()) / (first.count() - 1) + square(last.error2()) / (last.count() - 1);
        double halfWidth = error2 == 0 ? 0 : Student.quantile(confidence, square(error2) / spread) * Math.sqrt(error2);
        return Optional.of(Estimate.around(change, halfWidth));
    }

    private static SortedMap<YearMonth, Differences> differences(List<Pair> pairs, ZoneId zone) {
        SortedMap<YearMonth, List<Pair>> months = new TreeMap<>();
        for (Pair pair : pairs) {
            months.computeIfAbsent(YearMonth.from(day(pair, zone)), unused -> new ArrayList<>())
                    .add(pair);
        }
        SortedMap<YearMonth, Differences> differences = new TreeMap<>();
        months.forEach((month, those) -> differences.put(month, Differences.of(those)));
        return differences;
    }

    private static double square(double value) {
        return value * value;
    }
}
