package org.signalup.web.internal.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was sent, unpacked, in a file that goes when this is closed.
 *
 * @param digest SHA-256 of the content, in hex
 */
record Body(Path file, String digest, long bytes) implements AutoCloseable {
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
