package org.signalup.evaluate.internal.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("work"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Entry> entries =
                files.parallelStream().map(file -> entry(folder, file)).toList();
        JsonFile.write(folder.resolve(NAME), new Manifest(VERSION, entries));
    }

    private static Entry entry(Path folder, Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new Entry(path, Files.size(file), Sha256.hex(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest read(Path folder) {
        return JsonFile.read(folder.resolve(NAME), Manifest.class);
    }
}
