package org.signalup.cli.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.cli.internal.terminal.ProgressLine;
import org.signalup.cli.internal.terminal.ResultSummary;
import org.signalup.domain.Period;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationOrder;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.SampleSource;
import org.signalup.publish.Report;
import org.signalup.standards.CrowdRule;

/** One evaluation from folders to a printed summary, on the engine the caller named. */
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
            Optional<Path> lake,
            String standard,
            Optional<Path> overlay,
            Optional<String> profile,
            Optional<String> crs,
            Period period,
            Optional<LocalDate> asOf,
            Optional<Path> previous,
            List<Path> aggregates,
            Path out,
            boolean replace,
            boolean simulated,
            Set<CrowdRule> withoutFilters,
            Computing computing) {}

    void run(Order order) {
        new OutputPlace(session).check(order);
        EngineProvider provider = order.computing().provider();
        Results results;
        try (ProgressLine progress = ProgressLine.start(session.terminal(), session.language(), quiet)) {
            EvaluationRequest request = inputs(order).request(session.language(), progress);
            try (SpillFolder spill = order.computing().spill(order.out());
                    Engine engine = order.computing().open(provider, spill)) {
                results = Evaluation.run(request, engine, new Report(session.language()));
            }
        }
        if (!quiet) {
            ResultSummary.print(results, session.terminal(), session.language());
            ResultSummary.printReport(order.out(), session.terminal(), session.language());
        }
    }

    private EvaluationOrder inputs(Order order) {
        ProgrammeChoice choice = new ProgrammeChoice(session.programmeFolder(), order.overlay());
        return new EvaluationOrder(
                choice.layers(),
                order.standard(),
                order.ledger(),
                source(order, choice),
                order.period(),
                order.asOf(),
                order.previous(),
                order.aggregates(),
                order.simulated(),
                order.withoutFilters(),
                order.out(),
                order.replace());
    }

    private static SampleSource source(Order order, ProgrammeChoice choice) {
        return order.lake().isPresent()
                ? new SampleSource.InLake(order.lake().get())
                : new SampleSource.InFiles(order.samples(), choice.profileFolders(), order.profile(), order.crs());
    }
}
