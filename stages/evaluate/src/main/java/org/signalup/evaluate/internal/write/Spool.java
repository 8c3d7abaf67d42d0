package org.signalup.evaluate.internal.write;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Bytes put aside one behind the other: in memory while they are few, then in a file. First all is added, then read. */
final class Spool implements Closeable {
    private static final int IN_MEMORY = 4 << 20;

    private final Path file;
    private FileChannel channel;
    /** What is not in the file yet; when all is added, what was last read of it. */
    private byte[] window = new byte[1 << 12];

    private int used;
    private long windowFrom;

    /** @param file made only when there is much to put aside, and deleted in the end */
    Spool(Path file) {
        this.file = file;
    }

    /** Where the next bytes will lie. */
    long end() {
        return windowFrom + used;
    }

    void add(byte[] bytes, int count) throws IOException {
        if (used + count > IN_MEMORY) {
            flush();
        }
        if (used + count > window.length) {
            window = Arrays.copyOf(window, Math.max(window.length * 2, used + count));
        }
        System.arraycopy(bytes, 0, window, used, count);
        used += count;
    }

    private void flush() throws IOException {
        if (channel == null) {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        ByteBuffer buffer = ByteBuffer.wrap(window, 0, used);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        windowFrom += used;
        used = 0;
    }

    /** Nothing more will be added. */
    void seal() throws IOException {
        if (channel != null) {
            flush();
        }
    }

    /** Makes bytes readable at {@link #place} of {@link #window}; quick where they are asked for in the order they lie. */
    void show(long from, int count) throws IOException {
        if (channel == null || (from >= windowFrom && from + count <= windowFrom + used)) {
            return;
        }
        int wanted = (int) Math.min(Math.max(count, IN_MEMORY), channel.size() - from);
        if (wanted > window.length) {
            window = new byte[wanted];
        }
        ByteBuffer buffer = ByteBuffer.wrap(window, 0, wanted);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException(file + ": " + (from + buffer.position()) + " bytes (expected: more)");
            }
        }
        windowFrom = from;
        used = wanted;
    }

    byte[] window() {
        return window;
    }

    int place(long from) {
        return (int) (from - windowFrom);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
