package org.signalup.evaluate.internal.samples;

import java.nio.file.Path;
import org.signalup.engine.EngineFailure;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.intake.IntakeReport;

/** The samples of one evaluation, on their way to what can be judged. */
public interface Samples {
    /** Makes {@code sample_file} and {@code sample_reject} known, and samples themselves to who counts them. */
    IntakeReport read(Path work);

    /**
     * Counts the samples of the period. Leaves {@code tally}, {@code levels}, {@code test_match} if there are
     * tests, and a complete {@code sample_reject}.
     *
     * @param data where the tables of the evaluation are gathered
     */
    Counted count(Targets targets, Path data);

    /** What a failure of the engine means: itself, or why these samples cannot be read. */
    default RuntimeException explain(EngineFailure failure) {
        return failure;
    }

    /**
     * Puts the samples of the period and what matched what among the tables of the evaluation. Comes last: what was counted of samples that
     * changed meanwhile may go with it.
     */
    void keep(Path data);
}
