package org.signalup.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Period;
import org.signalup.domain.Text;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.ledger.LedgerReader;
import org.signalup.simulate.Calibration;
import org.signalup.simulate.Round;
import org.signalup.simulate.Simulation;
import org.signalup.standards.Programme;
import org.signalup.standards.Standards;

/** An example whose samples are made when needed: one evaluation a round, each against the one before. The samples are not kept. */
final class SimulatedExample {
    private static final String MEMORY = "600MB";

    private final Session session;
    private final Example example;
    private final boolean quiet;

    SimulatedExample(Session session, Example example, boolean quiet) {
        this.session = session;
        this.example = example;
        this.quiet = quiet;
    }

    /** Evaluates every round into a folder of its own below {@code out} and returns those. */
    List<Path> run(EvaluationRun run, Path out) {
        Example.Simulated simulated = example.simulation().orElseThrow();
        Simulation simulation = simulation(simulated.calibration());
        List<Path> evaluations = new ArrayList<>();
        Optional<Path> previous = Optional.empty();
        for (Round round : simulated.rounds()) {
            Path evaluation = out.resolve(example.id() + "-" + round.month());
            evaluate(run, simulation, round, previous, evaluation);
            previous = Optional.of(evaluation);
            evaluations.add(evaluation);
        }
        return evaluations;
    }

    private Simulation simulation(Path calibration) {
        ProgrammeChoice choice =
                new ProgrammeChoice(session.programmeFolder(), example.overlay().map(session.home()::resolve));
        Programme programme = choice.read();
        List<String> operators = programme
                .obligedOperators()
                .orElseGet(() ->
                        Standards.find(example.standard(), choice.folders()).obligedOperators());
        return new Simulation(LedgerReader.read(example.ledger(), programme), Calibration.read(calibration), operators);
    }

    private void evaluate(EvaluationRun run, Simulation simulation, Round round, Optional<Path> previous, Path out) {
        try (SpillFolder samples = SpillFolder.beside(out.resolveSibling(out.getFileName() + "-samples"))) {
            Path file = samples.path().resolve("simulated-" + round.month() + ".parquet");
            long rows = write(simulation, round, file);
            if (!quiet) {
                session.say(Text.of(
                        "已生成 " + round.month() + " 的模拟样本 " + String.format("%,d", rows) + " 行",
                        String.format("%,d", rows) + " simulated samples of " + round.month()));
            }
            Period period = new Period(round.firstDay(), round.month().atEndOfMonth());
            run.run(example.order(session.home(), file, period, previous, out));
        }
    }

    private static long write(Simulation simulation, Round round, Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Engine engine = DuckDbEngine.open(0, MEMORY, file.getParent())) {
            return simulation.write(round, engine, file);
        }
    }
}
