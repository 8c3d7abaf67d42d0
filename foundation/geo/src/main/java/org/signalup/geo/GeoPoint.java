package org.signalup.geo;

/** A WGS-84 position in degrees. */
public record GeoPoint(double lonDeg, double latDeg) {
    public GeoPoint {
        if (!(lonDeg >= -180 && lonDeg <= 180)) {
            throw new IllegalArgumentException("lonDeg: " + lonDeg + " (expected: -180 to 180)");
        }
        if (!(latDeg >= -90 && latDeg <= 90)) {
            throw new IllegalArgumentException("latDeg: " + latDeg + " (expected: -90 to 90)");
        }
    }

    /** Longitude in 1e-7 degree, the unit of stored samples (about 1 cm). */
    public int lonE7() {
        return (int) Math.round(lonDeg * 1e7);
    }

    /** Latitude in 1e-7 degree. */
    public int latE7() {
        return (int) Math.round(latDeg * 1e7);
    }
}
