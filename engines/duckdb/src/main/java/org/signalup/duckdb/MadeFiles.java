package org.signalup.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files of datasets that the program made row by row: in a private folder, each until its dataset is forgotten. */
final class MadeFiles implements AutoCloseable {
    private static final long SMALL_BYTES = 1 << 20;

    private final Path place;
    private final Map<String, Path> kept = new HashMap<>();
    private Path folder;
    private int number;

    /** @param place a folder for whatever an engine puts aside; made when first needed */
    MadeFiles(Path place) {
        this.place = place;
    }

    /** A file that nobody has yet. */
    synchronized Path fresh(String dataset) {
        try {
            if (folder == null) {
                Files.createDirectories(place);
                folder = Files.createTempDirectory(place, "made-");
            }
            return folder.resolve(dataset + "-" + ++number + ".parquet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isSmall(Path file) {
        try {
            return Files.size(file) < SMALL_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void keep(String dataset, Path file) {
        kept.put(dataset, file);
    }

    synchronized void forget(String dataset) {
        delete(kept.remove(dataset));
    }

    /** Also those that were never finished. */
    @Override
    public synchronized void close() {
        kept.clear();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.toList().forEach(MadeFiles::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(folder);
        folder = null;
    }

    private static void delete(Path file) {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
