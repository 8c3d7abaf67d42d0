package org.signalup.evaluate;

import java.nio.file.Path;

/** Adds files to an evaluation folder before it appears under its name, for example {@code report.html}. */
@FunctionalInterface
public interface ReportWriter {
    ReportWriter NONE = (results, folder) -> {};

    void write(Results results, Path folder);
}
