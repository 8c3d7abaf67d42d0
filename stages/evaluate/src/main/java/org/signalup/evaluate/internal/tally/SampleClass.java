package org.signalup.evaluate.internal.tally;

import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.TestMode;

/**
 * What makes samples of a cluster count alike: mode, network, and quality against the limits of the target.
 *
 * @param testMode number of a {@link TestMode}
 * @param rat number of a {@link Rat}
 */
public record SampleClass(int testMode, int rat, int quality) {
    static final int GOOD = 1;
    static final int WEAK = 2;
    static final int INTERFERED = 3;

    private static final int FREE = TestMode.FREE.number();
    private static final int LOCK_4G = TestMode.LOCK_4G.number();
    private static final int LOCK_5G = TestMode.LOCK_5G.number();
    private static final int SCAN = TestMode.SCAN.number();
    private static final int G4 = Rat.G4.number();
    private static final int G5 = Rat.G5.number();
    private static final int NONE = Rat.NONE.number();

    /** Whether the row takes such samples; see the rows per RAT of the standard's rules. */
    public boolean in(RatRow row) {
        return switch (row) {
            case ANY -> testMode == FREE;
            case G4 -> testMode == LOCK_4G || (testMode == SCAN && rat == G4);
            case G5 -> testMode == FREE || testMode == LOCK_5G || (testMode == SCAN && rat == G5);
        };
    }

    /** On the row's own network; for ANY: on any. */
    public boolean on(RatRow row) {
        return row == RatRow.ANY ? rat != NONE : rat == row.number();
    }

    public boolean noService() {
        return rat == NONE;
    }

    public boolean compliant() {
        return quality == GOOD;
    }

    /** Level below its limit. */
    public boolean weak() {
        return quality == WEAK;
    }

    /** Level fine, quality below its limit. */
    public boolean interfered() {
        return quality == INTERFERED;
    }
}
