package org.signalup.ledger.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.Geodesy;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.ledger.internal.read.KeyPointRows.PointRow;
import org.signalup.ledger.internal.table.Cells;

/** Key points against the places and lines they belong to. */
public final class PointChecks {
    /**
     * Beyond this a key point is asked about. A large campus, station or scenic area spans about two kilometres; the
     * typical mistakes (a wrong digit, another city) are far beyond it.
     */
    private static final double FAR_M = 2_000;
    /** No place spans this much: the position is wrong. */
    private static final double ABSURD_M = 50_000;
    /** Stake numbers follow the builder's survey, with long and short stakes; half a kilometre is worth a question. */
    private static final double OFF_CHAINAGE_M = 500;

    private static final double ROUNDING_M = 1;

    private final Map<String, Place> places;
    private final Map<String, Line> lines;
    private final Predicate<String> placeKnown;
    private final Predicate<String> lineKnown;

    /**
     * Compares with the rows that could be read.
     *
     * @param placeKnown true for every place id in the file, also of refused rows: they do not dangle
     */
    public PointChecks(
            Map<String, Place> places,
            Map<String, Line> lines,
            Predicate<String> placeKnown,
            Predicate<String> lineKnown) {
        this.places = places;
        this.lines = lines;
        this.placeKnown = placeKnown;
        this.lineKnown = lineKnown;
    }

    /** Reports what does not fit; points of places without a position of their own get that of the place. */
    public List<KeyPoint> check(List<PointRow> rows) {
        List<KeyPoint> points = new ArrayList<>();
        for (PointRow row : rows) {
            points.add(check(row));
        }
        return points;
    }

    private KeyPoint check(PointRow row) {
        KeyPoint point = row.point();
        point.lineId()
                .filter(lineKnown.negate())
                .ifPresent(id ->
                        row.cells().error("line_id", "LINE_UNKNOWN", "线路编号不在线路文件里", "no such line in the lines file"));
        point.placeId()
                .filter(placeKnown.negate())
                .ifPresent(id -> row.cells()
                        .error("place_id", "PLACE_UNKNOWN", "场所编号不在场所表里", "no such place in the places table"));
        if (!row.sound()) {
            return point;
        }
        point.lineId().map(lines::get).ifPresent(line -> onLine(row, line));
        return point.placeId()
                .map(places::get)
                .map(place -> atPlace(row, place))
                .orElse(point);
    }

    private static KeyPoint atPlace(PointRow row, Place place) {
        if (row.point().position().isPresent()) {
            farFromPlace(row, place, row.point().position().get());
            return row.point();
        }
        row.cells()
                .warn(
                        "lon",
                        "POINT_AT_PLACE",
                        "点位没有坐标，取场所的坐标",
                        "the key point has no position; that of its place is taken");
        return at(row.point(), place.position());
    }

    private static void farFromPlace(PointRow row, Place place, GeoPoint position) {
        double distance = Geodesy.distanceM(place.position(), position);
        if (distance <= FAR_M) {
            return;
        }
        String swapped = nearWhenSwapped(row, place) ? "；经纬度填反即相符" : "";
        String swappedEn = swapped.isEmpty() ? "" : "; with longitude and latitude swapped it would fit";
        report(
                row.cells(),
                distance > ABSURD_M,
                "离所属场所 " + place.id() + " " + km(distance) + " km（应为：2 km 以内）" + swapped,
                "is " + km(distance) + " km from its place " + place.id() + " (expected: within 2 km)" + swappedEn);
    }

    private static boolean nearWhenSwapped(PointRow row, Place place) {
        double x = row.located().orElseThrow().original().x();
        double y = row.located().orElseThrow().original().y();
        return Math.abs(x) <= 90
                && Math.abs(y) <= 180
                && Geodesy.distanceM(place.position(), new GeoPoint(y, x)) <= FAR_M;
    }

    private static void report(Cells cells, boolean absurd, String zh, String en) {
        if (absurd) {
            cells.error("lon", "POINT_FAR", zh, en);
        } else {
            cells.warn("lon", "POINT_FAR", zh, en);
        }
    }

    private static void onLine(PointRow row, Line line) {
        row.point().chainage().ifPresent(range -> onChainage(row, line, range));
        row.point().position().ifPresent(position -> nearLine(row, line, position));
    }

    private static void onChainage(PointRow row, Line line, KeyPoint.Range range) {
        double length = line.geometry().lengthMm() / 1000.0;
        if (range.fromM() < 0 || range.toM() > length + ROUNDING_M) {
            row.cells()
                    .error(
                            "chainage_to_m",
                            "CHAINAGE_OUTSIDE",
                            "里程 " + range.fromM() + "–" + range.toM() + " m 超出线路（应为：0 到 " + length + "）",
                            "chainage " + range.fromM() + "–" + range.toM() + " m is not on the line (expected: 0 to "
                                    + length + ")");
        }
    }

    private static void nearLine(PointRow row, Line line, GeoPoint position) {
        double distance = line.geometry().distanceM(position);
        if (distance > FAR_M) {
            report(
                    row.cells(),
                    distance > ABSURD_M,
                    "离所属线路 " + line.id() + " " + km(distance) + " km（应为：2 km 以内）",
                    "is " + km(distance) + " km from its line " + line.id() + " (expected: within 2 km)");
            return;
        }
        Optional<KeyPoint.Range> range = row.point().chainage();
        double length = line.geometry().lengthMm() / 1000.0;
        if (range.isEmpty() || range.get().fromM() < 0 || range.get().toM() > length) {
            return;
        }
        double middle = (range.get().fromM() + range.get().toM()) / 2;
        double half = (range.get().toM() - range.get().fromM()) / 2;
        double off = Geodesy.distanceM(line.geometry().at(Math.round(middle * 1000)), position) - half;
        if (off > OFF_CHAINAGE_M) {
            row.cells()
                    .warn(
                            "chainage_from_m",
                            "POINT_OFF_CHAINAGE",
                            "坐标与里程相差 " + km(off) + " km（按里程取样）",
                            "position and chainage are " + km(off) + " km apart (chainage is used)");
        }
    }

    private static String km(double metres) {
        return String.format(Locale.ROOT, "%.1f", metres / 1000);
    }

    private static KeyPoint at(KeyPoint point, GeoPoint position) {
        return new KeyPoint(
                point.id(),
                point.placeId(),
                point.lineId(),
                point.name(),
                point.kind(),
                Optional.of(position),
                point.radiusM(),
                point.indoor(),
                point.floor(),
                point.chainage(),
                point.exemptReason());
    }
}
