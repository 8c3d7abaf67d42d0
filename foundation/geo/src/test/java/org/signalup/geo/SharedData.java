package org.signalup.geo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files beside the repository; a test that needs one skips with one printed line where they are missing. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        System.out.println("skipped: shared/data/" + name + " is not beside this repository");
        assumeTrue(false, name);
        throw new IllegalStateException(name);
    }
}
