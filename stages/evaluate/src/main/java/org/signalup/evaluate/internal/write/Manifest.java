package org.signalup.evaluate.internal.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Sha256;

/** {@code manifest.json}: the files of an evaluation with size and SHA-256. Readers follow it, never a glob. */
public record Manifest(int version, List<Entry> files) {
    static final String NAME = "manifest.json";
    private static final int VERSION = 1;

    /** One file by its path in the folder. */
    record Entry(String path, long bytes, String sha256) {}

    /** Lists every file below {@code folder} but the private ones. */
    static void write(Path folder) {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("work"))
                    .sorted()
                    .toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                entries.add(new Entry(path, Files.size(file), Sha256.hex(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonFile.write(folder.resolve(NAME), new Manifest(VERSION, entries));
    }

    static Manifest read(Path folder) {
        return JsonFile.read(folder.resolve(NAME), Manifest.class);
    }
}
