package org.signalup.cli.internal.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.signalup.cli.internal.UsageException;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;

/** A folder that is not there yet, or empty; what goes in appears at once. */
record FreshFolder(Path folder) {
    /** @throws UsageException if there is something in it */
    static FreshFolder of(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (whole.getFileName() == null) {
            throw Words.wrong("--out", folder.toString(), Text.of("有名字的目录", "a folder with a name"));
        }
        if (Files.exists(whole) && !empty(whole)) {
            throw new UsageException(Text.of("--out: " + folder + " 已存在且非空", "--out: " + folder + " is not empty"));
        }
        return new FreshFolder(whole);
    }

    void fill(Consumer<Path> writer) {
        try {
            Files.createDirectories(folder.getParent());
            String name =
                    "." + folder.getFileName() + "." + ProcessHandle.current().pid();
            Path aside = Files.createDirectory(folder.resolveSibling(name));
            writer.accept(aside);
            Files.deleteIfExists(folder);
            Files.move(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder, e);
        }
    }

    private static boolean empty(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
