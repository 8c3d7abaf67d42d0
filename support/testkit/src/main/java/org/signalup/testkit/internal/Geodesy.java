package org.signalup.testkit.internal;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.signalup.geo.Bin;
import org.signalup.geo.GeoPoint;

/** Distances on the WGS-84 ellipsoid, in metres; {@link #mm} is the unit in which they are compared. */
public final class Geodesy {
    private static final double LEAST_METRES_PER_DEGREE = 110_500;

    private Geodesy() {}

    public static long mm(double metres) {
        return Math.round(metres * 1000);
    }

    /** From a position to a point. */
    public static double toPoint(GeoPoint point, double lon, double lat) {
        return Geodesic.WGS84.Inverse(lat, lon, point.latDeg(), point.lonDeg()).s12;
    }

    /** From a position to a bin's chord, in the plane that touches the ellipsoid at the position. */
    public static double toChord(Bin bin, double lon, double lat) {
        double[] from = plane(bin.from(), lon, lat);
        double[] to = plane(bin.to(), lon, lat);
        double ux = to[0] - from[0];
        double uy = to[1] - from[1];
        double square = ux * ux + uy * uy;
        double along = square == 0 ? 0 : -(from[0] * ux + from[1] * uy) / square;
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(from[0] + t * ux, from[1] + t * uy);
    }

    /** Whether a position is surely farther than {@code metres} from a point: only saves time. */
    public static boolean surelyFar(GeoPoint point, double lon, double lat, double metres) {
        double degrees = metres / LEAST_METRES_PER_DEGREE;
        double cos = Math.cos(Math.toRadians(Math.min(89, Math.abs(lat) + degrees)));
        return Math.abs(point.latDeg() - lat) > degrees || Math.abs(point.lonDeg() - lon) > degrees / cos;
    }

    private static double[] plane(GeoPoint point, double lon, double lat) {
        GeodesicData line = Geodesic.WGS84.Inverse(lat, lon, point.latDeg(), point.lonDeg());
        double azimuth = Math.toRadians(line.azi1);
        return new double[] {line.s12 * Math.sin(azimuth), line.s12 * Math.cos(azimuth)};
    }
}
