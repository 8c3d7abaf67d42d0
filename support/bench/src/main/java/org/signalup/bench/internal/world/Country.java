package org.signalup.bench.internal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.signalup.bench.WorldSize;
import org.signalup.domain.LineKind;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;

/** Towns, places and lines, and the ledger that lists them. */
public final class Country {
    private static final int POINTS_PER_PLACE = 4;
    private static final int BINS_PER_LINE = 200;
    private static final int POINTS_PER_TOWN = 100;
    private static final double TOWN_SPREAD_DEG = 0.025;
    private static final double STEP_M = 500;
    private static final double TURN_RAD = 0.12;
    private static final double SMALLEST_RADIUS_M = 30;
    private static final double LARGEST_RADIUS_M = 300;
    private static final List<String> SCENARIOS =
            List.of("GOV", "TOUR", "MED", "EDU", "HUB", "METRO", "TRANSPORT", "SHOP", "RES", "OFF", "RURAL");

    private final WorldSize size;
    private final SplittableRandom random;
    private final double[] townLon;
    private final double[] townLat;
    private final List<Place> places = new ArrayList<>();
    private final List<KeyPoint> points = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    public Country(WorldSize size, long seed) {
        this.size = size;
        this.random = new SplittableRandom(seed);
        int places = (int) Math.round(size.points() / size.listed() / POINTS_PER_PLACE);
        int towns = Math.max(4, POINTS_PER_PLACE * places / POINTS_PER_TOWN);
        this.townLon = new double[towns];
        this.townLat = new double[towns];
        for (int i = 0; i < towns; i++) {
            townLon[i] = WorldSize.WEST + size.widthDeg() * random.nextDouble(0.05, 0.95);
            townLat[i] = WorldSize.SOUTH + size.heightDeg() * random.nextDouble(0.05, 0.95);
        }
        for (int i = 0; i < places; i++) {
            addPlace(i);
        }
        for (int i = 0; i < Math.round(size.bins() / size.listed() / BINS_PER_LINE); i++) {
            addLine(i);
        }
    }

    /** The ledger of the first places and lines, those it lists; ids are in code-point order. */
    public Ledger ledger() {
        return new Ledger(
                places.subList(0, size.points() / POINTS_PER_PLACE),
                points.subList(0, size.points()),
                lines.subList(0, size.bins() / BINS_PER_LINE),
                List.of(),
                List.of(),
                List.of(),
                "generated");
    }

    WorldSize size() {
        return size;
    }

    List<KeyPoint> points() {
        return points;
    }

    List<Line> lines() {
        return lines;
    }

    boolean lists(KeyPoint point) {
        return point.id().compareTo(points.get(size.points() - 1).id()) <= 0;
    }

    boolean lists(Line line) {
        return line.id().compareTo(lines.get(size.bins() / BINS_PER_LINE - 1).id()) <= 0;
    }

    int towns() {
        return townLon.length;
    }

    double townLon(int town) {
        return townLon[town];
    }

    double townLat(int town) {
        return townLat[town];
    }

    static double spreadDeg() {
        return TOWN_SPREAD_DEG;
    }

    private void addPlace(int number) {
        // Squaring favours the first towns: a few cities hold most places.
        int town = (int) (townLon.length * Math.pow(random.nextDouble(), 2));
        GeoPoint centre = new GeoPoint(
                townLon[town] + TOWN_SPREAD_DEG * random.nextGaussian(),
                townLat[town] + TOWN_SPREAD_DEG * random.nextGaussian());
        String id = String.format(Locale.ROOT, "P%07d", number);
        places.add(new Place(
                id,
                "place " + number,
                SCENARIOS.get(number % SCENARIOS.size()),
                "",
                division(town),
                centre,
                new OriginalPosition(centre.lonDeg(), centre.latDeg(), "WGS84"),
                "",
                "",
                "",
                Optional.of(2025),
                List.of(),
                number % 3 == 0 ? Optional.of(LocalDate.of(2025, 8, 31)) : Optional.empty()));
        for (int i = 0; i < POINTS_PER_PLACE; i++) {
            addPoint(id, centre, i);
        }
    }

    private void addPoint(String place, GeoPoint centre, int number) {
        boolean indoor = number < 2;
        double radius = SMALLEST_RADIUS_M * Math.pow(LARGEST_RADIUS_M / SMALLEST_RADIUS_M, random.nextDouble());
        GeoPoint at = new GeoPoint(
                centre.lonDeg() + random.nextDouble(-0.0015, 0.0015),
                centre.latDeg() + random.nextDouble(-0.0015, 0.0015));
        points.add(new KeyPoint(
                place + "-" + number,
                Optional.of(place),
                Optional.empty(),
                "point " + number,
                indoor ? "HALL" : "OUTDOOR",
                Optional.of(at),
                radius,
                indoor,
                indoor ? Optional.of(1 + number) : Optional.empty(),
                Optional.empty(),
                ""));
    }

    private void addLine(int number) {
        LineKind kind = number % 10 == 8 ? LineKind.RAIL : number % 20 == 9 ? LineKind.METRO : LineKind.ROAD;
        double binM = kind == LineKind.RAIL ? 200 : kind == LineKind.METRO ? 50 : 100;
        int town = random.nextInt(townLon.length);
        double lon = townLon[town] + TOWN_SPREAD_DEG * random.nextGaussian();
        double lat = townLat[town] + TOWN_SPREAD_DEG * random.nextGaussian();
        double heading = random.nextDouble(0, 2 * Math.PI);
        List<GeoPoint> vertices = new ArrayList<>();
        // Just short of a whole number of bins, so that a rounding error does not add a bin.
        double rest = BINS_PER_LINE * binM - 5;
        while (rest > 0) {
            vertices.add(new GeoPoint(lon, lat));
            double step = Math.min(STEP_M, rest);
            rest -= STEP_M;
            lon += step * Math.sin(heading) / Plane.mPerLon(lat);
            lat += step * Math.cos(heading) / Plane.M_PER_LAT;
            heading += TURN_RAD * random.nextGaussian();
        }
        vertices.add(new GeoPoint(lon, lat));
        LineGeometry geometry = LineGeometry.of(List.of(vertices));
        String id = String.format(Locale.ROOT, "L%06d", number);
        double lengthM = geometry.lengthMm() / 1000.0;
        lines.add(new Line(
                id,
                "line " + number,
                kind,
                "",
                List.of(division(town)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Line.Section(id + "-S1", "first half", division(town), 0, lengthM / 2),
                        new Line.Section(id + "-S2", "second half", division(town), lengthM / 2, lengthM)),
                geometry));
    }

    private static String division(int town) {
        return String.format(Locale.ROOT, "99%02d%02d", 1 + town / 90 % 90, 1 + town % 90);
    }
}
