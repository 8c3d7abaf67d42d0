package org.signalup.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapGridTest {
    @Test
    void theMiddleOfTheWorldIsTheMiddleOfTheGrid() {
        GeoPoint middle = new GeoPoint(0, 0);
        assertThat(MapGrid.x(middle)).isEqualTo(MapGrid.WORLD / 2);
        assertThat(MapGrid.y(middle)).isEqualTo(MapGrid.WORLD / 2);
    }

    @Test
    void beijingLiesInItsKnownTile() {
        // Tile 10/843/388 of every web map shows Tian'anmen.
        GeoPoint square = new GeoPoint(116.397, 39.908);
        assertThat(MapGrid.x(square) >> 18).isEqualTo(843);
        assertThat(MapGrid.y(square) >> 18).isEqualTo(388);
    }

    @Test
    void theThereAndBackIsWithinAUnit() {
        SplittableRandom random = new SplittableRandom(28);
        for (int i = 0; i < 1000; i++) {
            GeoPoint there = new GeoPoint(random.nextDouble(-179.9, 179.9), random.nextDouble(-85, 85));
            GeoPoint back = MapGrid.position(MapGrid.x(there), MapGrid.y(there));
            assertThat(back.lonDeg()).as("%s", there).isCloseTo(there.lonDeg(), within(1.5e-6));
            assertThat(back.latDeg()).as("%s", there).isCloseTo(there.latDeg(), within(1.5e-6));
        }
    }

    @Test
    void thePolesAreAtTheEdges() {
        assertThat(MapGrid.y(new GeoPoint(0, 90)))
                .isEqualTo(MapGrid.y(new GeoPoint(0, 89)))
                .isBetween(0, 20_000);
        assertThat(MapGrid.y(new GeoPoint(0, -90))).isBetween(MapGrid.WORLD - 20_000, MapGrid.WORLD - 1);
        assertThat(MapGrid.x(new GeoPoint(180, 0))).isEqualTo(MapGrid.WORLD - 1);
    }
}
