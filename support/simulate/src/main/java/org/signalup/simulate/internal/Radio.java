package org.signalup.simulate.internal;

import org.signalup.simulate.Calibration;

/**
 * The invented radio network: levels follow the real distribution where all is well and fall off where something is
 * wrong. SINR follows its level with the slope and spread seen in the real set.
 */
final class Radio {
    /** SINR = A + B·RSRP with this spread, from 125 695 real 5G samples (n78, CICV5G). */
    private static final double SINR_AT_ZERO_DB = 27.0;

    private static final double SINR_PER_DB = 0.157;
    private static final double SINR_SPREAD_DB = 5.7;
    private static final double DEEP_SINR_PER_DB = 0.9;
    private static final double LEVEL_5G_GIVES_UP_DBM = -112;
    private static final double LEVEL_LOST_DBM = -126;
    private static final double GAIN_4G_DB = 7;

    private final Calibration calibration;

    Radio(Calibration calibration) {
        this.calibration = calibration;
    }

    /** One second of a phone. */
    record Signal(String rat, double rsrpDbm, double sinrDb) {
        boolean served() {
            return !rat.equals("NONE");
        }
    }

    /** The usual level somewhere, as good as a share of the real ones. */
    double usualDbm(double share) {
        return calibration.quantile("RSRP", "", "5G", share);
    }

    Signal at(double levelDbm, double interferenceDb, Chance chance) {
        double level = levelDbm + chance.bell(2.2);
        if (level < LEVEL_LOST_DBM) {
            return new Signal("NONE", 0, 0);
        }
        boolean on5g = level >= LEVEL_5G_GIVES_UP_DBM;
        double rsrp = on5g ? level : level + GAIN_4G_DB;
        double deep = Math.min(0, level + 100) * DEEP_SINR_PER_DB;
        double sinr = SINR_AT_ZERO_DB + SINR_PER_DB * rsrp + deep - interferenceDb + chance.bell(SINR_SPREAD_DB / 2);
        return new Signal(on5g ? "5G" : "4G", tenths(clamp(rsrp, -138, -50)), tenths(clamp(sinr, -19, 29)));
    }

    /** Downlink of a test whose surroundings are as good as a share of all. */
    double downlinkMbps(String operator, Signal signal, double share) {
        return tenths(calibration.quantile("DL", operator, signal.rat(), share));
    }

    double latencyMs(double share) {
        return tenths(2 * calibration.quantile("LATENCY", "", "5G", share));
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
