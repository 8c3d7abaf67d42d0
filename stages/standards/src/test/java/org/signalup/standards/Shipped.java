package org.signalup.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The policy files of this repository. */
final class Shipped {
    static final Path PROGRAMME_DIR = find();
    static final Path SHANDONG = PROGRAMME_DIR.resolve("overlays/shandong");
    static final Path DAKAR = PROGRAMME_DIR.resolve("overlays/dakar");

    private Shipped() {}

    static Programme programme(Path... overlays) {
        return ProgrammeReader.read(PROGRAMME_DIR, List.of(overlays));
    }

    static Standard standard(int year) {
        return Standards.find("signal-upgrade-" + year, List.of(PROGRAMME_DIR));
    }

    /** Tests run in the module's folder or in the root. */
    private static Path find() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isRegularFile(dir.resolve("programme/programme.yml"))) {
                return dir.resolve("programme");
            }
        }
        throw new IllegalStateException("programme/programme.yml: not found above the working folder");
    }
}
