package org.signalup.web.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;

/**
 * An evaluation as the lists show it.
 *
 * @param id name of its folder
 * @param stamp changes when the folder is replaced
 */
public record CatalogEntry(String id, Results results, String stamp) {
    static CatalogEntry read(Path folder) {
        return new CatalogEntry(folder.getFileName().toString(), Evaluation.open(folder), stampOf(folder));
    }

    static String stampOf(Path folder) {
        Path manifest = folder.resolve("manifest.json");
        try {
            return Files.getLastModifiedTime(manifest).toMillis() + "-" + Files.size(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Summary summary() {
        return results.summary();
    }

    /** The day it speaks of; sorts as text. */
    public String asOfText() {
        return summary().asOf().map(LocalDate::toString).orElse("");
    }
}
