package org.signalup.evaluate.internal.whatif;

import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;
import org.signalup.evaluate.internal.judge.ClusterSums;
import org.signalup.evaluate.internal.judge.Tally;
import org.signalup.evaluate.internal.match.LimitSet;

/**
 * Every matched coverage sample in columns, grouped by target, operator and cluster, so that all of them are counted anew
 * under other limits in a moment. A unit is one target with one operator.
 */
final class Measurements {
    private static final int IN_ANY = 1;
    private static final int IN_4G = 2;
    private static final int IN_5G = 4;
    private static final int ROWS = IN_ANY | IN_4G | IN_5G;
    private static final int ON_4G = 8;
    private static final int ON_5G = 16;

    private final Columns columns;

    Measurements(Columns columns) {
        this.columns = columns;
    }

    /** What a sample is, as bits: the rows it is in and the network it was on. */
    static byte kind(int rat, int mode) {
        boolean scan = mode == TestMode.SCAN.number();
        boolean free = mode == TestMode.FREE.number();
        boolean four = rat == Rat.G4.number();
        boolean five = rat == Rat.G5.number();
        int kind = free ? IN_ANY : 0;
        kind |= mode == TestMode.LOCK_4G.number() || (scan && four) ? IN_4G : 0;
        kind |= free || mode == TestMode.LOCK_5G.number() || (scan && five) ? IN_5G : 0;
        return (byte) (kind | (four ? ON_4G : 0) | (five ? ON_5G : 0));
    }

    /** In any row at all. */
    static boolean counts(byte kind) {
        return (kind & ROWS) != 0;
    }

    int firstUnit(int target) {
        return columns.firstUnit(target);
    }

    int operator(int unit) {
        return columns.operator(unit);
    }

    /** The unit of a target and operator; −1 when that was never measured. */
    int unit(int target, int operator) {
        int end = columns.firstUnit(target + 1);
        for (int unit = columns.firstUnit(target); unit < end; unit++) {
            if (columns.operator(unit) == operator) {
                return unit;
            }
        }
        return -1;
    }

    /** The tallies of a unit in one RAT row: of independent and of self tests. */
    record Sides(Tally independent, Tally self) {}

    Sides tally(int unit, RatRow row, LimitSet limits) {
        ClusterSums independent = new ClusterSums();
        ClusterSums self = new ClusterSums();
        int in = in(row);
        int own = own(row);
        int end = columns.firstCluster(unit + 1);
        for (int cluster = columns.firstCluster(unit); cluster < end; cluster++) {
            long samples = 0;
            long compliant = 0;
            int last = columns.firstSample(cluster + 1);
            for (int sample = columns.firstSample(cluster); sample < last; sample++) {
                int kind = columns.kind(sample);
                if ((kind & in) != 0) {
                    samples++;
                    compliant += (kind & own) != 0 && good(sample, kind, limits) ? 1 : 0;
                }
            }
            if (samples > 0) {
                (columns.self(cluster) ? self : independent)
                        .add(columns.date(cluster), samples, compliant, limits.sharePpm());
            }
        }
        return new Sides(independent.tally(), self.tally());
    }

    private static int in(RatRow row) {
        return switch (row) {
            case ANY -> IN_ANY;
            case G4 -> IN_4G;
            case G5 -> IN_5G;
        };
    }

    /** Networks a sample may be on to be compliant in a row. */
    private static int own(RatRow row) {
        return switch (row) {
            case ANY -> ON_4G | ON_5G;
            case G4 -> ON_4G;
            case G5 -> ON_5G;
        };
    }

    private boolean good(int sample, int kind, LimitSet limits) {
        int rsrp = columns.rsrpMdbm(sample);
        int sinr = columns.sinrMdb(sample);
        return (kind & ON_4G) != 0
                ? rsrp >= limits.rsrp4() && sinr >= limits.sinr4()
                : rsrp >= limits.rsrp5() && sinr >= limits.sinr5();
    }
}
