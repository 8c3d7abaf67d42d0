package org.signalup.evaluate;

import java.nio.file.Path;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.evaluate.internal.EvaluationRun;
import org.signalup.evaluate.internal.write.SavedResults;

/** The main job: ledger + samples + standard → verdicts, rates, stars, progress, plan, in one immutable folder. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Evaluates and writes the folder {@code request.out()}, which appears whole or not at all.
     *
     * @param engine a fresh session; its datasets are this run's
     * @param report adds pages to the folder before it appears
     * @throws RefusedException if an input was refused; nothing is written then
     */
    public static Results run(EvaluationRequest request, Engine engine, ReportWriter report) {
        return new EvaluationRun(request, engine).run(report);
    }

    /**
     * Opens a finished evaluation.
     *
     * @throws RefusedException if the folder is none, or incomplete
     */
    public static Results open(Path folder) {
        return SavedResults.open(folder);
    }
}
