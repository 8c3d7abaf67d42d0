package org.signalup.evaluate.internal.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.signalup.engine.RemoteFiles;
import org.signalup.evaluate.internal.write.OutputFolder;
import org.signalup.lake.PassingFolder;

/** Takes away folders that nobody has written to in a while. Other processes may be doing the same. */
final class OldFolders {
    private OldFolders() {}

    /** Deletes those folders of a place that were not written to for so long. */
    static void delete(Path place, Duration unwritten, Predicate<Path> these) throws IOException {
        FileTime since = FileTime.from(Instant.now().minus(unwritten));
        List<Path> folders;
        try (Stream<Path> all = Files.list(place)) {
            folders = all.filter(these).toList();
        }
        for (Path folder : folders) {
            try {
                if (Files.getLastModifiedTime(folder).compareTo(since) < 0) {
                    delete(folder);
                }
            } catch (NoSuchFileException e) {
                // Another process has just taken it away.
            }
        }
    }

    /** Under another name first, where names can be changed at once: half a folder must not be taken for a whole one. */
    private static void delete(Path folder) throws IOException {
        Path doomed = folder;
        if (!RemoteFiles.isRemote(folder)) {
            doomed = PassingFolder.in(folder.getParent());
            Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
        }
        OutputFolder.delete(doomed);
    }
}
