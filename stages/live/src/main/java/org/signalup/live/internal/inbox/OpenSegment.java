package org.signalup.live.internal.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The file that is being written. */
final class OpenSegment {
    private final Path folder;
    private final String name;
    private final FileChannel channel;
    private long bytes;

    OpenSegment(Path folder, String name) throws IOException {
        this.folder = folder;
        this.name = name;
        this.channel = FileChannel.open(
                folder.resolve(name + Segment.OPEN), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        force(folder);
    }

    long bytes() {
        return bytes;
    }

    /** Writes a group; it is on the disk when this returns. After a failure the file ends where it did before. */
    void append(List<byte[]> group) throws IOException {
        long before = bytes;
        try {
            for (byte[] entry : group) {
                ByteBuffer buffer = ByteBuffer.wrap(entry);
                while (buffer.hasRemaining()) {
                    bytes += channel.write(buffer);
                }
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(before);
            channel.position(before);
            bytes = before;
            throw e;
        }
    }

    /** Gives the file its final name; one without messages goes. */
    void close() throws IOException {
        channel.close();
        Path open = folder.resolve(name + Segment.OPEN);
        if (bytes == 0) {
            Files.delete(open);
        } else {
            Files.move(open, folder.resolve(name + Segment.CLOSED), StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
    }

    /** Makes names of a folder lasting. */
    static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
