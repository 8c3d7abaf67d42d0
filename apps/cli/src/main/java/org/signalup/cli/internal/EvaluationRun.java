package org.signalup.cli.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.cli.internal.terminal.ProgressLine;
import org.signalup.cli.internal.terminal.ResultSummary;
import org.signalup.domain.Period;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.SampleSource;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.publish.Report;
import org.signalup.standards.Programme;
import org.signalup.standards.Standard;
import org.signalup.standards.StandardReader;
import org.signalup.standards.Standards;

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
            Path out,
            boolean replace,
            boolean simulated,
            Computing computing) {}

    void run(Order order) {
        new OutputPlace(session).check(order);
        EngineProvider provider = order.computing().provider();
        Results results;
        try (ProgressLine progress = ProgressLine.start(session.terminal(), session.language(), quiet)) {
            EvaluationRequest request = request(order, progress);
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

    private EvaluationRequest request(Order order, ProgressListener progress) {
        ProgrammeChoice choice = new ProgrammeChoice(session.programmeFolder(), order.overlay());
        progress.progress(Text.of("读取标准和台账", "reading standard and ledger"), 0, 0);
        Programme programme = choice.read();
        List<Problem> problems = new ArrayList<>();
        Optional<Path> file = attempt(() -> Standards.locate(order.standard(), choice.folders()), problems);
        Optional<Standard> standard = file.flatMap(path -> attempt(() -> StandardReader.read(path), problems));
        Optional<Ledger> ledger = attempt(() -> LedgerReader.read(order.ledger(), programme), problems);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return new EvaluationRequest(
                programme,
                standard.orElseThrow(),
                ledger.orElseThrow(),
                source(order, choice),
                order.period(),
                order.asOf(),
                order.previous(),
                order.simulated(),
                order.out(),
                order.replace(),
                session.language(),
                progress,
                Optional.of(new EvaluationRequest.Inputs(choice.layers(), file.orElseThrow(), order.ledger())));
    }

    private static SampleSource source(Order order, ProgrammeChoice choice) {
        return order.lake().isPresent()
                ? new SampleSource.InLake(order.lake().get())
                : new SampleSource.InFiles(order.samples(), choice.profileFolders(), order.profile(), order.crs());
    }

    /** The value, or its problems added to those of the other inputs, so that all are told at once. */
    private static <T> Optional<T> attempt(Supplier<T> reading, List<Problem> problems) {
        try {
            return Optional.of(reading.get());
        } catch (RefusedException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
