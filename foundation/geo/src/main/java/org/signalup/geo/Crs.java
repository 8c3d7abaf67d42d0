package org.signalup.geo;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.geo.internal.ChinaExtent;
import org.signalup.geo.internal.ChinaShift;
import org.signalup.geo.internal.EpsgProjection;

/**
 * 坐标系 a file declares. Everything is turned into WGS-84 on the way in; CGCS2000 is taken as equal to it (they differ
 * by less than 1 m). Thread-safe, no state per row.
 */
public final class Crs {
    /** What a user may write. */
    public static final String EXPECTED = "WGS84 | CGCS2000 | GCJ02 | BD09 | EPSG:n";

    public static final Crs WGS84 = new Crs("WGS84", GeoPoint::new);
    public static final Crs CGCS2000 = new Crs("CGCS2000", GeoPoint::new);
    public static final Crs GCJ02 = new Crs("GCJ02", (x, y) -> point(ChinaShift.gcjToWgs(x, y)));
    public static final Crs BD09 = new Crs("BD09", (x, y) -> point(ChinaShift.bdToWgs(x, y)));

    private static final Set<String> WGS84_NAMES =
            Set.of("WGS84", "WGS1984", "CRS84", "OGC:CRS84", "GPS", "GPS坐标", "地球坐标");
    private static final Set<String> CGCS2000_NAMES =
            Set.of("CGCS2000", "2000国家大地", "国家2000", "国家大地2000", "大地2000", "中国2000", "2000", "国家大地坐标系2000");
    private static final Set<String> GCJ02_NAMES =
            Set.of("GCJ02", "GCJ2", "火星", "火星坐标", "国测局", "国测局坐标", "国测局02", "高德", "高德坐标", "腾讯", "腾讯坐标", "MARS");
    private static final Set<String> BD09_NAMES = Set.of("BD09", "BD09LL", "百度", "百度坐标", "百度09", "百度经纬度");
    /** Degrees on an ellipsoid that counts as that of WGS-84. */
    private static final Set<String> LON_LAT_CODES = Set.of("EPSG:4326", "EPSG:4490");

    private static final Pattern EPSG = Pattern.compile("EPSG:{0,2}(\\d{4,6})");

    @FunctionalInterface
    private interface ToWgs84 {
        GeoPoint apply(double x, double y);
    }

    private final String code;
    private final ToWgs84 toWgs84;

    private Crs(String code, ToWgs84 toWgs84) {
        this.code = code;
        this.toWgs84 = toWgs84;
    }

    /**
     * The system of a name: the five codes, their dashed and Chinese spellings (GCJ-02, 火星坐标系, 国家2000 …) and OGC URNs.
     * Projected EPSG systems take x = easting, y = northing in metres.
     *
     * @throws IllegalArgumentException for an unknown name, saying what was expected
     */
    public static Crs of(String name) {
        String key = key(name);
        if (WGS84_NAMES.contains(key)) {
            return WGS84;
        }
        if (CGCS2000_NAMES.contains(key)) {
            return CGCS2000;
        }
        if (GCJ02_NAMES.contains(key)) {
            return GCJ02;
        }
        if (BD09_NAMES.contains(key)) {
            return BD09;
        }
        Matcher epsg = EPSG.matcher(key);
        if (epsg.matches()) {
            return ofEpsg(epsg.group(1));
        }
        throw new IllegalArgumentException("crs: " + name + " (expected: " + EXPECTED + ")");
    }

    private static Crs ofEpsg(String number) {
        String code = "EPSG:" + number;
        if (LON_LAT_CODES.contains(code)) {
            return new Crs(code, GeoPoint::new);
        }
        EpsgProjection projection = EpsgProjection.of(code);
        return new Crs(code, (x, y) -> point(projection.toWgs84(x, y)));
    }

    private static String key(String name) {
        String key = name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_\\-－（）()]", "");
        int urn = key.lastIndexOf("CRS:");
        if (key.startsWith("URN:OGC:DEF:CRS:")) {
            key = key.substring(urn + 4).replaceFirst("OGC:[0-9.]*:", "").replaceFirst("EPSG:[0-9.]*:", "EPSG:");
        }
        return key.endsWith("坐标系") && key.length() > 3
                ? key.substring(0, key.length() - 1).replaceFirst("坐标$", "")
                : key;
    }

    /** Turns a position of this system (longitude, latitude; or easting, northing) into WGS-84.
     *
     * @throws IllegalArgumentException when it is not a position of this system
     */
    public GeoPoint toWgs84(double x, double y) {
        return toWgs84.apply(x, y);
    }

    /** True when x and y are metres of a projection, not degrees. */
    public boolean projected() {
        return code.startsWith("EPSG:") && !LON_LAT_CODES.contains(code);
    }

    /** True where GCJ-02 and BD-09 differ from WGS-84 at all. */
    public static boolean shiftedAt(GeoPoint position) {
        return ChinaExtent.contains(position.lonDeg(), position.latDeg());
    }

    /** A WGS-84 position as GCJ-02 numbers, for finding out who mistook one for the other. */
    public static GeoPoint gcj02Of(GeoPoint position) {
        return point(ChinaShift.wgsToGcj(position.lonDeg(), position.latDeg()));
    }

    /** The canonical code: WGS84, CGCS2000, GCJ02, BD09 or EPSG:n. */
    public String code() {
        return code;
    }

    private static GeoPoint point(double[] lonLat) {
        return new GeoPoint(lonLat[0], lonLat[1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && crs.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
