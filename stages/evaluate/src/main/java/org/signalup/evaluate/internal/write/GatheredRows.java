package org.signalup.evaluate.internal.write;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads the rows that a {@link RowStore} gathered, cell by cell in the order of its columns. */
final class GatheredRows implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 10;

    private final FileChannel channel;
    private final String[] words;
    private ByteBuffer buffer = empty(BUFFER);
    private long position;
    private long end;
    private int mask;

    /** @param words the codes by their number */
    GatheredRows(Path scratch, String[] words) throws IOException {
        this.channel = FileChannel.open(scratch);
        this.words = words;
    }

    private static ByteBuffer empty(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    }

    /** Goes to the first row of a range. */
    void enter(RowKeys.Range range) {
        position = range.from();
        end = range.to();
        buffer.position(0).limit(0);
    }

    /** Goes to the next row of the range, if there is one. */
    boolean next() throws IOException {
        if (!buffer.hasRemaining() && position == end) {
            return false;
        }
        require(Integer.BYTES);
        mask = buffer.getInt();
        return true;
    }

    boolean has(int column) {
        return (mask & 1 << column) != 0;
    }

    /** The text of the cell; {@code null} for the one of the row before. */
    String text() throws IOException {
        int length = (int) varint();
        if (length == 0) {
            return null;
        }
        require(length - 1);
        byte[] bytes = new byte[length - 1];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The number of a code, see {@link #word}. */
    int code() throws IOException {
        return (int) varint();
    }

    String word(int code) {
        return words[code];
    }

    int words() {
        return words.length;
    }

    long whole() throws IOException {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    double number() throws IOException {
        require(Double.BYTES);
        return buffer.getDouble();
    }

    private long varint() throws IOException {
        if (buffer.remaining() < LONGEST_NUMBER) {
            fill(LONGEST_NUMBER);
        }
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private void require(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill(bytes);
            if (buffer.remaining() < bytes) {
                throw new EOFException("gathered rows end early");
            }
        }
    }

    /** Reads on, so that as many bytes can be taken if there are. */
    private void fill(int bytes) throws IOException {
        if (bytes > buffer.capacity()) {
            buffer = empty(bytes).limit(buffer.remaining()).put(buffer).position(0);
        }
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + (end - position)));
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                break;
            }
            position += read;
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
