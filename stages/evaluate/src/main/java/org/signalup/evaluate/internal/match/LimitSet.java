package org.signalup.evaluate.internal.match;

import java.util.Map;
import org.signalup.domain.Rat;
import org.signalup.standards.Standard.Limit;

/** Limits of a target in stored units (1/1000 dB) with its target share in millionths. */
public record LimitSet(int rsrp4, int sinr4, int rsrp5, int sinr5, int sharePpm) {
    /** No sample reaches this: a RAT without limits is never compliant. */
    public static final int NEVER = Integer.MAX_VALUE;

    public static LimitSet of(Map<Rat, Limit> limits, double targetShare) {
        Limit four = limits.get(Rat.G4);
        Limit five = limits.get(Rat.G5);
        return new LimitSet(
                four == null ? NEVER : milli(four.rsrpDbm()),
                four == null ? NEVER : milli(four.sinrDb()),
                five == null ? NEVER : milli(five.rsrpDbm()),
                five == null ? NEVER : milli(five.sinrDb()),
                ppm(targetShare));
    }

    static int ppm(double share) {
        return (int) Math.round(share * 1e6);
    }

    private static int milli(double value) {
        return (int) Math.round(value * 1000);
    }
}
