package org.signalup.standards;

import java.nio.file.Path;
import java.util.List;
import org.signalup.standards.internal.SpecFile;
import org.signalup.standards.internal.SpecRun;

/** Runs the worked examples of a standard. */
public final class SpecRunner {
    private SpecRunner() {}

    /**
     * Reads the examples of a {@code *.spec.yml}.
     *
     * @throws org.signalup.domain.RefusedException with every problem
     */
    public static List<SpecCase> load(Path file) {
        return SpecFile.read(file);
    }

    /** Lets the judge answer and compares cell by cell. */
    public static SpecOutcome run(SpecCase specCase, Standard standard, SpecJudge judge) {
        return new SpecOutcome(specCase, SpecRun.differences(specCase, standard, judge));
    }
}
