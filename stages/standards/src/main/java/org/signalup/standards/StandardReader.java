package org.signalup.standards;

import java.nio.file.Path;
import org.signalup.standards.internal.StandardFile;

/** Reads one standard from its file. */
public final class StandardReader {
    private StandardReader() {}

    /**
     * Reads the file and checks it by {@link StandardCheck}.
     *
     * @throws org.signalup.domain.RefusedException with every problem
     */
    public static Standard read(Path file) {
        Standard standard = StandardFile.read(file);
        StandardCheck.refuseNonsense(standard, file.toString());
        return standard;
    }
}
