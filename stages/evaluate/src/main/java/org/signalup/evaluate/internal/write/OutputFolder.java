package org.signalup.evaluate.internal.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

/**
 * The folder an evaluation appears in. Everything is written beside it, under a name of its own, and moved when whole.
 * A run that died leaves only such a private folder; the next run removes those whose process is gone.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String PARTIAL = ".partial-";
    private static final String RETIRED = ".retired-";

    private final Path out;
    private final Path partial;

    private OutputFolder(Path out, Path partial) {
        this.out = out;
        this.partial = partial;
    }

    /**
     * Prepares to write {@code out}.
     *
     * @throws RefusedException if it holds something and {@code replace} is false, or cannot be written
     */
    public static OutputFolder open(Path out, boolean replace) {
        Path target = out.toAbsolutePath().normalize();
        try {
            if (Files.exists(target) && !Files.isDirectory(target)) {
                throw refused(out, "OUT_NOT_FOLDER", Text.of("输出位置是文件，应为文件夹", "is a file (expected: a folder)"));
            }
            if (Files.isDirectory(target) && !empty(target) && !replace) {
                throw refused(
                        out,
                        "OUT_NOT_EMPTY",
                        Text.of("输出文件夹非空；要替换请加 --replace", "is not empty (expected: an empty folder, or --replace)"));
            }
            Files.createDirectories(target.getParent());
            sweep(target);
            Path partial = sibling(target, PARTIAL + ProcessHandle.current().pid());
            Files.createDirectories(partial.resolve("data"));
            Files.createDirectories(partial.resolve("work"));
            return new OutputFolder(target, partial);
        } catch (IOException e) {
            throw refused(out, "OUT_UNWRITABLE", Text.of("输出文件夹无法写入：" + e, "cannot be written: " + e));
        }
    }

    private static RefusedException refused(Path out, String code, Text message) {
        return new RefusedException(Problem.ofFile(out.toString(), code, message));
    }

    private static Path sibling(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + suffix);
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Removes private folders of dead processes, and brings back what a dead swap had put aside. */
    private static void sweep(Path target) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> siblings = Files.list(target.getParent())) {
            leftovers = siblings.filter(path -> isLeftover(target, path)).toList();
        }
        for (Path leftover : leftovers) {
            boolean retired = leftover.getFileName().toString().contains(RETIRED);
            if (retired && !Files.exists(target)) {
                Files.move(leftover, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                delete(leftover);
            }
        }
    }

    private static boolean isLeftover(Path target, Path path) {
        String name = path.getFileName().toString();
        String own = "." + target.getFileName();
        for (String kind : List.of(PARTIAL, RETIRED)) {
            if (name.startsWith(own + kind)
                    && name.substring((own + kind).length()).matches("\\d{1,18}")) {
                long pid = Long.parseLong(name.substring((own + kind).length()));
                return pid == ProcessHandle.current().pid()
                        || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
            }
        }
        return false;
    }

    /** Where to write. */
    public Path partial() {
        return partial;
    }

    /** For files that live only as long as the run. */
    public Path work() {
        return partial.resolve("work");
    }

    /** Makes the folder appear under its name, in the place of an older one. */
    public Path publish() {
        try {
            delete(work());
            Path retired = sibling(out, RETIRED + ProcessHandle.current().pid());
            boolean older = Files.exists(out);
            if (older) {
                Files.move(out, retired, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(partial, out, StandardCopyOption.ATOMIC_MOVE);
            if (older) {
                delete(retired);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        discard(partial);
    }

    /** Removes a folder that was of use for a while. */
    public static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException error) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
