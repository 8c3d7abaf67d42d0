package org.signalup.evaluate.internal.write;

import java.nio.file.Path;
import org.signalup.evaluate.Summary;

/** {@code summary.json}. */
public final class SummaryFile {
    static final String NAME = "summary.json";

    private SummaryFile() {}

    public static void publish(Summary summary, Path folder) {
        JsonFile.write(folder.resolve(NAME), summary);
    }
}
