package org.signalup.live.internal.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.signalup.domain.Sha256;

/**
 * Which messages of a broker were kept already. A broker brings a message again whose acknowledgement was lost, but not in the
 * company it had before: so the messages of the last groups are known one by one, on disk before their group is kept.
 */
public final class HeardBefore {
    private static final int GROUPS = 20;

    private final Path file;
    private final Deque<List<String>> groups = new ArrayDeque<>();
    private final Set<String> kept = new HashSet<>();

    /**
     * What an earlier process wrote down.
     *
     * @param isKept whether a group of this digest is kept; the last one may have been written down and not kept
     */
    public HeardBefore(Path file, Predicate<String> isKept) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .map(line -> List.of(line.split(" ")))
                        .filter(group -> isKept.test(group.get(0)))
                        .forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> group) {
        groups.addLast(group);
        kept.addAll(group.subList(1, group.size()));
        if (groups.size() > GROUPS) {
            List<String> oldest = groups.removeFirst();
            oldest.subList(1, oldest.size()).forEach(kept::remove);
        }
    }

    /** Whether this message was kept before. */
    public boolean knows(byte[] message) {
        return kept.contains(Sha256.hex(message));
    }

    /** Writes down a group that is about to be kept. */
    public void about(String groupDigest, List<byte[]> messages) {
        List<String> group = new ArrayList<>(List.of(groupDigest));
        messages.forEach(message -> group.add(Sha256.hex(message)));
        List<String> lines = new ArrayList<>();
        groups.forEach(known -> lines.add(String.join(" ", known)));
        lines.add(String.join(" ", group));
        Path torn = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                torn, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
            out.force(true);
            Files.move(torn, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!groups.isEmpty() && groups.getLast().get(0).equals(groupDigest)) {
            return;
        }
        add(group);
    }
}
