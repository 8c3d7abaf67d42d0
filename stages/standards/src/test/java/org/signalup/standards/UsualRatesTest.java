package org.signalup.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Rat;
import org.signalup.domain.RefusedException;
import org.signalup.standards.Programme.UsualRates;
import org.signalup.standards.Programme.UsualRates.Direction;

/** How fast tests usually are, as data. */
class UsualRatesTest {
    private static final Path SHIPPED = Path.of("../../programme");

    @TempDir
    Path overlay;

    @Test
    void anOperatorsOwnNumbersComeBeforeThoseOfAny() {
        UsualRates rates = UsualRates.read(List.of(SHIPPED));
        assertThat(rates.leastTests()).isEqualTo(20);
        assertThat(rates.of(Rat.G4, Direction.DL, "CTCC").orElseThrow().medianMbps())
                .isEqualTo(22.2);
        assertThat(rates.of(Rat.G4, Direction.DL, "CBN").orElseThrow().medianMbps())
                .isEqualTo(26.1);
        assertThat(rates.of(Rat.G5, Direction.UL, "CMCC").orElseThrow().spreadDecades())
                .isEqualTo(0.59);
        assertThat(rates.of(Rat.G3, Direction.DL, "CMCC")).isEmpty();
        assertThat(ProgrammeReader.read(SHIPPED, List.of()).usualRates()).isEqualTo(rates);
    }

    @Test
    void anOverlayReplacesThemAndNonsenseIsRefused() throws IOException {
        String shipped = Files.readString(SHIPPED.resolve("rates.yml"));
        Files.writeString(overlay.resolve("rates.yml"), shipped.replace("value: 26.1", "value: 30"));
        List<Path> programme = List.of(SHIPPED, overlay);
        assertThat(UsualRates.read(programme)
                        .of(Rat.G4, Direction.DL, "CBN")
                        .orElseThrow()
                        .medianMbps())
                .isEqualTo(30);
        Files.writeString(overlay.resolve("rates.yml"), shipped.replaceFirst("rat: 4G", "rat: 6G"));
        assertThatThrownBy(() -> UsualRates.read(programme))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("6G");
        assertThat(UsualRates.read(List.of(overlay.resolve("none")))).isEqualTo(UsualRates.UNKNOWN);
    }
}
