package org.signalup.live.internal.inbox;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A closed file of messages, in the order in which they came. */
public record Segment(Path file, long bytes) {
    /** The file that is being written; renamed when it is closed. */
    static final String OPEN = ".open";

    static final String CLOSED = ".closed";

    static Segment of(Path file) {
        try {
            return new Segment(file, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without its ending; later segments have greater names. */
    public String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * Hands out the messages.
     *
     * @return how many were not what was written; a torn end is none of them
     */
    public int forEach(Consumer<Entry> taker) {
        int damaged = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            long left = bytes;
            while (left >= Entry.HEAD) {
                int length = in.readInt();
                byte[] digest = in.readNBytes(Entry.DIGEST);
                left -= Entry.HEAD;
                if (length < Integer.BYTES || length > left) {
                    return damaged;
                }
                left -= length;
                Optional<Entry> entry = Entry.parse(digest, in.readNBytes(length));
                entry.ifPresent(taker);
                damaged += entry.isPresent() ? 0 : 1;
            }
            return damaged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
