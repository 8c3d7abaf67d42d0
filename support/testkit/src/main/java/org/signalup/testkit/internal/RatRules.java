package org.signalup.testkit.internal;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.RatRule;
import org.signalup.testkit.RefSample;

/** Which row a coverage sample counts in, and whether it complies there. */
final class RatRules {
    private RatRules() {}

    static boolean counts(RatRow row, RefSample sample) {
        TestMode mode = sample.testMode();
        return switch (row) {
            case ANY -> mode == TestMode.FREE;
            case G4 -> mode == TestMode.LOCK_4G || (mode == TestMode.SCAN && sample.rat() == Rat.G4);
            case G5 ->
                mode == TestMode.FREE || mode == TestMode.LOCK_5G || (mode == TestMode.SCAN && sample.rat() == Rat.G5);
        };
    }

    /** Whether the sample is on the network the row speaks of; in ANY on 4G or 5G. */
    static boolean onRat(RatRow row, RefSample sample) {
        return switch (row) {
            case ANY -> sample.rat() == Rat.G4 || sample.rat() == Rat.G5;
            case G4 -> sample.rat() == Rat.G4;
            case G5 -> sample.rat() == Rat.G5;
        };
    }

    static boolean compliant(RatRow row, RefSample sample, Map<Rat, Limit> limits) {
        return limited(row, sample, limits)
                && sample.rsrpMdbm() >= milli(limits.get(sample.rat()).rsrpDbm())
                && sample.sinrMdb() >= milli(limits.get(sample.rat()).sinrDb());
    }

    static boolean weak(RatRow row, RefSample sample, Map<Rat, Limit> limits) {
        return limited(row, sample, limits)
                && sample.rsrpMdbm() < milli(limits.get(sample.rat()).rsrpDbm());
    }

    static boolean interfered(RatRow row, RefSample sample, Map<Rat, Limit> limits) {
        return limited(row, sample, limits)
                && !weak(row, sample, limits)
                && sample.sinrMdb() < milli(limits.get(sample.rat()).sinrDb());
    }

    /** The rows that decide under a rule. */
    static List<RatRow> deciding(RatRule rule) {
        return switch (rule) {
            case ANY -> List.of(RatRow.ANY);
            case FOUR_G -> List.of(RatRow.G4);
            case FIVE_G -> List.of(RatRow.G5);
            case BOTH -> List.of(RatRow.G4, RatRow.G5);
        };
    }

    private static boolean limited(RatRow row, RefSample sample, Map<Rat, Limit> limits) {
        return onRat(row, sample) && limits.containsKey(sample.rat());
    }

    private static long milli(double value) {
        return Math.round(value * 1000);
    }
}
