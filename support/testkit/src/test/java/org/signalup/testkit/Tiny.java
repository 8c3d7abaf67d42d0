package org.signalup.testkit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.signalup.domain.LineKind;
import org.signalup.domain.Outcome;
import org.signalup.domain.Period;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.OriginalPosition;
import org.signalup.ledger.Place;
import org.signalup.standards.CrowdFilters;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Matching;
import org.signalup.standards.Standard.RatRule;
import org.signalup.standards.Standard.Statistics;
import org.signalup.testkit.internal.world.Dice;
import org.signalup.testkit.internal.world.Rulebook;

/** A ledger and samples of a handful of rows, built by hand. */
final class Tiny {
    static final GeoPoint ORIGIN = new GeoPoint(121.2, 31.29);

    private final List<Place> places = new ArrayList<>();
    private final List<KeyPoint> points = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<RefSample> samples = new ArrayList<>();
    private RatRule placeRule = RatRule.ANY;
    private Optional<Double> gate = Optional.empty();
    private int minSamples = 4;

    static GeoPoint at(double east, double north) {
        GeodesicData there = Geodesic.WGS84.Direct(
                ORIGIN.latDeg(), ORIGIN.lonDeg(), Math.toDegrees(Math.atan2(east, north)), Math.hypot(east, north));
        return new GeoPoint(there.lon2, there.lat2);
    }

    Tiny rule(RatRule rule) {
        placeRule = rule;
        return this;
    }

    Tiny gate(double metres) {
        gate = Optional.of(metres);
        return this;
    }

    Tiny minSamples(int samples) {
        minSamples = samples;
        return this;
    }

    Tiny place(String id, String... operators) {
        places.add(new Place(
                id,
                id,
                "GOV",
                "",
                "310114",
                ORIGIN,
                new OriginalPosition(ORIGIN.lonDeg(), ORIGIN.latDeg(), "WGS84"),
                "",
                "",
                "",
                Optional.empty(),
                List.of(operators),
                Optional.empty()));
        return this;
    }

    Tiny point(String id, String place, GeoPoint position, double radius) {
        return point(id, place, position, radius, false, null, "");
    }

    Tiny point(
            String id, String place, GeoPoint position, double radius, boolean indoor, Integer floor, String exempt) {
        points.add(new KeyPoint(
                id,
                Optional.of(place),
                Optional.empty(),
                id,
                indoor ? "HALL" : "GATE",
                Optional.of(position),
                radius,
                indoor,
                Optional.ofNullable(floor),
                Optional.empty(),
                exempt));
        return this;
    }

    Tiny linePoint(String id, String line, double from, double to) {
        points.add(new KeyPoint(
                id,
                Optional.empty(),
                Optional.of(line),
                id,
                "GATE",
                Optional.empty(),
                0,
                false,
                Optional.empty(),
                Optional.of(new KeyPoint.Range(from, to)),
                ""));
        return this;
    }

    Tiny line(String id, LineKind kind, List<List<GeoPoint>> parts) {
        LineGeometry geometry = LineGeometry.of(parts);
        return line(id, kind, parts, new Line.Section(id, id, "310114", 0, geometry.lengthMm() / 1000.0));
    }

    Tiny line(String id, LineKind kind, List<List<GeoPoint>> parts, Line.Section... sections) {
        lines.add(new Line(
                id,
                id,
                kind,
                "",
                List.of("310114"),
                List.of("CMCC"),
                Optional.empty(),
                Optional.empty(),
                List.of(sections),
                LineGeometry.of(parts)));
        return this;
    }

    /** {@code count} samples, one a second from 2025-03-01 09:00 on, each as {@code change} makes it. */
    Tiny samples(int count, UnaryOperator<Sample> change) {
        for (int i = 0; i < count; i++) {
            samples.add(change.apply(new Sample(i)).build(samples.size() + 2));
        }
        return this;
    }

    Standard standard() {
        Standard base = Rulebook.standard(new Dice(1), new Dice(1), new Dice(1), CrowdFilters.NONE);
        Map<Rat, Limit> limits = Map.of(Rat.G5, new Limit(-105, -3), Rat.G4, new Limit(-105, -3));
        LineRule line = new LineRule(Set.of(), Set.of(), false, 50, 100, limits, 0.5, 1, 0.95, gate, RatRule.ANY);
        LineRule road =
                new LineRule(Set.of(LineKind.ROAD), Set.of(), true, 50, 100, limits, 0.5, 1, 0.95, gate, RatRule.ANY);
        return new Standard(
                base.id(),
                base.name(),
                base.status(),
                base.validFrom(),
                base.validTo(),
                base.year(),
                List.of("CMCC", "CTCC"),
                new Matching(50, Set.of(Source.APP), 500),
                new Statistics(0.95, 0.3, 30, 2, 2, 0.05),
                List.of(new CoverageRule(Set.of(), Set.of(), limits, 0.95, minSamples, 1, placeRule)),
                List.of(line, road),
                base.rates(),
                base.services(),
                base.stars(),
                base.crowdFilters(),
                Optional.empty(),
                List.of(),
                Map.of(),
                "");
    }

    Ledger ledger() {
        return new Ledger(places, points, lines, List.of(), List.of(), List.of(), "");
    }

    ReferenceResult evaluate() {
        return new ReferenceEvaluator(Rulebook.programme(new Dice(1)), standard(), ledger(), Period.ALL)
                .evaluate(samples);
    }

    /** A sample under construction: good 5G of CMCC in free mode unless told otherwise. */
    static final class Sample {
        final int index;
        private long millis;
        private Double lon;
        private Double lat;
        private Double accuracy;
        private String point;
        private Integer spot;
        private String line;
        private Double chainage;
        private String operator = "CMCC";
        private Rat rat = Rat.G5;
        private Source source = Source.WALK;
        private TestMode mode = TestMode.FREE;
        private Purpose purpose;
        private String device = "D1";
        private Double rsrp = -90.0;
        private Double sinr = 10.0;
        private Integer floor;
        private Service service;
        private Outcome outcome;
        private Double dl;

        Sample(int index) {
            this.index = index;
            this.millis =
                    LocalDateTime.of(2025, 3, 1, 1, 0).toInstant(ZoneOffset.UTC).toEpochMilli() + index * 1000L;
        }

        Sample on(int day, int hour, int minute) {
            millis = LocalDateTime.of(2025, 3, day, hour, minute)
                            .toInstant(ZoneOffset.ofHours(8))
                            .toEpochMilli()
                    + index * 1000L;
            return this;
        }

        Sample plusMillis(long more) {
            millis += more;
            return this;
        }

        Sample at(GeoPoint position) {
            lon = position.lonDeg();
            lat = position.latDeg();
            return this;
        }

        Sample accuracy(double metres) {
            accuracy = metres;
            return this;
        }

        Sample point(String id) {
            point = id;
            return this;
        }

        Sample spot(int number) {
            spot = number;
            return this;
        }

        Sample line(String id) {
            line = id;
            return this;
        }

        Sample chainage(double metres) {
            chainage = metres;
            return this;
        }

        Sample operator(String code) {
            operator = code;
            return this;
        }

        Sample rat(Rat on) {
            rat = on;
            return this;
        }

        Sample source(Source from) {
            source = from;
            return this;
        }

        Sample mode(TestMode of) {
            mode = of;
            return this;
        }

        Sample purpose(Purpose of) {
            purpose = of;
            return this;
        }

        Sample device(String id) {
            device = id;
            return this;
        }

        Sample signal(Double level, Double quality) {
            rsrp = level;
            sinr = quality;
            return this;
        }

        Sample bad() {
            return signal(-120.0, -10.0);
        }

        Sample floor(int number) {
            floor = number;
            return this;
        }

        Sample rate(double mbps) {
            service = Service.RATE;
            dl = mbps;
            return this;
        }

        Sample failedRate() {
            service = Service.RATE;
            outcome = Outcome.FAILED;
            return this;
        }

        RefSample build(long row) {
            long local = Math.floorDiv(millis, 1000L) + 8 * 3600;
            return new RefSample(
                    1,
                    row,
                    millis,
                    local,
                    (int) LocalDate.ofEpochDay(Math.floorDiv(local, 86400L)).toEpochDay(),
                    lon == null ? null : (int) Math.round(lon * 1e7),
                    lat == null ? null : (int) Math.round(lat * 1e7),
                    accuracy == null ? null : (int) Math.round(accuracy * 1000),
                    point,
                    spot,
                    line,
                    chainage == null ? null : Math.round(chainage * 1000),
                    operator,
                    rat,
                    source,
                    mode,
                    purpose,
                    null,
                    device,
                    "S1",
                    device.hashCode(),
                    1,
                    true,
                    rsrp == null ? null : (int) Math.round(rsrp * 1000),
                    sinr == null ? null : (int) Math.round(sinr * 1000),
                    service,
                    outcome,
                    dl == null ? null : Math.round(dl * 1000),
                    null,
                    floor,
                    null,
                    null,
                    RefSample.Measured.NONE,
                    RefSample.Client.SILENT);
        }
    }
}
