package org.signalup.ledger.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import tools.jackson.databind.JsonNode;

/** GeoJSON coordinates to positions in WGS-84. */
final class Shapes {
    private Shapes() {}

    /** The parts of a LineString or MultiLineString; empty when something is wrong with them, which is reported. */
    static List<List<GeoPoint>> lines(Properties feature, JsonNode geometry, Crs crs) {
        String type = geometry.path("type").asString("");
        JsonNode coordinates = geometry.path("coordinates");
        List<JsonNode> arrays = new ArrayList<>();
        if (type.equals("LineString")) {
            arrays.add(coordinates);
        } else if (type.equals("MultiLineString")) {
            coordinates.forEach(arrays::add);
        } else {
            feature.error(
                    "geometry",
                    "GEOMETRY_TYPE",
                    "几何类型是“" + type + "”（应为：LineString 或 MultiLineString）",
                    "the geometry is \"" + type + "\" (expected: LineString or MultiLineString)");
            return List.of();
        }
        List<List<GeoPoint>> parts = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            part(feature, arrays.get(i), crs, "geometry[" + i + "]", 2).ifPresent(parts::add);
        }
        return parts.size() == arrays.size() ? parts : List.of();
    }

    /** The rings of a Polygon or MultiPolygon. */
    static List<List<GeoPoint>> rings(Properties feature, JsonNode geometry, Crs crs) {
        String type = geometry.path("type").asString("");
        List<JsonNode> arrays = new ArrayList<>();
        if (type.equals("Polygon")) {
            geometry.path("coordinates").forEach(arrays::add);
        } else if (type.equals("MultiPolygon")) {
            geometry.path("coordinates").forEach(polygon -> polygon.forEach(arrays::add));
        }
        List<List<GeoPoint>> rings = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            part(feature, arrays.get(i), crs, "geometry[" + i + "]", 4).ifPresent(rings::add);
        }
        return rings.size() == arrays.size() ? rings : List.of();
    }

    private static Optional<List<GeoPoint>> part(
            Properties feature, JsonNode array, Crs crs, String column, int fewest) {
        if (array.size() < fewest) {
            feature.error(
                    column,
                    "LINE_TOO_SHORT",
                    "只有 " + array.size() + " 个点（应为：至少 " + fewest + " 个）",
                    "has " + array.size() + " point(s) (expected: at least " + fewest + ")");
            return Optional.empty();
        }
        List<GeoPoint> points = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Optional<GeoPoint> point = point(array.get(i), crs);
            if (point.isEmpty()) {
                refuse(feature, column + "[" + i + "]", array.get(i), crs);
                return Optional.empty();
            }
            points.add(point.get());
        }
        return Optional.of(points);
    }

    private static Optional<GeoPoint> point(JsonNode pair, Crs crs) {
        if (!numbers(pair)) {
            return Optional.empty();
        }
        double x = pair.get(0).doubleValue();
        double y = pair.get(1).doubleValue();
        if (!Double.isFinite(x) || !Double.isFinite(y) || swapped(pair, crs)) {
            return Optional.empty();
        }
        return Positions.wgs84(x, y, crs);
    }

    private static boolean numbers(JsonNode pair) {
        return pair.size() >= 2 && pair.get(0).isNumber() && pair.get(1).isNumber();
    }

    private static boolean swapped(JsonNode pair, Crs crs) {
        return Positions.swapped(pair.get(0).doubleValue(), pair.get(1).doubleValue(), crs);
    }

    private static void refuse(Properties feature, String column, JsonNode pair, Crs crs) {
        if (numbers(pair) && swapped(pair, crs)) {
            feature.error(
                    column,
                    "LON_LAT_SWAPPED",
                    "经度和纬度填反了 " + pair + "（应为：[经度, 纬度]）",
                    "longitude and latitude are swapped " + pair + " (expected: [lon, lat])");
            return;
        }
        feature.error(
                column,
                "POSITION_INVALID",
                "不是 " + crs.code() + " 里的有效位置 " + pair + "（应为：[经度, 纬度]，" + Positions.EXPECTED.zh() + "）",
                "is no position of " + crs.code() + " " + pair + " (expected: [lon, lat], " + Positions.EXPECTED.en()
                        + ")");
    }
}
