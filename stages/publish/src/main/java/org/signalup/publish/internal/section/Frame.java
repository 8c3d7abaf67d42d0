package org.signalup.publish.internal.section;

import java.util.List;
import org.signalup.geo.GeoPoint;
import org.signalup.publish.Format;

/** Positions on a sheet 1000 wide: equirectangular around the middle latitude. */
record Frame(double west, double north, double scaleX, double scaleY, double height) {
    private static final double WIDTH = 1000;
    private static final double MARGIN = 30;
    private static final double KM_PER_DEGREE = 111.32;
    private static final double LEAST_DEGREES = 0.002;

    static Frame around(List<GeoPoint> points) {
        double west = points.stream().mapToDouble(GeoPoint::lonDeg).min().orElse(0);
        double east = points.stream().mapToDouble(GeoPoint::lonDeg).max().orElse(0);
        double south = points.stream().mapToDouble(GeoPoint::latDeg).min().orElse(0);
        double north = points.stream().mapToDouble(GeoPoint::latDeg).max().orElse(0);
        double cos = Math.max(0.05, Math.cos(Math.toRadians((south + north) / 2)));
        double wide = Math.max(LEAST_DEGREES, (east - west) * cos);
        double tall = Math.max(LEAST_DEGREES, north - south);
        double height = Math.min(560, Math.max(300, (WIDTH - 2 * MARGIN) * tall / wide + 2 * MARGIN));
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (height - 2 * MARGIN) / tall);
        double left = (west + east) / 2 - WIDTH / 2 / (scale * cos);
        double top = (south + north) / 2 + height / 2 / scale;
        return new Frame(left, top, scale * cos, scale, height);
    }

    double x(GeoPoint point) {
        return (point.lonDeg() - west) * scaleX;
    }

    double y(GeoPoint point) {
        return (north - point.latDeg()) * scaleY;
    }

    /** What the whole width shows. */
    double widthKm() {
        return WIDTH / scaleY * KM_PER_DEGREE;
    }

    String pair(GeoPoint point) {
        return Format.coordinate(x(point)) + " " + Format.coordinate(y(point));
    }

    /** A line of no length, which a round or square cap makes a dot. */
    String dot(GeoPoint point) {
        return "M" + pair(point) + "h0";
    }
}
