package org.signalup.ledger.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.signalup.domain.TextOrder;
import org.signalup.geo.Area;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Place;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.read.DivisionAreas;
import org.signalup.ledger.internal.read.PlaceRows.PlaceRow;

/** Places against their key points and their divisions. */
public final class PlaceChecks {
    /** Published outlines are simplified: "error some 100 m at borders". Nearer than this nothing can be said. */
    private static final double OUTLINE_ERROR_M = 500;

    private PlaceChecks() {}

    /** Places nobody can measure. */
    public static void points(List<PlaceRow> rows, List<KeyPoint> points, Findings findings) {
        Map<String, List<KeyPoint>> byPlace = points.stream()
                .filter(point -> point.placeId().isPresent())
                .collect(Collectors.groupingBy(point -> point.placeId().get()));
        for (PlaceRow row : rows) {
            List<KeyPoint> own = byPlace.getOrDefault(row.place().id(), List.of());
            if (own.isEmpty()) {
                findings.warn(
                        at(row, "place_id", row.place().id()),
                        "PLACE_NO_POINTS",
                        "场所没有关键点位，只能是“未测试”",
                        "the place has no key points; it stays not measured");
            } else if (own.stream().allMatch(KeyPoint::exempt)) {
                findings.warn(
                        at(row, "place_id", row.place().id()),
                        "PLACE_ALL_EXEMPT",
                        "场所的点位全部免测，只能是“未测试”",
                        "all key points of the place are exempt; it stays not measured");
            }
        }
    }

    /** Exempt points, counted by reason. */
    public static void exempt(List<KeyPoint> points, String file, Findings findings) {
        Map<String, Long> reasons = points.stream()
                .filter(KeyPoint::exempt)
                .collect(Collectors.groupingBy(
                        KeyPoint::exemptReason, () -> new TreeMap<>(TextOrder.CODE_POINTS), Collectors.counting()));
        long total = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (total > 0) {
            String list = reasons.entrySet().stream()
                    .map(reason -> reason.getKey() + " × " + reason.getValue())
                    .collect(Collectors.joining("; "));
            findings.warn(
                    new Findings.Spot(file, 0, "exempt_reason", ""),
                    "POINTS_EXEMPT",
                    total + " 个点位免测：" + list,
                    total + " key points are exempt: " + list);
        }
    }

    /** Division codes that are empty or not in the table, if there is a table. */
    public static void divisions(List<PlaceRow> rows, Set<String> known, Findings findings) {
        for (PlaceRow row : rows) {
            String code = row.place().divisionCode();
            if (code.isEmpty()) {
                findings.warn(
                        at(row, "division_code", ""),
                        "DIVISION_MISSING",
                        "没有行政区划代码，只计入全国",
                        "no division code; counts for the whole only");
            } else if (!known.isEmpty() && !known.contains(code)) {
                findings.warn(
                        at(row, "division_code", code),
                        "DIVISION_UNKNOWN",
                        "行政区划代码不在 divisions 表里",
                        "the division is not in the divisions table");
            }
        }
    }

    /** Places outside the outline of their division. */
    public static void outlines(List<PlaceRow> rows, DivisionAreas areas, Findings findings) {
        int unknown = 0;
        for (PlaceRow row : rows) {
            Optional<Area> area = areas.find(row.place().divisionCode());
            if (area.isEmpty()) {
                unknown += row.place().divisionCode().isEmpty() ? 0 : 1;
            } else if (!area.get().contains(row.place().position())) {
                outside(row, area.get(), findings);
            }
        }
        if (unknown > 0) {
            findings.warn(
                    Findings.Spot.file("divisions.geojson"),
                    "OUTLINE_MISSING",
                    unknown + " 个场所的行政区划没有边界，未核对“位于本区划内”",
                    unknown + " places are in divisions without an outline; whether they lie inside was not checked");
        }
    }

    private static void outside(PlaceRow row, Area area, Findings findings) {
        double distance = area.borderDistanceM(row.place().position());
        if (distance <= OUTLINE_ERROR_M) {
            return;
        }
        String km = String.format(Locale.ROOT, "%.1f", distance / 1000);
        boolean wouldFit = row.place().original().crs().equals(Crs.WGS84.code())
                && area.contains(asGcj02(row.place().position()));
        findings.warn(
                at(
                        row,
                        "lon",
                        row.place().original().x() + ", "
                                + row.place().original().y()),
                "OUTSIDE_DIVISION",
                "在行政区划 " + row.place().divisionCode() + " 之外 " + km + " km" + (wouldFit ? "；若坐标其实是 GCJ-02 则在其内" : ""),
                "lies " + km + " km outside its division " + row.place().divisionCode()
                        + (wouldFit ? "; read as GCJ-02 it would lie inside" : ""));
    }

    private static GeoPoint asGcj02(GeoPoint declared) {
        return Crs.GCJ02.toWgs84(declared.lonDeg(), declared.latDeg());
    }

    private static Findings.Spot at(PlaceRow row, String column, String value) {
        return new Findings.Spot(row.file(), row.line(), column, value);
    }

    /** The places by id. */
    public static Map<String, Place> byId(List<PlaceRow> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.place().id(), PlaceRow::place));
    }
}
