package org.signalup.evaluate.internal.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.internal.judge.DateTally;
import org.signalup.evaluate.internal.judge.Moments;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.standards.SpecInput.SampleGroup;
import org.signalup.standards.Standard.Limit;

/** Counts the samples of an example as the tally of an evaluation does. */
final class SampleCount {
    private static final int MINUTES_PER_HOUR = 60;

    private final Map<Rat, Limit> limits;
    private final double targetShare;
    private final int slotMinutes;

    SampleCount(Map<Rat, Limit> limits, double targetShare, int slotMinutes) {
        this.limits = Map.copyOf(limits);
        this.targetShare = targetShare;
        this.slotMinutes = slotMinutes;
    }

    Tally independent(List<SampleGroup> groups, RatRow row) {
        return count(groups, row, group -> !self(group));
    }

    Tally self(List<SampleGroup> groups, RatRow row) {
        return count(groups, row, SampleCount::self);
    }

    private Tally count(List<SampleGroup> groups, RatRow row, Predicate<SampleGroup> taken) {
        Map<List<Object>, long[]> clusters = new HashMap<>();
        TreeMap<Integer, long[]> dates = new TreeMap<>();
        long[] sums = new long[4];
        for (SampleGroup group : groups) {
            if (taken.test(group) && counts(group, row)) {
                long ok = compliant(group, row) ? group.repeat() : 0;
                add(clusters.computeIfAbsent(cluster(group), key -> new long[2]), group.repeat(), ok);
                add(
                        dates.computeIfAbsent(Math.toIntExact(group.date().toEpochDay()), key -> new long[2]),
                        group.repeat(),
                        ok);
                sums[0] += onRat(group, row) ? group.repeat() : 0;
                sums[1] += group.rat() == Rat.NONE ? group.repeat() : 0;
                sums[2] += weak(group, row) ? group.repeat() : 0;
                sums[3] += interfered(group, row) ? group.repeat() : 0;
            }
        }
        List<DateTally> byDate = new ArrayList<>();
        dates.forEach((date, own) -> byDate.add(new DateTally(date, own[0], own[1])));
        return new Tally(moments(clusters), byDate, sums[0], sums[1], sums[2], sums[3], failed(clusters));
    }

    private static void add(long[] sum, long samples, long compliant) {
        sum[0] += samples;
        sum[1] += compliant;
    }

    private List<Object> cluster(SampleGroup group) {
        int minute = group.time().getHour() * MINUTES_PER_HOUR + group.time().getMinute();
        return List.of(group.source(), group.device(), group.date(), minute / slotMinutes, group.spot());
    }

    private static Moments moments(Map<List<Object>, long[]> clusters) {
        return clusters.values().stream()
                .map(cluster -> Moments.cluster(cluster[0], cluster[1]))
                .reduce(Moments.ZERO, Moments::plus);
    }

    private long failed(Map<List<Object>, long[]> clusters) {
        return clusters.values().stream()
                .filter(cluster -> cluster[1] / (double) cluster[0] < targetShare)
                .count();
    }

    private static boolean self(SampleGroup group) {
        return group.purpose().filter(Purpose.SELF::equals).isPresent();
    }

    /** A coverage sample of a mode that speaks for the row. */
    private static boolean counts(SampleGroup group, RatRow row) {
        boolean levels = group.rsrpDbm().isPresent() && group.sinrDb().isPresent();
        boolean coverage = switch (group.rat()) {
            case WIFI -> false;
            case G4, G5 -> levels;
            default -> true;
        };
        TestMode mode = group.mode();
        return coverage
                && switch (row) {
                    case ANY -> mode == TestMode.FREE;
                    case G4 -> mode == TestMode.LOCK_4G || (mode == TestMode.SCAN && group.rat() == Rat.G4);
                    case G5 ->
                        mode == TestMode.FREE
                                || mode == TestMode.LOCK_5G
                                || (mode == TestMode.SCAN && group.rat() == Rat.G5);
                };
    }

    private static boolean onRat(SampleGroup group, RatRow row) {
        return switch (row) {
            case ANY -> group.rat() != Rat.NONE;
            case G4 -> group.rat() == Rat.G4;
            case G5 -> group.rat() == Rat.G5;
        };
    }

    private boolean compliant(SampleGroup group, RatRow row) {
        Limit limit = limits.get(group.rat());
        return limit != null
                && onRat(group, row)
                && group.rsrpDbm().orElse(Double.NaN) >= limit.rsrpDbm()
                && group.sinrDb().orElse(Double.NaN) >= limit.sinrDb();
    }

    private boolean weak(SampleGroup group, RatRow row) {
        Limit limit = limits.get(group.rat());
        return limit != null && onRat(group, row) && group.rsrpDbm().orElse(Double.NaN) < limit.rsrpDbm();
    }

    private boolean interfered(SampleGroup group, RatRow row) {
        Limit limit = limits.get(group.rat());
        return limit != null && onRat(group, row) && !compliant(group, row) && !weak(group, row);
    }
}
