package org.signalup.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.instrument.Comparison;
import org.signalup.publish.internal.instrument.ComparisonPage;
import org.signalup.standards.InstrumentPolicy;

/** Writes the page of a comparison of instruments: {@code report.html}, self-contained, in Chinese and English. */
public final class InstrumentReport {
    private final Language first;

    /** @param first the language shown first; the other is one click away */
    public InstrumentReport(Language first) {
        this.first = first;
    }

    /** @throws UncheckedIOException when the file cannot be written */
    public void write(List<Comparison> comparisons, InstrumentPolicy policy, Path folder) {
        try {
            Files.writeString(folder.resolve(Report.FILE), page(comparisons, policy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as text. */
    public String page(List<Comparison> comparisons, InstrumentPolicy policy) {
        return new ComparisonPage(comparisons, policy).render(first);
    }
}
