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
import org.signalup.standards.InstrumentPolicy.Limits;

class InstrumentPolicyTest {
    private static final Path SHIPPED = Path.of("../../programme");

    @TempDir
    Path overlay;

    @Test
    void theShippedPolicyReadsAndAnOverlayReplacesIt() throws IOException {
        InstrumentPolicy shipped = InstrumentPolicy.read(List.of(SHIPPED, overlay));
        assertThat(shipped.rsrp()).contains(new Limits(2, 6));
        assertThat(shipped.sinr()).isEmpty();
        assertThat(shipped.validityMonths()).isEqualTo(12);
        overlaid("bias_db: {value: 2", "bias_db: {value: 1.5");
        assertThat(InstrumentPolicy.read(List.of(SHIPPED, overlay)).rsrp()).contains(new Limits(1.5, 6));
    }

    @Test
    void aNumberWithoutSourceIsRefused() throws IOException {
        overlaid("{value: 6, source: platform, mark: O}", "{value: 6}");
        assertThatThrownBy(() -> InstrumentPolicy.read(List.of(SHIPPED, overlay)))
                .isInstanceOf(RefusedException.class);
    }

    private void overlaid(String from, String to) throws IOException {
        String text = Files.readString(SHIPPED.resolve("instruments.yml"));
        assertThat(text).contains(from);
        Files.writeString(overlay.resolve("instruments.yml"), text.replace(from, to));
    }
}
