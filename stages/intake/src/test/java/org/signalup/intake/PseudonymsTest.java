package org.signalup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;

class PseudonymsTest {
    private static final LocalDate SPRING = LocalDate.parse("2025-03-01");

    @TempDir
    Path folder;

    @Test
    void aDeviceIsTheSameWithinAPeriodAndAnotherAfterIt() {
        Path file = folder.resolve("keys");
        Pseudonyms first = Pseudonyms.current(file, SPRING, 90);
        Pseudonyms later = Pseudonyms.current(file, SPRING.plusDays(89), 90);
        Pseudonyms after = Pseudonyms.current(file, SPRING.plusDays(90), 90);

        assertThat(later.number("d1")).isEqualTo(first.number("d1")).isNotEqualTo(first.number("d2"));
        assertThat(after.number("d1")).isNotEqualTo(first.number("d1"));
        assertThat(List.of(first.keyId(), later.keyId(), after.keyId())).containsExactly("k1", "k1", "k2");
        assertThat(Pseudonyms.read(file).numbers("d1")).containsExactly(first.number("d1"), after.number("d1"));
    }

    @Test
    void nobodyGetsTheIdsOfAnotherInstallation() {
        Pseudonyms here = Pseudonyms.current(folder.resolve("here"), SPRING, 90);
        Pseudonyms there = Pseudonyms.current(folder.resolve("there"), SPRING, 90);

        assertThat(here.number("d1"))
                .isNotEqualTo(there.number("d1"))
                .isNotEqualTo(DeviceName.of("d1").key());
        assertThat(DeviceName.all("d1", Optional.of(here)))
                .extracting(DeviceName::key)
                .containsExactly(DeviceName.of("d1").key(), here.number("d1"));
    }

    @Test
    void aLostOrDamagedFileIsRefusedAndNeverReplaced() throws IOException {
        Path file = folder.resolve("keys");
        assertThatThrownBy(() -> Pseudonyms.read(file)).isInstanceOf(RefusedException.class);
        Files.writeString(file, "k1 2025-03-01 ?\n");
        assertThatThrownBy(() -> Pseudonyms.current(file, SPRING, 90)).isInstanceOf(RefusedException.class);
        assertThat(Files.readString(file)).isEqualTo("k1 2025-03-01 ?\n");
    }
}
