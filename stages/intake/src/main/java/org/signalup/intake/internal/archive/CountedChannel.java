package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;

/** Refuses to hand out more than so many bytes: a list of members that is longer would have to fit in memory. */
final class CountedChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private long left;

    CountedChannel(SeekableByteChannel channel, long most) {
        this.channel = channel;
        this.left = most;
    }

    void countNoMore() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = channel.read(target);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw new FileRefusal(RefusalCode.ARCHIVE_BOMB);
        }
        return read;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return channel.write(source);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
