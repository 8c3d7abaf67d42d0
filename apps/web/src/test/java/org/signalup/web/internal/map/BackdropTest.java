package org.signalup.web.internal.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Language;
import org.signalup.domain.RefusedException;
import org.signalup.web.WebOptions;

class BackdropTest {
    private static final String OWN = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"岛"},"geometry":{"type":"Polygon","coordinates":[[[112,16],[113,16],[113,17],[112,16]]]}},
            {"type":"Feature","properties":{},"geometry":null},
            {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[112,16,4]}]}}]}""";

    @TempDir
    Path folder;

    private Backdrop backdrop(String text, String number) throws IOException {
        Path file = Files.writeString(folder.resolve("map.geojson"), text);
        return Backdrop.of(WebOptions.of(folder, 0).withBackdrop(Optional.of(file), Optional.of(number)));
    }

    @Test
    void theSketchHasEveryProvinceAndNeverAReviewNumber() {
        Backdrop sketch =
                Backdrop.of(WebOptions.of(folder, 0).withBackdrop(Optional.empty(), Optional.of("GS(2024)0650号")));
        assertThat(sketch.builtIn()).isTrue();
        assertThat(sketch.reviewNumber()).isEmpty();
        assertThat(new String(sketch.geoJson(), StandardCharsets.UTF_8))
                .contains("台湾")
                .contains("香港")
                .contains("澳门");
    }

    @Test
    void aBackdropOfOnesOwnIsServedAsItIsWithItsNumber() throws IOException {
        Backdrop own = backdrop(OWN, " GS(2024)0650号 ");
        assertThat(own.builtIn()).isFalse();
        assertThat(own.reviewNumber()).isEqualTo("GS(2024)0650号");
        assertThat(new String(own.geoJson(), StandardCharsets.UTF_8)).isEqualTo(OWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PNG … | BACKDROP_NO_JSON",
                "[] | BACKDROP_EMPTY",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | BACKDROP_EMPTY",
                "{\"features\":[{\"geometry\":{\"type\":\"Circle\",\"coordinates\":[1,2]}}]} | BACKDROP_GEOMETRY",
                "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[12957000,4852000]}}]} | BACKDROP_GEOMETRY",
                "{\"features\":[{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[\"a\",2]]}}]} | BACKDROP_GEOMETRY",
                "{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[116]}}]} | BACKDROP_GEOMETRY",
                "{\"features\":[{}]} | BACKDROP_GEOMETRY",
            })
    void whatCannotBeDrawnIsRefusedAtTheStart(String text, String code) {
        assertThatThrownBy(() -> backdrop(text, "")).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(code);
                assertThat(problem.line(Language.ZH)).contains("map.geojson").contains("应为 GeoJSON");
                assertThat(problem.line(Language.EN)).contains("expected: GeoJSON");
            });
        });
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        WebOptions options =
                WebOptions.of(folder, 0).withBackdrop(Optional.of(folder.resolve("nothing.geojson")), Optional.empty());
        assertThatThrownBy(() -> Backdrop.of(options))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nothing.geojson");
    }
}
