package org.signalup.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** Distance and position on the WGS-84 ellipsoid, by Karney's geodesics (errors of nanometres). */
public final class Geodesy {
    private Geodesy() {}

    /** Shortest distance in metres. */
    public static double distanceM(GeoPoint from, GeoPoint to) {
        return Geodesic.WGS84.Inverse(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg(), GeodesicMask.DISTANCE)
                .s12;
    }

    /** Direction of {@code to} seen from {@code from}: degrees clockwise from north, 0 to 360. */
    public static double azimuthDeg(GeoPoint from, GeoPoint to) {
        double azimuth = Geodesic.WGS84.Inverse(
                        from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg(), GeodesicMask.AZIMUTH)
                .azi1;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** The point at a share (0 to 1) of the geodesic between two points. */
    static GeoPoint between(GeoPoint from, GeoPoint to, double share) {
        GeodesicData inverse = Geodesic.WGS84.Inverse(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg());
        GeodesicData there = Geodesic.WGS84.Direct(from.latDeg(), from.lonDeg(), inverse.azi1, inverse.s12 * share);
        return new GeoPoint(there.lon2, there.lat2);
    }
}
