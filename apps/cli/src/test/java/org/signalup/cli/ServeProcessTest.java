package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve} refuses before it serves. */
class ServeProcessTest {
    @TempDir
    Path folder;

    @Test
    void aBackdropThatCannotBeDrawnIsRefusedAtTheStart() throws IOException {
        Files.writeString(folder.resolve("map.geojson"), "not a map");
        Run run = Run.of(folder, "serve", "--evaluations", ".", "--port", "0", "--backdrop", "map.geojson");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("map.geojson").contains("不是 JSON").contains("应为 GeoJSON");
        assertThat(run.out()).doesNotContain("http");
    }

    @Test
    void theBuiltInSketchTakesNoReviewNumber() {
        Run run = Run.of(folder, "serve", "--evaluations", ".", "--map-review-number", "GS(2024)0650号", "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--map-review-number").contains("--backdrop");
    }
}
