package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineGeometryTest {
    private static GeoPoint point(double lon, double lat) {
        return new GeoPoint(lon, lat);
    }

    /** A straight part of some metres to the east, at 40° north. */
    private static List<GeoPoint> east(double lat, double fromM, double toM) {
        double perMetre = 1 / (111_320 * Math.cos(Math.toRadians(lat)));
        return List.of(point(116 + fromM * perMetre, lat), point(116 + toM * perMetre, lat));
    }

    private static double metresNorth(double metres) {
        return metres / 111_035;
    }

    @Test
    void theDistanceIsThatOnTheEllipsoid() {
        // Karney's GeodSolve: one degree of latitude at the equator, one of longitude there.
        assertThat(Geodesy.distanceM(point(0, 0), point(0, 1))).isCloseTo(110_574.389, within(0.001));
        assertThat(Geodesy.distanceM(point(0, 0), point(1, 0))).isCloseTo(111_319.491, within(0.001));
        assertThat(Geodesy.azimuthDeg(point(0, 0), point(-1, 0))).isCloseTo(270, within(1e-9));
    }

    @Test
    void verticesInTheSameSpotAreDroppedAndChainageRises() {
        List<GeoPoint> vertices = List.of(point(116, 40), point(116, 40), point(116.01, 40), point(116.01, 40));

        LineGeometry line = LineGeometry.of(List.of(vertices, List.of(point(117, 40), point(117, 40))));

        assertThat(line.parts()).hasSize(1);
        assertThat(line.parts().get(0).vertices()).containsExactly(point(116, 40), point(116.01, 40));
        assertThat(line.lengthMm()).isEqualTo(Math.round(Geodesy.distanceM(point(116, 40), point(116.01, 40)) * 1000));
    }

    @Test
    void aPartBesideAnEarlierOneIsLeftOut() {
        LineGeometry line = LineGeometry.of(List.of(
                east(40, 0, 10_000), east(40 + metresNorth(50), 200, 9_000), east(40 + metresNorth(80), 0, 10_000)));

        assertThat(line.parts()).hasSize(2);
        assertThat(line.leftOut()).hasSize(1);
        assertThat(line.leftOut().get(0).fromMm()).isZero();
        assertThat(line.leftOut().get(0).lengthMm() / 1e3).isCloseTo(8_800, within(30.0));
    }

    @Test
    void fourFifthsBesideIsParallelLessIsNot() {
        double near = 40 + metresNorth(30);
        assertThat(LineGeometry.of(List.of(east(40, 0, 10_000), east(near, 8_100, 10_520)))
                        .leftOut())
                .isEmpty();
        assertThat(LineGeometry.of(List.of(east(40, 0, 10_000), east(near, 7_900, 10_480)))
                        .leftOut())
                .hasSize(1);
    }

    @Test
    void severalEarlierPartsTogetherMakeAPartParallel() {
        LineGeometry line = LineGeometry.of(
                List.of(east(40, 0, 5_000), east(40, 5_000, 10_000), east(40 + metresNorth(20), 0, 10_000)));

        assertThat(line.parts()).hasSize(2);
        assertThat(line.leftOut()).hasSize(1);
    }

    @Test
    void aShortPieceThatContinuesTheLineIsNotParallelToIt() {
        LineGeometry line =
                LineGeometry.of(List.of(east(40, 0, 1_000), east(40, 1_000, 1_050), east(40, 1_050, 2_000)));

        assertThat(line.leftOut()).isEmpty();
        assertThat(line.parts()).hasSize(3);
    }

    @Test
    void binsStartAnewAtEachPartAndNumberingGoesOn() {
        LineGeometry line = LineGeometry.of(List.of(east(40, 0, 1_250), east(41, 0, 330)));

        List<Bin> bins = line.bins(500);

        assertThat(bins).extracting(Bin::number).containsExactly(0, 1, 2, 3);
        assertThat(bins).extracting(Bin::part).containsExactly(0, 0, 0, 1);
        assertThat(bins.get(1).fromMm()).isEqualTo(500_000);
        assertThat(bins.get(2).toMm()).isEqualTo(line.parts().get(0).toMm());
        assertThat(bins.get(3).fromMm()).isEqualTo(line.parts().get(1).fromMm());
        assertThat(bins.get(3).toMm()).isEqualTo(line.lengthMm());
        assertThat(bins.get(3).from()).isEqualTo(line.parts().get(1).vertices().get(0));
    }

    @Test
    void aRemainderUnderOneMetreJoinsTheBinBefore() {
        LineGeometry.Part part = new LineGeometry.Part(east(40, 0, 1_000.9), List.of(0L, 1_000_999L));
        LineGeometry.Part longer = new LineGeometry.Part(east(40, 0, 1_001), List.of(0L, 1_001_000L));

        assertThat(new LineGeometry(List.of(part), List.of()).bins(100)).hasSize(10);
        assertThat(new LineGeometry(List.of(longer), List.of()).bins(100)).hasSize(11);
        assertThat(new LineGeometry(List.of(part), List.of()).bins(100).get(9).toMm())
                .isEqualTo(1_000_999);
    }

    @Test
    void positionsBeyondTheLineAreRefused() {
        LineGeometry line = LineGeometry.of(List.of(east(40, 0, 1_000), east(41, 0, 1_000)));

        assertThatThrownBy(() -> line.at(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.at(line.lengthMm() + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(line.partAt(line.lengthMm() + 1)).isEmpty();
        assertThat(line.partAt(line.parts().get(0).toMm())).hasValue(1);
        assertThat(line.partAt(line.lengthMm())).hasValue(1);
        assertThat(line.at(line.lengthMm()))
                .isEqualTo(line.parts().get(1).vertices().get(1));
        assertThatThrownBy(() -> line.bins(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.bins(0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomLinesAgreeWithWalkingThemStepByStep() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<List<GeoPoint>> parts = new ArrayList<>();
            for (int p = 0; p < 1 + random.nextInt(3); p++) {
                parts.add(wander(random, 30 + p * 2));
            }
            LineGeometry line = LineGeometry.of(parts);
            assertThat(line.lengthMm() / 1e3).isCloseTo(walked(parts), within(0.003));
            double bin = List.of(50.0, 100.0, 333.3, 1000.0).get(random.nextInt(4));
            compare(line, line.bins(bin), Math.round(bin * 1000));
        }
    }

    private static void compare(LineGeometry line, List<Bin> bins, long lengthMm) {
        List<Long> borders = new ArrayList<>();
        for (LineGeometry.Part part : line.parts()) {
            long next = part.fromMm();
            while (next < part.toMm()) {
                borders.add(next);
                next += lengthMm;
                next = part.toMm() - next < 1000 ? part.toMm() : next;
            }
        }
        assertThat(bins).extracting(Bin::fromMm).containsExactlyElementsOf(borders);
        for (Bin bin : bins) {
            LineGeometry.Part part = line.parts().get(bin.part());
            assertThat(Geodesy.distanceM(bin.from(), naiveAt(part, bin.fromMm())))
                    .isLessThan(0.001);
            assertThat(Geodesy.distanceM(bin.to(), naiveAt(part, bin.toMm()))).isLessThan(0.001);
            assertThat(line.distanceM(bin.from())).isLessThan(0.5);
        }
    }

    private static GeoPoint naiveAt(LineGeometry.Part part, long chainage) {
        for (int i = 1; i < part.vertices().size(); i++) {
            long from = part.chainageMm().get(i - 1);
            long to = part.chainageMm().get(i);
            if (chainage <= to) {
                GeoPoint a = part.vertices().get(i - 1);
                GeoPoint b = part.vertices().get(i);
                double share = (double) (chainage - from) / (to - from);
                // On steps of some hundred metres a straight line in degrees is the geodesic to a millimetre.
                return point(
                        a.lonDeg() + share * (b.lonDeg() - a.lonDeg()), a.latDeg() + share * (b.latDeg() - a.latDeg()));
            }
        }
        throw new AssertionError(chainage);
    }

    private static double walked(List<List<GeoPoint>> parts) {
        double metres = 0;
        for (List<GeoPoint> part : parts) {
            for (int i = 1; i < part.size(); i++) {
                metres += Geodesy.distanceM(part.get(i - 1), part.get(i));
            }
        }
        return metres;
    }

    private static List<GeoPoint> wander(Random random, double lat) {
        List<GeoPoint> vertices = new ArrayList<>();
        double lon = 110;
        double here = lat;
        for (int i = 0; i < 3 + random.nextInt(40); i++) {
            vertices.add(point(lon, here));
            lon += random.nextDouble() * 0.001;
            here += (random.nextDouble() - 0.5) * 0.001;
        }
        return vertices;
    }

    @Test
    void anAreaKnowsInsideOutsideAndItsHoles() {
        List<GeoPoint> outer = List.of(point(0, 0), point(1, 0), point(1, 1), point(0, 1), point(0, 0));
        List<GeoPoint> hole = List.of(point(0.4, 0.4), point(0.6, 0.4), point(0.6, 0.6), point(0.4, 0.6));
        Area area = new Area(List.of(outer, hole));

        assertThat(area.contains(point(0.2, 0.2))).isTrue();
        assertThat(area.contains(point(0.5, 0.5))).isFalse();
        assertThat(area.contains(point(1.1, 0.5))).isFalse();
        assertThat(area.borderDistanceM(point(1.01, 0.5))).isCloseTo(1113, within(3.0));
    }
}
