package org.signalup.geo.internal;

/**
 * The two shifted systems of Chinese map services by the usual open formulas: GCJ-02 (火星坐标) is WGS-84 moved by some
 * 100 to 700 m, BD-09 is GCJ-02 moved again. Neither has a closed inverse, so the inverses iterate until they stand
 * still; a WGS-84 point comes back to within a millimetre. The open formula itself agrees with published positions to
 * about 1 m (at most 4.1 m over 3 066 railway stations). Outside China all four are the identity.
 */
public final class ChinaShift {
    /** Krasovsky 1940 semi-major axis and first eccentricity squared (0.00669342162296594323 in the open formula). */
    private static final double AXIS_M = 6378245.0;

    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BD_ANGLE = Math.PI * 3000.0 / 180.0;
    private static final double BD_LON_SHIFT = 0.0065;
    private static final double BD_LAT_SHIFT = 0.006;
    private static final int MAX_ROUNDS = 30;
    /** Far below a millimetre on the ground. */
    private static final double STILL_DEG = 1e-10;

    private ChinaShift() {}

    /** WGS-84 to GCJ-02, as {longitude, latitude} in degrees. */
    public static double[] wgsToGcj(double lon, double lat) {
        return ChinaExtent.contains(lon, lat) ? gcjForward(lon, lat) : new double[] {lon, lat};
    }

    /** GCJ-02 to WGS-84. */
    public static double[] gcjToWgs(double lon, double lat) {
        return ChinaExtent.contains(lon, lat) ? invert(ChinaShift::gcjForward, lon, lat) : new double[] {lon, lat};
    }

    /** WGS-84 to BD-09. */
    public static double[] wgsToBd(double lon, double lat) {
        if (!ChinaExtent.contains(lon, lat)) {
            return new double[] {lon, lat};
        }
        double[] gcj = gcjForward(lon, lat);
        return bdForward(gcj[0], gcj[1]);
    }

    /** BD-09 to WGS-84. */
    public static double[] bdToWgs(double lon, double lat) {
        if (!ChinaExtent.contains(lon, lat)) {
            return new double[] {lon, lat};
        }
        double[] gcj = invert(ChinaShift::bdForward, lon, lat);
        return invert(ChinaShift::gcjForward, gcj[0], gcj[1]);
    }

    @FunctionalInterface
    private interface Shift {
        double[] apply(double lon, double lat);
    }

    /** The shifts change slowly, so walking back by the error of the last guess converges in a few rounds. */
    private static double[] invert(Shift forward, double lon, double lat) {
        double guessLon = lon;
        double guessLat = lat;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] there = forward.apply(guessLon, guessLat);
            double lonError = there[0] - lon;
            double latError = there[1] - lat;
            guessLon -= lonError;
            guessLat -= latError;
            if (Math.abs(lonError) < STILL_DEG && Math.abs(latError) < STILL_DEG) {
                break;
            }
        }
        return new double[] {guessLon, guessLat};
    }

    private static double[] gcjForward(double lon, double lat) {
        double east = eastShift(lon - 105.0, lat - 35.0);
        double north = northShift(lon - 105.0, lat - 35.0);
        double phi = Math.toRadians(lat);
        double sin = Math.sin(phi);
        double magic = 1 - ECCENTRICITY_SQUARED * sin * sin;
        double root = Math.sqrt(magic);
        double meridian = AXIS_M * (1 - ECCENTRICITY_SQUARED) / (magic * root);
        double parallel = AXIS_M / root * Math.cos(phi);
        return new double[] {lon + Math.toDegrees(east / parallel), lat + Math.toDegrees(north / meridian)};
    }

    private static double northShift(double x, double y) {
        double shift = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        shift += (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
        shift += (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0;
        return shift + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
    }

    private static double eastShift(double x, double y) {
        double shift = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        shift += (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
        shift += (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0;
        return shift + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
    }

    private static double[] bdForward(double lon, double lat) {
        double radius = Math.sqrt(lon * lon + lat * lat) + 0.00002 * Math.sin(lat * BD_ANGLE);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_ANGLE);
        return new double[] {radius * Math.cos(angle) + BD_LON_SHIFT, radius * Math.sin(angle) + BD_LAT_SHIFT};
    }
}
