package org.signalup.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The railways as OpenStreetMap draws them, given ids. © OpenStreetMap contributors, ODbL 1.0. */
class RealLineLedgerTest {
    private static final String FILE = "shared/data/l-cn-hsr/osm_corridors.geojson.gz";

    @TempDir
    Path dir;

    @Test
    void theBeijingShanghaiRailwayIsNotTwiceItsLength() throws IOException {
        Optional<Path> file = beside(FILE);
        if (file.isEmpty()) {
            System.out.println("skipped: " + FILE + " is not beside this repository");
        }
        assumeTrue(file.isPresent(), FILE);
        String text;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file.orElseThrow()))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        // Every corridor gets an id made of its name; 京沪 declares what the file sums to.
        String ledger = text.replaceAll(
                        "\"line\"\\s*:\\s*\"([^\"]+)\"", "\"line_id\":\"$1\",\"kind\":\"RAIL\",\"length_km\":null")
                .replace(
                        "\"line_id\":\"京沪高铁\",\"kind\":\"RAIL\",\"length_km\":null",
                        "\"line_id\":\"京沪高铁\",\"kind\":\"RAIL\",\"length_km\":2604.9");

        LedgerCheck check = new Folder(dir).file("lines.geojson", ledger).check();

        assertThat(check.errors()).isEmpty();
        Line line = check.ledger().orElseThrow().lines().stream()
                .filter(candidate -> candidate.id().equals("京沪高铁"))
                .findFirst()
                .orElseThrow();
        assertThat(line.geometry().lengthMm() / 1e6).isCloseTo(1293.5, within(5.0));
        assertThat(check.warnings())
                .extracting(problem -> problem.code() + " " + problem.message().en())
                .anyMatch(told -> told.startsWith("PARALLEL_LEFT_OUT 京沪高铁: the geometry sums to 260"))
                .anyMatch(
                        told -> told.startsWith("LENGTH_SUMS_TRACKS 京沪高铁: length_km sums parallel tracks; it is 2.01"));
    }

    private static Optional<Path> beside(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(name))) {
                return Optional.of(folder.resolve(name));
            }
        }
        return Optional.empty();
    }
}
