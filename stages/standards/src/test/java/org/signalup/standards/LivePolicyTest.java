package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;

class LivePolicyTest {
    private static final Path SHIPPED = Path.of("../../programme");

    @TempDir
    Path overlay;

    @Test
    void theShippedPolicyReadsAndAnOverlayReplacesIt() throws IOException {
        assertThat(LivePolicy.read(List.of(SHIPPED, overlay)).probes().silentAfter())
                .isEqualTo(Duration.ofMinutes(10));
        String other = Files.readString(SHIPPED.resolve("live.yml"))
                .replace("silent_after_s: {value: 600", "silent_after_s: {value: 30");
        Files.writeString(overlay.resolve("live.yml"), other);
        assertThat(LivePolicy.read(List.of(SHIPPED, overlay)).probes().silentAfter())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aNumberWithoutSourceIsRefused() throws IOException {
        String bare = Files.readString(SHIPPED.resolve("live.yml"))
                .replace("{value: 600, source: platform, mark: O}", "{value: 600}");
        Files.writeString(overlay.resolve("live.yml"), bare);
        assertThatThrownBy(() -> LivePolicy.read(List.of(SHIPPED, overlay))).isInstanceOf(RefusedException.class);
    }
}
