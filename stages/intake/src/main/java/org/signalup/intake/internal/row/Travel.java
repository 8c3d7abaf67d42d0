package org.signalup.intake.internal.row;

/** Tells moves of one device that no vehicle makes. */
final class Travel {
    /** 350 km/h, the fastest train: the plausibility rule of crowd data. */
    private static final double FASTEST_M_MS = 350 / 3600.0;

    private static final double M_OF_E7 = 0.0111320;
    /** Positions are uncertain by so much; two of them in one second are no move. */
    private static final double UNCERTAIN_M = 100;

    private long deviceKey = SampleRow.MISSING;
    private long lonE7;
    private long latE7;
    private long ms;

    /** Whether the device went from its last row to this one faster than anything goes. */
    boolean jumped(SampleRow row) {
        long lon = row.numbers[Slot.LON_E7];
        long lat = row.numbers[Slot.LAT_E7];
        long now = row.numbers[Slot.OBSERVED_MS];
        boolean same = row.deviceKey != SampleRow.MISSING && row.deviceKey == deviceKey;
        boolean jumped = same && tooFar(lon - lonE7, lat - latE7, lat, Math.abs(now - ms));
        deviceKey = row.deviceKey;
        lonE7 = lon;
        latE7 = lat;
        ms = now;
        return jumped;
    }

    private static boolean tooFar(long lonE7, long latE7, long atLatE7, long elapsedMs) {
        double reachM = UNCERTAIN_M + elapsedMs * FASTEST_M_MS;
        if ((Math.abs(lonE7) + Math.abs(latE7)) * M_OF_E7 <= reachM) {
            return false;
        }
        double east = lonE7 * M_OF_E7 * Math.cos(Math.toRadians(atLatE7 / 1e7));
        return Math.hypot(east, latE7 * M_OF_E7) > reachM;
    }
}
