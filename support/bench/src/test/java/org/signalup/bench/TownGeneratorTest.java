package org.signalup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownGeneratorTest {
    private static final Path COMMITTED = Path.of("../../examples/town");

    @TempDir
    Path fresh;

    @Test
    void theTownInTheRepositoryIsTheOneTheGeneratorWrites() throws IOException {
        TownGenerator.write(fresh);
        for (Path file : files()) {
            Path name = fresh.relativize(file);
            assertThat(content(COMMITTED.resolve(name)))
                    .as(name + " (if the change is meant: run TownGenerator again)")
                    .isEqualTo(content(file));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(fresh)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Unpacked, because gzip may compress differently from one Java to the next. */
    private static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
