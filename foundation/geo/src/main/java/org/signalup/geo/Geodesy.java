package org.signalup.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
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

    /** The geodesic between two points: dear to find, cheap to walk. */
    record Course(GeodesicLine line, double lengthM) {
        static Course between(GeoPoint from, GeoPoint to) {
            GeodesicData inverse = Geodesic.WGS84.Inverse(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg());
            GeodesicLine line = Geodesic.WGS84.Line(
                    from.latDeg(), from.lonDeg(), inverse.azi1, GeodesicMask.STANDARD | GeodesicMask.DISTANCE_IN);
            return new Course(line, inverse.s12);
        }

        /** The point at a share (0 to 1) of its length. */
        GeoPoint at(double share) {
            GeodesicData there = line.Position(lengthM * share);
            return new GeoPoint(there.lon2, there.lat2);
        }
    }
}
