package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;

class RetentionPolicyTest {
    private static final Path SHIPPED = Path.of("../../programme");

    @TempDir
    Path overlay;

    @Test
    void whatAnOverlayDoesNotNameIsKeptWithoutEnd() throws IOException {
        assertThat(RetentionPolicy.read(List.of(SHIPPED, overlay)).uploadsDays())
                .contains(180);
        String other = Files.readString(SHIPPED.resolve("retention.yml"))
                .replace("  samples: {value: 1825, source: platform, mark: O}\n", "")
                .replace("value: 90", "value: 30");
        Files.writeString(overlay.resolve("retention.yml"), other);
        RetentionPolicy policy = RetentionPolicy.read(List.of(SHIPPED, overlay));
        assertThat(policy.samplesDays()).isEmpty();
        assertThat(policy.keyDays()).isEqualTo(30);
    }

    @Test
    void aKindNobodyKeepsIsRefused() throws IOException {
        String other = Files.readString(SHIPPED.resolve("retention.yml")).replace("  uploads:", "  uplaods:");
        Files.writeString(overlay.resolve("retention.yml"), other);
        assertThatThrownBy(() -> RetentionPolicy.read(List.of(SHIPPED, overlay)))
                .isInstanceOf(RefusedException.class);
    }
}
