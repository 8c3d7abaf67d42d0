package org.signalup.geo.internal;

import org.signalup.geo.GeoPoint;

/** Plane geometry around one position, for checks that need metres and no more. */
public final class TouchingPlane {
    private static final double METRES_PER_DEGREE = 111_320.0;

    private TouchingPlane() {}

    /** Distance from a position to a segment. */
    public static double distanceM(GeoPoint position, GeoPoint from, GeoPoint to) {
        double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(position.latDeg()));
        double ax = (from.lonDeg() - position.lonDeg()) * scale;
        double ay = (from.latDeg() - position.latDeg()) * METRES_PER_DEGREE;
        double dx = (to.lonDeg() - from.lonDeg()) * scale;
        double dy = (to.latDeg() - from.latDeg()) * METRES_PER_DEGREE;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : -(ax * dx + ay * dy) / square;
        double clamped = Math.max(0, Math.min(1, along));
        return Math.hypot(ax + clamped * dx, ay + clamped * dy);
    }
}
