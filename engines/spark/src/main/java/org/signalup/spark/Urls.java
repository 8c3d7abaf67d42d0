package org.signalup.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.signalup.engine.RemoteFiles;

/** Paths as Spark names them. */
final class Urls {
    private Urls() {}

    /** A local path, also where the cluster's usual file system is another. */
    static String of(Path path) {
        return RemoteFiles.isRemote(path) ? path.toString() : "file:" + path.toAbsolutePath();
    }

    /** Gives a finished file its name; where it belongs elsewhere it is sent there. */
    static void move(Path finished, Path file) throws IOException {
        if (RemoteFiles.isRemote(file)) {
            Files.copy(finished, file, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(finished);
        } else {
            Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
