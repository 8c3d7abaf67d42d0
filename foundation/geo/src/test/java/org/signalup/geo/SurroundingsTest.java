package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final double CELL_DEG = 0.0005;

    private final Random random = new Random(11);

    private GeoPoint somewhere() {
        return new GeoPoint(-0.05 + random.nextDouble() * 0.1, -0.05 + random.nextDouble() * 0.1);
    }

    /** The greater of both differences in degrees, which is what cells are made of. */
    private static double apart(GeoPoint one, GeoPoint other) {
        return Math.max(Math.abs(one.lonDeg() - other.lonDeg()), Math.abs(one.latDeg() - other.latDeg()));
    }

    @Test
    void nearIsWithinACellAndNeverBeyondTwo() {
        List<GeoPoint> points = new ArrayList<>();
        Surroundings.Builder builder = new Surroundings.Builder();
        for (int i = 0; i < 300; i++) {
            points.add(somewhere());
            builder.add(points.get(i));
        }
        Surroundings all = builder.build();
        for (int i = 0; i < 5_000; i++) {
            GeoPoint position = somewhere();
            double least = points.stream()
                    .mapToDouble(point -> apart(point, position))
                    .min()
                    .orElseThrow();
            if (least <= CELL_DEG) {
                assertThat(all.near(position)).as("%s", position).isTrue();
            }
            if (least >= 2 * CELL_DEG) {
                assertThat(all.near(position)).as("%s", position).isFalse();
            }
        }
    }

    @Test
    void everyPositionOfAWayIsNearIt() {
        for (int i = 0; i < 200; i++) {
            GeoPoint from = somewhere();
            GeoPoint to = somewhere();
            Surroundings way = new Surroundings.Builder().add(List.of(from, to)).build();
            for (double share = 0; share <= 1; share += 0.01) {
                GeoPoint on = new GeoPoint(
                        from.lonDeg() + share * (to.lonDeg() - from.lonDeg()),
                        from.latDeg() + share * (to.latDeg() - from.latDeg()));
                assertThat(way.near(on)).as("%s of %s to %s", share, from, to).isTrue();
            }
        }
    }

    @Test
    void nothingIsNearNothing() {
        assertThat(Surroundings.NONE.empty()).isTrue();
        assertThat(Surroundings.NONE.near(new GeoPoint(116, 39))).isFalse();
        assertThat(new Surroundings.Builder()
                        .add(new GeoPoint(-180, -90))
                        .build()
                        .near(new GeoPoint(180, 90)))
                .isFalse();
    }
}
