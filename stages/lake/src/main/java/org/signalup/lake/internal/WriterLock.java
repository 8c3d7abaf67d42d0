package org.signalup.lake.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.signalup.domain.RefusedException;

/** One writer at a time, over processes and threads. The system lets go of the lock of a process that died. */
final class WriterLock implements Book.Turn {
    private static final long PAUSE_MS = 50;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws RefusedException if somebody else writes and does not end within {@code patience} */
    static WriterLock take(LakeFolder folder, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<WriterLock> lock = tryTake(folder);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() >= end) {
                throw Refusals.busy(folder);
            }
            pause(folder);
        }
    }

    private static Optional<WriterLock> tryTake(LakeFolder folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(LakeFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(held -> new WriterLock(channel));
        } catch (IOException e) {
            throw Refusals.unwritable(folder, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void pause(LakeFolder folder) {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.busy(folder);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
