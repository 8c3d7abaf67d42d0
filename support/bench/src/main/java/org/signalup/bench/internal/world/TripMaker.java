package org.signalup.bench.internal.world;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.signalup.bench.WorldSize;
import org.signalup.domain.LineKind;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.geo.GeoPoint;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;

/**
 * Sends out trips. Of all samples about 40 % are taken at key points, 30 % on lines, 18 % in towns, 12 % anywhere, the
 * mix of the measurements in the engine notes.
 */
final class TripMaker {
    private static final List<String> OPERATORS = List.of("CMCC", "CTCC", "CUCC", "CBN");
    private static final long FIRST_DAY_MS = 1_756_656_000_000L - 8 * 3_600_000L; // 2025-09-01 in China
    private static final int DAYS = 30;
    private static final int WALK_S = 300;
    private static final int DRIVE_S = 600;
    private static final int CROWD_S = 20;
    private static final int STRAY_S = 8;
    // Share of samples of a kind over its length gives how often a trip of it begins.
    private static final double[] BEGINS =
            cumulative(0.15 / WALK_S, 0.10 / WALK_S, 0.15 / CROWD_S, 0.30 / DRIVE_S, 0.18 / CROWD_S, 0.12 / STRAY_S);

    private final Country country;
    private final SplittableRandom random;
    private long number;

    TripMaker(Country country, SplittableRandom random) {
        this.country = country;
        this.random = random;
    }

    Trip next() {
        double dice = random.nextDouble() * BEGINS[BEGINS.length - 1];
        int kind = 0;
        while (dice >= BEGINS[kind]) {
            kind++;
        }
        Trip trip = switch (kind) {
            case 0 -> walk(true);
            case 1 -> walk(false);
            case 2 -> crowdAtPoint();
            case 3 -> drive();
            case 4 -> crowdInTown();
            default -> stray();
        };
        return equip(trip);
    }

    private Trip equip(Trip trip) {
        boolean crowd = trip.source == Source.APP;
        trip.number = ++number;
        trip.operator = OPERATORS.get((int) (OPERATORS.size() * Math.pow(random.nextDouble(), 1.3)));
        long device = crowd ? random.nextLong(1_000_000) : random.nextLong(500);
        trip.deviceKey = mix((device << 3) + trip.source.number());
        trip.startMs = FIRST_DAY_MS + random.nextInt(DAYS) * 86_400_000L + random.nextInt(8 * 3600, 20 * 3600) * 1000L;
        trip.accuracyMm = crowd ? random.nextInt(5_000, 70_000) : random.nextInt(2_000, 10_000);
        double dice = random.nextDouble();
        trip.mode = crowd || dice < 0.8 ? TestMode.FREE : dice < 0.9 ? TestMode.LOCK_5G : TestMode.LOCK_4G;
        trip.purpose = crowd ? 2 : random.nextInt(1, 4);
        trip.fade = 4 * random.nextGaussian();
        return trip;
    }

    /** A walk test at a key point, checked in or by position, in ten spots. */
    private Trip walk(boolean checkin) {
        KeyPoint point = anyPoint(!checkin);
        Trip trip = new Trip(WALK_S) {
            private int spot;

            @Override
            void move(int second) {
                spot = 1 + second / 30;
                near(this, point, 0.5);
            }

            @Override
            Optional<KeyPoint> checkin() {
                return checkin && country.lists(point) ? Optional.of(point) : Optional.empty();
            }

            @Override
            int spot() {
                return spot;
            }
        };
        trip.source = Source.WALK;
        return trip;
    }

    private Trip crowdAtPoint() {
        KeyPoint point = anyPoint(true);
        return new Trip(CROWD_S) {
            @Override
            void move(int second) {
                near(this, point, 1.2);
            }
        };
    }

    private Trip crowdInTown() {
        int town = random.nextInt(country.towns());
        double lon = country.townLon(town) + Country.spreadDeg() * random.nextGaussian();
        double lat = country.townLat(town) + Country.spreadDeg() * random.nextGaussian();
        return strolling(lon, lat, CROWD_S);
    }

    private Trip stray() {
        double lon = WorldSize.WEST + country.size().widthDeg() * random.nextDouble();
        double lat = WorldSize.SOUTH + country.size().heightDeg() * random.nextDouble();
        return strolling(lon, lat, STRAY_S);
    }

    private Trip strolling(double lon, double lat, int seconds) {
        return new Trip(seconds) {
            @Override
            void move(int second) {
                lonDeg = lon + 0.00005 * random.nextGaussian();
                latDeg = lat + 0.00005 * random.nextGaussian();
            }
        };
    }

    private Trip drive() {
        Line line = country.lines().get(random.nextInt(country.lines().size()));
        double speed = line.kind() == LineKind.RAIL ? 70 : random.nextDouble(8, 30);
        long length = line.geometry().lengthMm();
        long from = random.nextLong(length);
        long stepMm = Math.round(speed * 1000) * (random.nextBoolean() ? 1 : -1);
        Trip trip = new Trip(DRIVE_S) {
            @Override
            void move(int second) {
                // At the end of the line the vehicle turns back.
                long way = Math.floorMod(from + stepMm * second, 2 * length);
                GeoPoint at = line.geometry().at(way <= length ? way : 2 * length - way);
                lonDeg = at.lonDeg() + 0.00008 * random.nextGaussian();
                latDeg = at.latDeg() + 0.00008 * random.nextGaussian();
            }

            @Override
            Optional<Line> line() {
                return line.kind() == LineKind.ROAD || !country.lists(line) ? Optional.empty() : Optional.of(line);
            }
        };
        trip.source = Source.DRIVE;
        return trip;
    }

    private KeyPoint anyPoint(boolean outdoor) {
        // Busy places are tested more often than others.
        int index = (int) (country.points().size() * Math.pow(random.nextDouble(), 1.5));
        return country.points().get(outdoor ? index - index % 4 + 2 + index % 2 : index);
    }

    private void near(Trip trip, KeyPoint point, double reach) {
        GeoPoint centre = point.position().orElseThrow();
        double metres = reach * point.radiusM();
        trip.lonDeg = centre.lonDeg() + random.nextDouble(-metres, metres) / Plane.mPerLon(centre.latDeg());
        trip.latDeg = centre.latDeg() + random.nextDouble(-metres, metres) / Plane.M_PER_LAT;
    }

    private static double[] cumulative(double... values) {
        for (int i = 1; i < values.length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    /** Spreads a number over 64 bits, as the digest of a real device would. */
    static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 1;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
