package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Rate tests of one object, operator, RAT row, direction and method. Days are kept by date and device, so that no sum
 * depends on the order they came in.
 *
 * @param days each device and date once
 * @param kbps tests by rate
 */
public record RateTally(List<DeviceDay> days, Map<Long, Long> kbps) {
    private static final double KBPS_PER_MBPS = 1000;

    public RateTally {
        days = days.stream()
                .sorted(Comparator.comparingInt(DeviceDay::date).thenComparingLong(DeviceDay::device))
                .toList();
        kbps = new TreeMap<>(kbps);
    }

    public long tests() {
        return days.stream().mapToLong(DeviceDay::tests).sum();
    }

    public long devices() {
        return days.stream().mapToLong(DeviceDay::device).distinct().count();
    }

    /** Compliant tests of all tests, with the device-days as clusters. */
    Moments moments() {
        return days.stream().map(day -> Moments.cluster(day.tests(), day.ok())).reduce(Moments.ZERO, Moments::plus);
    }

    /** Compliant tests by date, ascending. */
    List<DateTally> dates() {
        List<DateTally> dates = new ArrayList<>();
        for (DeviceDay day : days) {
            int last = dates.size() - 1;
            DateTally own = new DateTally(day.date(), day.tests(), day.ok());
            if (last >= 0 && dates.get(last).date() == day.date()) {
                DateTally before = dates.get(last);
                dates.set(last, new DateTally(day.date(), before.n() + own.n(), before.y() + own.y()));
            } else {
                dates.add(own);
            }
        }
        return dates;
    }

    /** The lower empirical quantile, Mbit/s: the rate of the test with rank ⌈tests · per / of⌉. */
    public OptionalDouble quantile(long per, long of) {
        long all = kbps.values().stream().mapToLong(Long::longValue).sum();
        long rank = (all * per + of - 1) / of;
        long seen = 0;
        for (Map.Entry<Long, Long> rate : kbps.entrySet()) {
            seen += rate.getValue();
            if (seen >= rank) {
                return OptionalDouble.of(rate.getKey() / KBPS_PER_MBPS);
            }
        }
        return OptionalDouble.empty();
    }

    /** Both directions as trials of the same tests; the rates of one say nothing of the other and are dropped. */
    public static RateTally trials(List<RateTally> directions) {
        Map<List<Long>, DeviceDay> merged = new TreeMap<>(
                Comparator.<List<Long>, Long>comparing(key -> key.get(0)).thenComparing(key -> key.get(1)));
        for (RateTally direction : directions) {
            for (DeviceDay day : direction.days) {
                DeviceDay own = new DeviceDay(day.device(), day.date(), day.tests(), 0, 0, day.ok());
                merged.merge(List.of((long) day.date(), day.device()), own, DeviceDay::plus);
            }
        }
        return new RateTally(List.copyOf(merged.values()), Map.of());
    }
}
