package org.signalup.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.signalup.domain.Language;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
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
    private final boolean simulated;

    /** Chinese first; says 模拟数据 when the ledger or the sample files do. */
    public Report() {
        this(Language.ZH, false);
    }

    /**
     * @param first the language shown first; the other is one click away
     * @param simulated true to label the page 模拟数据 even if neither ledger nor file names say so
     */
    public Report(Language first, boolean simulated) {
        this.first = first;
        this.simulated = simulated;
    }

    @Override
    public void write(Results results, Path folder) {
        String page = new Page(results, first, simulated || saysSimulated(results)).render();
        try {
            Files.writeString(folder.resolve(FILE), page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a place, a line or a sample file is named 模拟 or simulated. */
    private static boolean saysSimulated(Results results) {
        Stream<String> names = Stream.of(
                        results.ledger().places().stream().map(Place::name),
                        results.ledger().lines().stream().map(Line::name),
                        results.summary().files().stream().map(Summary.FileLine::file))
                .flatMap(stream -> stream);
        return names.map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("模拟") || name.contains("simulated"));
    }
}
