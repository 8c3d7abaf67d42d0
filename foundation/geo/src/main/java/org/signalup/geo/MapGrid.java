package org.signalup.geo;

/**
 * The square world of web maps (spherical Mercator) in whole units: 2^28 of them along the equator, about 15 cm each, x to
 * the east and y to the south. A tile of zoom z is a square of 2^(28-z) units; at zoom 16 one unit is one unit of a vector
 * tile.
 */
public final class MapGrid {
    /** Units along a side of the world, a power of two. */
    public static final int WORLD = 1 << 28;

    /** Mercator ends here; what lies beyond is shown at the edge. */
    public static final double MOST_LAT_DEG = 85.05;

    private MapGrid() {}

    public static int x(GeoPoint position) {
        return inside((position.lonDeg() + 180) / 360 * WORLD);
    }

    public static int y(GeoPoint position) {
        double lat = Math.toRadians(Math.max(-MOST_LAT_DEG, Math.min(MOST_LAT_DEG, position.latDeg())));
        return inside((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * WORLD);
    }

    /** The position of the corner of a unit. */
    public static GeoPoint position(int x, int y) {
        double lat = Math.atan(Math.sinh(Math.PI * (1 - 2.0 * y / WORLD)));
        return new GeoPoint(360.0 * x / WORLD - 180, Math.toDegrees(lat));
    }

    private static int inside(double value) {
        return (int) Math.max(0, Math.min(WORLD - 1L, (long) Math.floor(value)));
    }
}
