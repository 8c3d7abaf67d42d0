package org.signalup.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.IntakeRun;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.InputFiles;

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
        return read(inputs, file -> true, options, engine);
    }

    /**
     * The same for those of the files that are {@code wanted}; their names are those they have among all. With none
     * wanted the datasets are empty.
     */
    public static IntakeReport read(List<Path> inputs, Predicate<Path> wanted, IntakeOptions options, Engine engine) {
        return new IntakeRun(options, engine).read(inputs, wanted);
    }

    /** The files that {@link #read} would look at, in its order; paths that cannot be read are left out. */
    public static List<SampleFile> files(List<Path> inputs) {
        return new InputFiles(inputs)
                .files().stream()
                        .map(file -> new SampleFile(file.path(), file.name()))
                        .toList();
    }

    /**
     * A file that may hold samples.
     *
     * @param name as reports and rejects call it
     */
    public record SampleFile(Path path, String name) {}

    /** The digest that {@link IntakeReport.FileReport#digest} would tell; empty when the file cannot be read to its end. */
    public static Optional<String> digest(Path file) {
        return InputFile.findDigest(file);
    }
}
