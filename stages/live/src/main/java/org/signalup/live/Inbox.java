package org.signalup.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.signalup.live.internal.inbox.Entry;
import org.signalup.live.internal.inbox.InboxFiles;
import org.signalup.live.internal.inbox.InboxWriter;
import org.signalup.live.internal.inbox.Segment;

/**
 * 收件箱: what arrived and is not in the lake yet. A message is on the disk, with a digest of its own, when {@link #append} returns;
 * messages of many threads share one write to the disk. What a killed process had written is there at the next start.
 *
 * <p>One process has an inbox at a time.
 */
public final class Inbox implements AutoCloseable {
    private final InboxFiles files;
    private final InboxWriter writer;

    private Inbox(InboxFiles files, InboxWriter writer) {
        this.files = files;
        this.writer = writer;
    }

    /** Opens the inbox of a folder, with all that an earlier process left in it. */
    public static Inbox open(Path folder, LiveSettings settings) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InboxFiles files = InboxFiles.open(folder, settings);
        return new Inbox(files, new InboxWriter(files, settings));
    }

    /**
     * Keeps a message. One with the same id is not kept again.
     *
     * @param rows lines of a canonical sample file, without header
     * @return the batch that is kept: another one if there was one of this id before
     * @throws InboxFull if nothing more is taken; nothing was kept then
     */
    public Batch append(Batch batch, byte[] rows) {
        return writer.append(new Entry(batch, rows));
    }

    /** @throws InboxFull if nothing would be taken now: asked before a message is looked at */
    public void refuseIfFull() {
        writer.refuseIfFull();
    }

    /** A message that is here, or went into the lake a moment ago. */
    public Optional<Batch> find(String id) {
        return files.find(id);
    }

    /** All messages that are not in the lake yet. */
    public Collection<Batch> waiting() {
        return files.waiting();
    }

    /** Bytes that are not in the lake yet. */
    public long backlogBytes() {
        return files.backlogBytes();
    }

    /** Ends the file that is being written; all closed files, the oldest first. */
    public List<Segment> closed() {
        return files.closed();
    }

    /** How many rows of which waiting messages have one of some words as a cell. */
    Map<Batch, Long> holding(Set<String> words) {
        Map<Batch, Long> found = new LinkedHashMap<>();
        closed().forEach(segment -> segment.forEach(entry -> {
            long rows = new String(entry.rows(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> Stream.of(line.split(",", -1)).anyMatch(words::contains))
                    .count();
            if (rows > 0) {
                found.put(entry.batch(), rows);
            }
        }));
        return found;
    }

    /** Takes a file away whose messages are in the lake. */
    public void remove(Segment segment) {
        files.remove(segment);
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        writer.close();
        files.close();
    }
}
