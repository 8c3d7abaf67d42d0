package org.signalup.standards;

import java.nio.file.Path;
import java.util.List;
import org.signalup.standards.internal.ProgrammeLayers;

/** Reads {@code programme.yml} of the programme folder and of overlay folders laid over it. */
public final class ProgrammeReader {
    private ProgrammeReader() {}

    /**
     * Reads and merges.
     *
     * @param programmeDir folder with the whole programme
     * @param overlays folders with additions and overrides, the later over the earlier
     * @throws org.signalup.domain.RefusedException with every problem of every file
     */
    public static Programme read(Path programmeDir, List<Path> overlays) {
        return ProgrammeLayers.read(programmeDir, overlays);
    }
}
