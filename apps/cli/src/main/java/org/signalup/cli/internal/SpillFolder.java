package org.signalup.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * Where the engine spills: a hidden folder beside the results, so that it is on the disk the caller chose. Named after
 * the process; what a killed run left behind is taken away by the next one.
 */
public final class SpillFolder implements AutoCloseable {
    private final Path folder;

    private SpillFolder(Path folder) {
        this.folder = folder;
    }

    public static SpillFolder beside(Path out) {
        Path place = out.toAbsolutePath().normalize();
        String prefix = "." + place.getFileName() + ".spill-";
        try {
            Files.createDirectories(place.getParent());
            removeLeftovers(place.getParent(), prefix);
            return new SpillFolder(Files.createDirectories(
                    place.resolveSibling(prefix + ProcessHandle.current().pid())));
        } catch (IOException e) {
            Text message = Text.of("输出位置无法写入：" + e, "cannot be written: " + e);
            throw new RefusedException(Problem.ofFile(out.toString(), "OUT_UNWRITABLE", message));
        }
    }

    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        delete(folder);
    }

    private static void removeLeftovers(Path parent, String prefix) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(child -> isLeftover(child.getFileName().toString(), prefix))
                    .forEach(SpillFolder::delete);
        }
    }

    private static boolean isLeftover(String name, String prefix) {
        if (!name.startsWith(prefix) || !name.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return false;
        }
        long process = Long.parseLong(name.substring(prefix.length()));
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
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
