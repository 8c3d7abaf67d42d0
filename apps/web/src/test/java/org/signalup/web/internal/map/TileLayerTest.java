package org.signalup.web.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TileLayerTest {
    private static ReadTile read(TileLayer... layers) {
        ProtoBuffer tile = new ProtoBuffer();
        for (TileLayer layer : layers) {
            layer.addTo(tile);
        }
        return ReadTile.of(tile.toBytes());
    }

    @Test
    void aPointComesBackWithItsProperties() {
        TileLayer layer = new TileLayer("places");
        layer.point(25, 17, "id", "场所-1", "c", 11, "left out", null);
        ReadTile.Feature read = read(layer).layer("places").get(0);
        assertThat(read.type()).isEqualTo(1);
        assertThat(read.positions()).containsExactly(25, 17);
        assertThat(read.properties()).isEqualTo(Map.of("id", "场所-1", "c", 11L));
    }

    @Test
    void theBytesAreThoseOfTheSpecification() {
        // The example of the specification for a point at (25, 17): command 9, then 50 and 34.
        TileLayer layer = new TileLayer("a");
        layer.point(25, 17);
        ProtoBuffer tile = new ProtoBuffer();
        layer.addTo(tile);
        assertThat(tile.toBytes())
                .containsExactly(
                        0x1a, 0x13, 0x78, 2, 0x0a, 1, 'a', 0x12, 9, 0x12, 0, 0x18, 1, 0x22, 3, 9, 50, 34, 0x28, 0x80,
                        0x20);
    }

    @Test
    void aLineStepsFromPositionToPositionAndBeyondTheBorder() {
        TileLayer layer = new TileLayer("lines");
        layer.line(new int[] {-70, 4100, 2, 2, 2, 2, 10, -1}, "c", -3);
        ReadTile.Feature read = read(layer).layer("lines").get(0);
        assertThat(read.type()).isEqualTo(2);
        assertThat(read.positions()).containsExactly(-70, 4100, 2, 2, 10, -1);
        assertThat(read.properties()).isEqualTo(Map.of("c", -3L));
    }

    @Test
    void aLineOfOnePositionIsNothingAndAnEmptyLayerIsLeftOut() {
        TileLayer layer = new TileLayer("lines");
        layer.line(new int[] {5, 5, 5, 5});
        assertThat(layer.isEmpty()).isTrue();
        assertThat(read(layer).layers()).isEmpty();
    }

    @Test
    void manyRandomFeaturesComeBackInOrder() {
        SplittableRandom random = new SplittableRandom(41);
        TileLayer points = new TileLayer("points");
        TileLayer lines = new TileLayer("lines");
        List<List<Integer>> expected = new java.util.ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int[] at = {random.nextInt(-9000, 9000), random.nextInt(-9000, 9000), i, -i - 1};
            points.point(at[0], at[1], "n", random.nextInt(4), "id", "p" + i);
            lines.line(at, "id", "l" + i);
            expected.add(List.of(at[0], at[1], at[2], at[3]));
        }
        ReadTile read = read(points, lines);
        assertThat(read.layer("lines")).extracting(ReadTile.Feature::positions).isEqualTo(expected);
        assertThat(read.layer("points"))
                .extracting(feature -> feature.properties().get("id"))
                .startsWith("p0", "p1")
                .hasSize(500);
    }
}
