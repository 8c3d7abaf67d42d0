package org.signalup.intake;

import java.nio.file.Path;
import java.util.List;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.IntakeRun;

/**
 * Reads sample files of any known client into the datasets of {@link SampleSchema}.
 *
 * <p>Files are read in the code-point order of their names whatever the order of the arguments; a file given twice is
 * counted once. A row that cannot be kept becomes a reject ({@link RejectCode}); a file that cannot be read refuses the
 * whole run ({@link RefusalCode}).
 */
public final class Intake {
    private Intake() {}

    /**
     * Fills {@code sample_read}, {@code sample_file} and {@code sample_reject}.
     *
     * @param inputs files, or folders with all that is in them
     * @throws RefusedException with every problem of every file; no dataset is left then
     */
    public static IntakeReport read(List<Path> inputs, IntakeOptions options, Engine engine) {
        return new IntakeRun(options, engine).read(inputs);
    }
}
