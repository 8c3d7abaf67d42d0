package org.signalup.intake.internal.row;

import org.signalup.domain.Rat;
import org.signalup.intake.SampleColumn;

/**
 * What a number can be at all, in stored units. Levels: the ranges of the Android signal-strength API (LTE RSRP −140…−43,
 * NR SS-RSRP and CSI-RSRP −156…−31 dBm, RSRQ −43…20 dB); SINR from −30 dB, because scanners and modems report below the
 * API's −20 and −23 and a bad sample must not be lost, to 40 dB.
 *
 * @param least smallest plausible value
 * @param most largest plausible value
 * @param negativeIsMissing clients write −1 for unknown
 */
record Limits(long least, long most, boolean negativeIsMissing) {
    private static final Limits COUNT = new Limits(0, Integer.MAX_VALUE, true);
    private static final Limits AMOUNT = new Limits(0, Long.MAX_VALUE / 4, false);
    private static final Limits INT_AMOUNT = new Limits(0, Integer.MAX_VALUE, false);
    private static final Limits RSRP = new Limits(-156_000, -31_000, false);
    private static final Limits RSRP_4G = new Limits(-140_000, -43_000, false);
    private static final Limits SINR = new Limits(-30_000, 40_000, false);
    private static final Limits RSRQ = new Limits(-43_000, 20_000, false);
    private static final Limits PPM = new Limits(0, 1_000_000, false);
    private static final Limits MOS = new Limits(0, 5_000, false);
    private static final Limits CHAINAGE = new Limits(-1_000_000_000L, 100_000_000_000L, false);

    static Limits of(SampleColumn column) {
        return switch (column) {
            case SPOT_NO, ARFCN, PCI, SPEED_KMH, STALLS, LAYERS -> COUNT;
            case ACCURACY_M, BANDWIDTH_MHZ -> INT_AMOUNT;
            case RSRP_DBM -> new Limits(Integer.MIN_VALUE, Integer.MAX_VALUE, false);
            case SINR_DB, RSRQ_DB -> new Limits(Integer.MIN_VALUE, Integer.MAX_VALUE, false);
            case LOSS_PCT -> PPM;
            case MOS -> MOS;
            case CHAINAGE_M -> CHAINAGE;
            default -> AMOUNT;
        };
    }

    /** The level limits of a technology; only 4G and 5G levels are judged, so only they are held to it. */
    static Limits level(SampleColumn column, long rat) {
        return switch (column) {
            case RSRP_DBM -> rat == Rat.G4.number() ? RSRP_4G : RSRP;
            case SINR_DB -> SINR;
            case RSRQ_DB -> RSRQ;
            default -> throw new IllegalArgumentException("column: " + column + " (expected: a level)");
        };
    }

    boolean holds(long value) {
        return value >= least && value <= most;
    }
}
