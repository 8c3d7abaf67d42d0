package org.signalup.ledger.internal.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.internal.table.Cells;

/** Reads lon, lat and crs of a row. */
public final class Positions {
    private static final double NEAREST_POLE = 89;
    private static final double WIDEST = 180;
    static final Text EXPECTED = Text.of("经度 -180 至 180，纬度 -89 至 89", "longitude -180 to 180, latitude -89 to 89");

    private final Map<String, Optional<Crs>> systems = new HashMap<>();

    /** The position of a row; empty when it has none or a wrong one, which is reported. */
    public Optional<Located> read(Cells row) {
        boolean given = row.text("lon").isPresent() || row.text("lat").isPresent();
        if (!given) {
            return Optional.empty();
        }
        OptionalDouble x = coordinate(row, "lon");
        OptionalDouble y = coordinate(row, "lat");
        Optional<Crs> crs = crs(row);
        if (x.isEmpty() || y.isEmpty() || crs.isEmpty()) {
            return Optional.empty();
        }
        return located(row, x.getAsDouble(), y.getAsDouble(), crs.get());
    }

    private static OptionalDouble coordinate(Cells row, String column) {
        if (row.text(column).isEmpty()) {
            row.error(
                    column, "COORDINATE_MISSING", "坐标缺一半（应为：经度和纬度都填）", "half a position (expected: both lon and lat)");
        }
        return row.number(column);
    }

    private Optional<Crs> crs(Cells row) {
        Optional<String> name = row.text("crs");
        if (name.isEmpty()) {
            row.error(
                    "crs",
                    "CRS_MISSING",
                    "没有写坐标系（应为：" + Crs.EXPECTED + "）",
                    "no coordinate system given (expected: " + Crs.EXPECTED + ")");
            return Optional.empty();
        }
        Optional<Crs> crs = systems.computeIfAbsent(name.get(), Positions::known);
        if (crs.isEmpty()) {
            row.error(
                    "crs",
                    "CRS_UNKNOWN",
                    "坐标系不认识（应为：" + Crs.EXPECTED + "）",
                    "unknown coordinate system (expected: " + Crs.EXPECTED + ")");
        }
        return crs;
    }

    static Optional<Crs> known(String name) {
        try {
            return Optional.of(Crs.of(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Located> located(Cells row, double x, double y, Crs crs) {
        if (x == 0 && y == 0) {
            row.error("lon", "POSITION_ZERO", "坐标是 0,0（应为：真实位置或留空）", "is 0,0 (expected: a real position or nothing)");
            return Optional.empty();
        }
        if (swapped(x, y, crs)) {
            row.error(
                    "lon",
                    "LON_LAT_SWAPPED",
                    "经度和纬度填反了（" + x + ", " + y + "）",
                    "longitude and latitude are swapped (" + x + ", " + y + ")");
            return Optional.empty();
        }
        Optional<GeoPoint> point = wgs84(x, y, crs);
        if (point.isEmpty()) {
            boolean north = !crs.projected() && Math.abs(x) <= WIDEST;
            row.error(
                    north ? "lat" : "lon",
                    "POSITION_INVALID",
                    "不是 " + crs.code() + " 里的有效位置（" + x + ", " + y + "），应为：" + EXPECTED.zh(),
                    "is no position of " + crs.code() + " (" + x + ", " + y + ") (expected: " + EXPECTED.en() + ")");
        }
        return point.map(position -> new Located(position, new OriginalPosition(x, y, crs.code())));
    }

    /** The position in WGS-84; empty where the system has none, and at the poles, where circles of longitude have no width. */
    static Optional<GeoPoint> wgs84(double x, double y, Crs crs) {
        try {
            return Optional.of(crs.toWgs84(x, y)).filter(point -> Math.abs(point.latDeg()) <= NEAREST_POLE);
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }

    /** Swapped for sure: no position as written, or out of China as written and in China the other way round. */
    static boolean swapped(double lon, double lat, Crs crs) {
        boolean otherWay = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
        if (crs.projected() || !otherWay) {
            return false;
        }
        return Math.abs(lat) > 90 || (!inChina(lon, lat) && inChina(lat, lon));
    }

    private static boolean inChina(double lon, double lat) {
        return Crs.shiftedAt(new GeoPoint(lon, lat));
    }
}
