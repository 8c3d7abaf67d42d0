package org.signalup.evaluate.internal.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;

/** Puts files that never change into another folder without copying them. */
final class Links {
    private Links() {}

    /** A second name for a file; a copy where the file system knows no second names or is another one. */
    static void link(Path file, Path name) {
        try {
            Files.createDirectories(name.getParent());
            try {
                Files.createLink(name, file);
            } catch (UnsupportedOperationException | ProviderMismatchException | IOException e) {
                Files.copy(file, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
