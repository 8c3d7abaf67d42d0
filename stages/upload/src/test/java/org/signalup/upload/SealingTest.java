package org.signalup.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.intake.Devices;
import org.signalup.upload.internal.UploadFolder;

/** Raw files that are encrypted on the disk and read back as they came. */
class SealingTest {
    private static final String TEXT = "observed_at,operator\n" + "2025-07-18T08:00:00+08:00,CMCC\n".repeat(100_000);

    @TempDir
    Path folder;

    private UploadFolder uploads(Sealing sealing) {
        return new UploadFolder(
                folder.resolve("uploads"),
                sealing,
                new UploadSettings(20, 1 << 24, 1 << 20, 100, 2, 1 << 10, Quay.SETTINGS.arrival()));
    }

    private Sealing sealing(String keys) {
        return Sealing.with(folder.resolve(keys), folder.resolve("uploads"));
    }

    private Upload.File bring(Sealing sealing, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        UploadFolder.Arrived arrived =
                uploads(sealing).arrive(new Incoming("a.csv", () -> new ByteArrayInputStream(bytes)), Devices.PLAIN);
        uploads(sealing).place(arrived);
        return arrived.file();
    }

    private String read(Sealing sealing, Upload.File file) throws IOException {
        Upload upload = new Upload(
                1,
                1,
                "",
                Instant.EPOCH,
                UploadState.READ,
                Quay.SAID,
                null,
                List.of(file),
                Map.of(),
                1,
                "",
                List.of(),
                "",
                Optional.empty(),
                1);
        try (UploadFolder.Desk desk = uploads(sealing).desk(upload)) {
            return Files.readString(desk.files().get(0));
        }
    }

    private Path raw() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("uploads/raw"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsOnTheDiskIsNotWhatCameAndIsReadAsItCame() throws IOException {
        Sealing sealing = sealing("raw.keys");
        Upload.File file = bring(sealing, TEXT);
        assertThat(file.bytes()).isEqualTo(TEXT.length());
        assertThat(new String(Files.readAllBytes(raw()), StandardCharsets.ISO_8859_1))
                .startsWith("SU-AES1\n")
                .doesNotContain("CMCC");
        assertThat(read(sealing("raw.keys"), file)).isEqualTo(TEXT);
        assertThat(uploads(sealing).says(file.digest(), "CMCC")).isTrue();
        assertThat(uploads(sealing).says(file.digest(), "CUCC")).isFalse();
    }

    @Test
    void filesOfBeforeAndOfOlderKeysAreReadAllTheSame() throws IOException {
        Upload.File plain = bring(Sealing.NONE, "a plain one\n");
        Upload.File first = bring(sealing("raw.keys"), TEXT);
        Sealing other = Sealing.with(folder.resolve("other.keys"), folder.resolve("elsewhere"));
        Files.writeString(
                folder.resolve("raw.keys"),
                Files.readString(folder.resolve("raw.keys")) + Files.readString(folder.resolve("other.keys")));
        Upload.File second = bring(sealing("raw.keys"), TEXT + "more\n");
        for (Upload.File file : List.of(plain, first, second)) {
            assertThat(read(sealing("raw.keys"), file)).hasSize((int) file.bytes());
        }
        assertThat(read(other, second)).hasSize((int) second.bytes());
    }

    @Test
    void aWrongALostAndADamagedKeyAreToldInWords() throws IOException {
        Upload.File file = bring(sealing("raw.keys"), TEXT);
        assertThatThrownBy(() -> read(Sealing.NONE, file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("KEYS_BROKEN");
        assertThatThrownBy(() -> sealing("lost.keys")).hasMessageContaining("KEYS_BROKEN");
        Sealing.with(folder.resolve("wrong.keys"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> sealing("wrong.keys")).hasMessageContaining("KEYS_BROKEN");
        Files.writeString(folder.resolve("wrong.keys"), "???\n");
        assertThatThrownBy(() -> sealing("wrong.keys")).hasMessageContaining("KEYS_BROKEN");

        byte[] bytes = Files.readAllBytes(raw());
        bytes[bytes.length / 2] ^= 1;
        Files.write(raw(), bytes);
        assertThatThrownBy(() -> read(sealing("raw.keys"), file)).hasMessageContaining("FILE_DAMAGED");
        try (Stream<Path> left = Files.list(folder.resolve("uploads/work"))) {
            assertThat(left).isEmpty();
        }
    }
}
