package org.signalup.ledger.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.geo.Crs;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.ledger.internal.Findings;
import org.signalup.ledger.internal.check.ShiftCheck.Witness;
import org.signalup.ledger.internal.read.KeyPointRows.PointRow;
import org.signalup.ledger.internal.read.LineFeatures.LineRow;
import org.signalup.ledger.internal.read.PlaceRows.PlaceRow;

/** Collects who can tell about a wrongly declared system: places, their key points, lines and their key points. */
public final class ShiftWitnesses {
    private ShiftWitnesses() {}

    public static void check(List<PlaceRow> places, List<PointRow> points, List<LineRow> lines, Findings findings) {
        Map<String, List<PointRow>> byPlace = points.stream()
                .filter(row ->
                        row.located().isPresent() && row.point().placeId().isPresent())
                .collect(Collectors.groupingBy(row -> row.point().placeId().get()));
        boolean placesShifted =
                ShiftCheck.report(places(places, byPlace), "场所坐标与其点位不符", "places against their key points", findings);
        if (!placesShifted) {
            ShiftCheck.report(
                    pointsOfPlaces(points, PlaceChecks.byId(places)),
                    "点位坐标与其场所不符",
                    "key points against their places",
                    findings);
        }
        Map<String, LineRow> byId =
                lines.stream().collect(Collectors.toMap(row -> row.line().id(), row -> row));
        boolean pointsShifted = ShiftCheck.report(
                pointsOfLines(points, byId), "线路点位坐标与线路不符", "key points against their lines", findings);
        if (!pointsShifted) {
            ShiftCheck.report(linesOfPoints(points, byId), "线路几何与其点位不符", "lines against their key points", findings);
        }
    }

    private static List<Witness> places(List<PlaceRow> places, Map<String, List<PointRow>> byPlace) {
        List<Witness> witnesses = new ArrayList<>();
        for (PlaceRow row : places) {
            List<PointRow> own = byPlace.getOrDefault(row.place().id(), List.of());
            if (own.isEmpty()
                    || !shiftable(row.place().original().crs(), row.place().position())) {
                continue;
            }
            GeoPoint middle = ShiftCheck.middle(own.stream()
                    .map(point -> point.located().orElseThrow().position())
                    .toList());
            witnesses.add(
                    ShiftCheck.between(at(row), row.place().id(), row.place().position(), middle));
        }
        return witnesses;
    }

    private static List<Witness> pointsOfPlaces(List<PointRow> points, Map<String, Place> places) {
        List<Witness> witnesses = new ArrayList<>();
        for (PointRow row : points) {
            Optional<Place> place = row.point().placeId().map(places::get);
            if (place.isPresent() && shiftable(row)) {
                GeoPoint position = row.located().orElseThrow().position();
                witnesses.add(ShiftCheck.between(
                        row.cells().spot("crs"),
                        row.point().id(),
                        position,
                        place.get().position()));
            }
        }
        return witnesses;
    }

    private static List<Witness> pointsOfLines(List<PointRow> points, Map<String, LineRow> lines) {
        List<Witness> witnesses = new ArrayList<>();
        for (PointRow row : points) {
            Optional<LineRow> line = row.point().lineId().map(lines::get);
            if (line.isPresent() && shiftable(row)) {
                GeoPoint position = row.located().orElseThrow().position();
                GeoPoint read = Crs.GCJ02.toWgs84(position.lonDeg(), position.latDeg());
                LineGeometry geometry = line.get().line().geometry();
                witnesses.add(new Witness(
                        row.cells().spot("crs"),
                        row.point().id(),
                        position,
                        geometry.distanceM(position),
                        geometry.distanceM(read)));
            }
        }
        return witnesses;
    }

    /** The line is the suspect: its points, moved as GCJ-02 would move them, lie on it. */
    private static List<Witness> linesOfPoints(List<PointRow> points, Map<String, LineRow> lines) {
        List<Witness> witnesses = new ArrayList<>();
        for (PointRow row : points) {
            Optional<LineRow> line = row.point().lineId().map(lines::get);
            boolean told = line.isPresent()
                    && row.located().isPresent()
                    && shiftable(line.get().crs(), row.located().get().position());
            if (told) {
                GeoPoint position = row.located().get().position();
                Line suspect = line.get().line();
                GeoPoint moved = Crs.gcj02Of(position);
                witnesses.add(new Witness(
                        line.get().spot(),
                        suspect.id(),
                        moved,
                        suspect.geometry().distanceM(position),
                        suspect.geometry().distanceM(moved)));
            }
        }
        return witnesses;
    }

    private static boolean shiftable(PointRow row) {
        return row.located().isPresent()
                && shiftable(
                        row.located().get().original().crs(),
                        row.located().get().position());
    }

    private static boolean shiftable(String crs, GeoPoint position) {
        return ShiftCheck.suspect(crs) && Crs.shiftedAt(position);
    }

    private static Findings.Spot at(PlaceRow row) {
        return new Findings.Spot(
                row.file(), row.line(), "crs", row.place().original().crs());
    }
}
