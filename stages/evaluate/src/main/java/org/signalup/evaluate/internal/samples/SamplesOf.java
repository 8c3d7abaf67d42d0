package org.signalup.evaluate.internal.samples;

import org.signalup.engine.Engine;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.SampleSource.InFiles;
import org.signalup.evaluate.SampleSource.InLake;
import org.signalup.evaluate.internal.Phases;

/** Finds the samples that a request speaks of. */
public final class SamplesOf {
    private SamplesOf() {}

    public static Samples source(EvaluationRequest request, Engine engine, Phases phases) {
        if (request.samples() instanceof InLake lake) {
            return new LakeSamples(request, lake, engine, phases);
        }
        return new FileSamples(request, (InFiles) request.samples(), engine, phases);
    }
}
