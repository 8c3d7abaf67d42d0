package org.signalup.bench.internal.world;

/** Rough metres per degree: enough to lay out a world, never used to judge one. */
final class Plane {
    static final double M_PER_LAT = 111_000;

    private Plane() {}

    static double mPerLon(double latDeg) {
        return 111_320 * Math.cos(Math.toRadians(latDeg));
    }
}
