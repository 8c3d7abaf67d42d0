package org.signalup.testkit.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.signalup.domain.LineKind;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Ledger.Division;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;

/** The ledger of a random world: places that overlap, lines of every kind and shape. Metres east and north of a corner. */
public final class Terrain {
    private static final List<String> DIVISIONS = List.of("310114", "320583", "320583", "JD-1", "450000");

    private final Dice dice;
    private final Dice more;
    private final GeoPoint corner;
    private final List<Place> places = new ArrayList<>();
    private final List<KeyPoint> points = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** @param more draws what says nothing about where samples count */
    public Terrain(Dice dice, Dice more) {
        this.dice = dice;
        this.more = more;
        this.corner = new GeoPoint(dice.between(100.0, 122.0), dice.between(22.0, 45.0));
    }

    public Ledger ledger() {
        int count = dice.between(2, 4);
        for (int i = 1; i <= count; i++) {
            place("P" + i, dice.between(0, 900), dice.between(0, 900));
        }
        lines();
        linePoints();
        places.sort((a, b) -> a.id().compareTo(b.id()));
        points.sort((a, b) -> a.id().compareTo(b.id()));
        lines.sort((a, b) -> a.id().compareTo(b.id()));
        List<Division> divisions =
                List.of(new Division("JD", "上级", Optional.empty()), new Division("JD-1", "下级", Optional.of("JD")));
        return new Ledger(places, points, lines, divisions, List.of(), List.of(), "testkit");
    }

    private void place(String id, double east, double north) {
        GeoPoint position = at(east, north);
        List<String> operators = dice.chance(0.3) ? List.of("CMCC", "CTCC") : List.of();
        places.add(new Place(
                id,
                "场所 " + id,
                dice.oneOf(List.of("GOV", "RES")),
                more.oneOf(List.of("", "COUNTY_PLUS", "COMPOUND")),
                more.oneOf(DIVISIONS),
                position,
                new OriginalPosition(position.lonDeg(), position.latDeg(), "WGS84"),
                "",
                "",
                "",
                more.oneOf(List.of(Optional.empty(), Optional.of(2024), Optional.of(2025))),
                operators,
                reportedDone()));
        int count = dice.between(1, 4);
        for (int i = 1; i <= count; i++) {
            placePoint(id, id + "-" + i, east + dice.between(-60, 60), north + dice.between(-60, 60), i > 1);
        }
    }

    /** Before, within or after the days with samples, or never. */
    private Optional<LocalDate> reportedDone() {
        return more.chance(0.6) ? Optional.of(LocalDate.of(2025, 3, more.between(1, 9))) : Optional.empty();
    }

    private void placePoint(String place, String id, double east, double north, boolean mayBeExempt) {
        String kind = dice.oneOf(List.of("HALL", "LIFT", "GATE"));
        boolean indoor = !kind.equals("GATE");
        Optional<Integer> floor =
                indoor && dice.chance(0.7) ? Optional.of(dice.oneOf(List.of(-1, 1, 2))) : Optional.empty();
        points.add(new KeyPoint(
                id,
                Optional.of(place),
                Optional.empty(),
                "点位 " + id,
                kind,
                Optional.of(at(east, north)),
                dice.between(20, 80),
                indoor,
                floor,
                Optional.empty(),
                mayBeExempt && dice.chance(0.15) ? "装修中" : ""));
    }

    private void lines() {
        line("L1", LineKind.ROAD, List.of(curve(0, -200, 1100.6)), true);
        line("L2", LineKind.ROAD, List.of(hairpin(1500, 0)), false);
        line("L3", LineKind.ROAD, List.of(ring(2600, 300, dice.between(60.0, 150.0))), false);
        List<GeoPoint> first = curve(0, 1500, 430.4);
        List<GeoPoint> beside = List.of(at(20, 1515), at(300, 1515));
        line("L4", LineKind.ROAD, List.of(first, beside, curve(900, 1500, dice.between(150.0, 460.0))), true);
        line("L5", LineKind.RAIL, List.of(curve(-100, 300, 1700)), true);
        line("L6", LineKind.METRO, List.of(curve(100, 600, 400), curve(700, 650, 210.3)), false);
        line("L7", LineKind.WATER, List.of(curve(-400, -600, 900)), false);
    }

    private void line(String id, LineKind kind, List<List<GeoPoint>> parts, boolean sections) {
        LineGeometry geometry = LineGeometry.of(parts);
        double length = geometry.lengthMm() / 1000.0;
        double cut = Math.floor(length * dice.between(0.3, 0.6));
        double gap = dice.chance(0.5) ? 30 : 0;
        List<Line.Section> own = sections
                ? List.of(
                        new Line.Section(id + "-b", "北段", more.oneOf(DIVISIONS), cut + gap, length),
                        new Line.Section(id + "-a", "南段", "310114", 0, cut))
                : List.of(new Line.Section(id, "全线", more.oneOf(DIVISIONS), 0, length));
        lines.add(new Line(
                id,
                "线路 " + id,
                kind,
                kind == LineKind.ROAD ? "G" : "",
                List.of("310114"),
                dice.chance(0.3) ? List.of("CMCC", "CBN") : List.of(),
                Optional.empty(),
                reportedDone(),
                own,
                geometry));
    }

    private void linePoints() {
        linePoint("K1", "L1", Optional.of(at(300, -190)), Optional.empty());
        linePoint("K2", "L1", Optional.empty(), Optional.of(new KeyPoint.Range(250, 420)));
        linePoint("K4", "L1", Optional.of(at(more.between(400, 1000), -170)), Optional.empty());
        linePoint("K3", "L5", Optional.empty(), Optional.of(new KeyPoint.Range(400, 600)));
    }

    private void linePoint(String id, String line, Optional<GeoPoint> position, Optional<KeyPoint.Range> chainage) {
        points.add(new KeyPoint(
                id,
                Optional.empty(),
                Optional.of(line),
                "点位 " + id,
                "GATE",
                position,
                60,
                false,
                Optional.empty(),
                chainage,
                ""));
    }

    /** A winding road to the east. */
    private List<GeoPoint> curve(double east, double north, double length) {
        List<GeoPoint> vertices = new ArrayList<>();
        double wave = dice.between(0.0, 40.0);
        for (double done = 0; done < length; done += dice.between(25.0, 90.0)) {
            vertices.add(at(east + done, north + wave * Math.sin(done / 120)));
        }
        vertices.add(at(east + length, north + wave * Math.sin(length / 120)));
        return vertices;
    }

    /** Up, round and back beside itself. */
    private List<GeoPoint> hairpin(double east, double north) {
        double apart = dice.between(15.0, 70.0);
        List<GeoPoint> vertices = new ArrayList<>(List.of(at(east, north), at(east, north + 380)));
        for (int degrees = 30; degrees < 180; degrees += 30) {
            double angle = Math.toRadians(degrees);
            vertices.add(at(east + apart / 2 * (1 - Math.cos(angle)), north + 380 + apart / 2 * Math.sin(angle)));
        }
        vertices.addAll(List.of(at(east + apart, north + 380), at(east + apart + 3, north + 40)));
        return vertices;
    }

    private List<GeoPoint> ring(double east, double north, double radius) {
        List<GeoPoint> vertices = new ArrayList<>();
        for (int degrees = 0; degrees <= 360; degrees += 20) {
            double angle = Math.toRadians(degrees % 360);
            vertices.add(at(east + radius * Math.sin(angle), north + radius * Math.cos(angle)));
        }
        return vertices;
    }

    private GeoPoint at(double east, double north) {
        return offset(corner, east, north);
    }

    /** The position so many metres east and north, on the grid of 1e-7 degree. */
    static GeoPoint offset(GeoPoint from, double east, double north) {
        GeodesicData there = Geodesic.WGS84.Direct(
                from.latDeg(), from.lonDeg(), Math.toDegrees(Math.atan2(east, north)), Math.hypot(east, north));
        return new GeoPoint(Math.round(there.lon2 * 1e7) / 1e7, Math.round(there.lat2 * 1e7) / 1e7);
    }
}
