package org.signalup.cli.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Period;
import org.signalup.domain.Text;

/** One evaluation from folders to a printed summary: the only wiring of stages to an engine. */
final class EvaluationRun {
    private final Session session;
    private final boolean quiet;

    /** @param quiet neither progress nor summary */
    EvaluationRun(Session session, boolean quiet) {
        this.session = session;
        this.quiet = quiet;
    }

    /** What to evaluate, as the caller said it. */
    record Order(
            Path ledger,
            List<Path> samples,
            String standard,
            Optional<Path> overlay,
            Optional<String> profile,
            Optional<String> crs,
            Period period,
            Optional<LocalDate> asOf,
            Optional<Path> previous,
            Path out,
            boolean replace,
            Optional<Integer> threads,
            Optional<String> memoryLimit) {}

    void run(Order order) {
        session.warn(Text.of("尚未接入：" + order.out() + quiet, "not wired yet"));
    }
}
