package org.signalup.instrument;

import org.signalup.standards.InstrumentPolicy.Pairing;

/**
 * Which readings are side by side: those of the same slot by the clock, at the same place, of the same network. Slots and
 * cells lie on a fixed grid, so that no order of the rows matters.
 */
public final class PairingRule {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double E7 = 1e7;
    private static final double MM = 1000;

    private final long windowMs;
    private final double cellM;

    public PairingRule(Pairing pairing) {
        this.windowMs = pairing.window().toMillis();
        this.cellM = pairing.cellM();
    }

    /** The slot of a reading. */
    public Slot slot(long observedMs, String place, String network) {
        return new Slot(Math.floorDiv(observedMs, windowMs) * windowMs, place, network);
    }

    /** A key point. */
    public String point(String pointId) {
        return "point " + pointId;
    }

    /** The stretch of a line. */
    public String stretch(String lineId, long chainageMm) {
        return "line " + lineId + " " + (long) Math.floor(chainageMm / MM / cellM);
    }

    /** The cell of a position, WGS-84 in 1e-7 degree; a row of cells has one width. */
    public String cell(int lonE7, int latE7) {
        double perRow = cellM / METRES_PER_DEGREE;
        long row = (long) Math.floor(latE7 / E7 / perRow);
        double width = perRow / Math.max(Math.cos(Math.toRadians(row * perRow)), perRow);
        return "cell " + row + " " + (long) Math.floor(lonE7 / E7 / width);
    }
}
