package org.signalup.live.internal.inbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.signalup.domain.Text;
import org.signalup.live.Batch;
import org.signalup.live.InboxFull;
import org.signalup.live.LiveSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what many threads bring, all that waits at once: a disk that takes 10 ms for a write takes hundreds of messages in them. */
public final class InboxWriter {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWriter.class);
    private static final int LARGEST_GROUP = 1_000;
    private static final long LOOK_EVERY_MS = 200;

    private final InboxFiles files;
    private final LiveSettings settings;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Map<String, Waiting> underway = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean diskFull;

    private record Waiting(Entry entry, CompletableFuture<Batch> written) {}

    public InboxWriter(InboxFiles files, LiveSettings settings) {
        this.files = files;
        this.settings = settings;
        this.thread = new Thread(this::write, "inbox");
        this.thread.start();
    }

    /** Returns when the message is on the disk. */
    public Batch append(Entry entry) {
        Waiting mine = new Waiting(entry, new CompletableFuture<>());
        Waiting other = underway.putIfAbsent(entry.batch().id(), mine);
        if (other != null) {
            return await(other.written);
        }
        try {
            Optional<Batch> known = files.find(entry.batch().id());
            if (known.isPresent()) {
                mine.written.complete(known.get());
                return known.get();
            }
            refuseIfFull();
            queuedBytes.addAndGet(entry.rows().length);
            queue.add(mine);
            return await(mine.written);
        } catch (InboxFull e) {
            mine.written.completeExceptionally(e);
            throw e;
        } finally {
            underway.remove(entry.batch().id(), mine);
        }
    }

    private static Batch await(CompletableFuture<Batch> written) {
        try {
            return written.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InboxFull full) {
                throw full;
            }
            throw e;
        }
    }

    public void refuseIfFull() {
        if (closing) {
            throw full(Text.of("平台正在停止", "the platform is stopping"));
        }
        if (queuedBytes.get() > settings.queuedBytes()) {
            throw full(Text.of("等待写盘的采样过多", "too much is waiting for the disk"));
        }
        if (files.backlogBytes() > settings.backlogBytes()) {
            throw full(Text.of("等待入湖的采样过多", "too much is waiting for its way into the lake"));
        }
        if (diskFull) {
            throw full(Text.of("磁盘空间不足", "the disk is full"));
        }
    }

    private InboxFull full(Text why) {
        return new InboxFull((int) settings.retryAfter().toSeconds(), why);
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                diskFull = files.freeBytes() < settings.freeBytes();
                Waiting first = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP);
                    write(group);
                    group.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void write(List<Waiting> group) {
        try {
            files.append(group.stream().map(Waiting::entry).toList());
            group.forEach(waiting -> waiting.written.complete(waiting.entry.batch()));
        } catch (IOException | RuntimeException e) {
            LOG.error("the inbox cannot be written", e);
            InboxFull full = full(Text.of("无法写盘", "the disk cannot be written"));
            group.forEach(waiting -> waiting.written.completeExceptionally(full));
        }
        group.forEach(waiting -> queuedBytes.addAndGet(-waiting.entry.rows().length));
    }

    /** Writes what waits, then ends. */
    public void close() {
        closing = true;
        try {
            thread.join();
            queue.forEach(
                    late -> late.written.completeExceptionally(full(Text.of("平台正在停止", "the platform is stopping"))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
