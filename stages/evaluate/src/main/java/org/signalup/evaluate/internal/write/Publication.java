package org.signalup.evaluate.internal.write;

import java.nio.file.Path;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.Results;
import org.signalup.evaluate.Summary;

/** The last steps of an evaluation folder: pages, manifest, its name. */
public final class Publication {
    private Publication() {}

    /** Lets the report be written, lists every file, moves the folder to its name and reads it from there. */
    public static Results publish(EvaluationRequest request, Summary summary, OutputFolder out, ReportWriter report) {
        report.write(results(request, summary, out.partial()), out.partial());
        Manifest.write(out.partial());
        Path published = out.publish();
        return results(request, summary, published);
    }

    private static Results results(EvaluationRequest request, Summary summary, Path folder) {
        return new SavedResults(folder, summary, request.programme(), request.standard(), request::ledger);
    }
}
