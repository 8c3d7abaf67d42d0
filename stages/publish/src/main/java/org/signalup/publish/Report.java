package org.signalup.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signalup.domain.Language;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.publish.internal.Page;

/**
 * Writes {@code report.html}: one self-contained page in Chinese and English that a director reads in a minute and an
 * engineer for an hour. Equal results give equal bytes: what varies from run to run (clock, duration, engine) is left
 * to {@code summary.json}. Throws {@link UncheckedIOException} when the file cannot be written.
 */
public final class Report implements ReportWriter {
    /** The name of the page inside the evaluation folder. */
    public static final String FILE = "report.html";

    private final Language first;

    /** Chinese first. */
    public Report() {
        this(Language.ZH);
    }

    /** @param first the language shown first; the other is one click away */
    public Report(Language first) {
        this.first = first;
    }

    @Override
    public void write(Results results, Path folder) {
        String page = new Page(results, first).render();
        try {
            Files.writeString(folder.resolve(FILE), page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
