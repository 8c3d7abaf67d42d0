package org.signalup.standards.internal.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Policy files that an overlay replaces as a whole. */
public final class PolicyFolder {
    private PolicyFolder() {}

    /** The file of the last folder that has it, else that of the first. */
    public static Path last(List<Path> programme, String file) {
        Path last = programme.get(0);
        for (Path folder : programme) {
            last = Files.isRegularFile(folder.resolve(file)) ? folder : last;
        }
        return last.resolve(file);
    }
}
