package org.signalup.geo.internal;

/** Where the shift of Chinese map services applies. */
public final class ChinaExtent {
    /** The open formula's own rough bound: longitude and latitude, west, east, south, north. */
    private static final double WEST = 72.004;

    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;

    private ChinaExtent() {}

    /** True when the shift applies at this position. */
    public static boolean contains(double lon, double lat) {
        return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
    }
}
