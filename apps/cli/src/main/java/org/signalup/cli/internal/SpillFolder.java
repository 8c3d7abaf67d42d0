package org.signalup.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Where the engine spills: a hidden folder beside the results, so that it is on the disk the caller chose. What a killed run left
 * behind is taken away by the next one. Runs on several machines may share the place, where a number of a process says
 * nothing: whoever is alive holds the lock of a file in his folder.
 */
public final class SpillFolder implements AutoCloseable {
    private static final String ALIVE = ".alive";

    private final Path folder;
    private final FileChannel alive;

    private SpillFolder(Path folder, FileChannel alive) {
        this.folder = folder;
        this.alive = alive;
    }

    public static SpillFolder beside(Path out) {
        Path place = out.toAbsolutePath().normalize();
        String prefix = "." + place.getFileName() + ".spill-";
        try {
            Files.createDirectories(place.getParent());
            removeLeftovers(place.getParent(), prefix);
            Path folder = Files.createDirectory(place.resolveSibling(prefix + UUID.randomUUID()));
            return new SpillFolder(folder, live(folder));
        } catch (IOException e) {
            Text message = Text.of("输出位置无法写入：" + e, "cannot be written: " + e);
            throw new RefusedException(Problem.ofFile(out.toString(), "OUT_UNWRITABLE", message));
        }
    }

    /** The file is seen under its name only when it is locked. */
    private static FileChannel live(Path folder) throws IOException {
        Path unseen = folder.resolve(ALIVE + ".tmp");
        FileChannel channel = FileChannel.open(unseen, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock(channel).isPresent()) {
            Files.move(unseen, folder.resolve(ALIVE), StandardCopyOption.ATOMIC_MOVE);
        }
        return channel;
    }

    /** Empty if somebody else holds it, or if this file system has no locks. */
    private static Optional<FileLock> lock(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        try (alive) {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeLeftovers(Path parent, String prefix) throws IOException {
        List<Path> folders;
        try (Stream<Path> children = Files.list(parent)) {
            folders = children.filter(child -> child.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path folder : folders) {
            if (isLeftover(folder)) {
                delete(folder);
            }
        }
    }

    private static boolean isLeftover(Path folder) throws IOException {
        Path file = folder.resolve(ALIVE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel).isPresent();
        } catch (NoSuchFileException e) {
            // Its run has just ended.
            return false;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
