package org.signalup.geo;

/**
 * Metres around one position of the WGS-84 ellipsoid, by multiplication and addition only, so that every engine computes
 * the same doubles. Offsets are 1e-7 degree:
 *
 * <pre>
 * x = dLon · (kx + kxSlope · dLat)     y = dLat · (ky + kySlope · dLat) + kyBend · dLon²
 * </pre>
 *
 * This is the tangent plane (azimuthal, distances from its origin true) to the second order: meridians converge and
 * parallels bend. Distances, and distances between two positions of the plane, are wrong by less than 1 mm within 1 km up
 * to 75° of latitude, and by less than 0.001 mm within 100 m: two bins agree on the distance to their joint.
 */
public record LocalMetric(double kx, double kxSlope, double ky, double kySlope, double kyBend) {
    private static final double SEMI_MAJOR_M = 6378137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
    private static final double RADIANS_PER_E7 = Math.PI / 180 / 1e7;

    /** The metric around a latitude in 1e-7 degree. */
    public static LocalMetric at(int latE7) {
        double phi = latE7 * RADIANS_PER_E7;
        double sin = StrictMath.sin(phi);
        double cos = StrictMath.cos(phi);
        double w = 1 - ECCENTRICITY_SQUARED * sin * sin;
        double primeVerticalM = SEMI_MAJOR_M / Math.sqrt(w);
        double meridionalM = SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        // d(N cos φ)/dφ = −M sin φ: how meridians converge.
        double kxSlope = -meridionalM * sin * RADIANS_PER_E7 * RADIANS_PER_E7;
        double kySlope = 3 * meridionalM * ECCENTRICITY_SQUARED * sin * cos / w / 2 * RADIANS_PER_E7 * RADIANS_PER_E7;
        double kyBend = primeVerticalM * sin * cos / 2 * RADIANS_PER_E7 * RADIANS_PER_E7;
        return new LocalMetric(
                primeVerticalM * cos * RADIANS_PER_E7, kxSlope, meridionalM * RADIANS_PER_E7, kySlope, kyBend);
    }

    public double xM(double dLonE7, double dLatE7) {
        return dLonE7 * (kx + kxSlope * dLatE7);
    }

    public double yM(double dLonE7, double dLatE7) {
        return dLatE7 * (ky + kySlope * dLatE7) + kyBend * dLonE7 * dLonE7;
    }
}
