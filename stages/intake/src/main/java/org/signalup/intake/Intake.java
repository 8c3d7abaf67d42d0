package org.signalup.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.internal.IntakeRun;
import org.signalup.intake.internal.archive.Unpacking;
import org.signalup.intake.internal.file.FileRefusal;
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
     * @param inputs files, or folders with all that is in them; an archive stands for what is in it
     * @throws RefusedException with every problem of every file; no dataset is left then
     */
    public static IntakeReport read(List<Path> inputs, IntakeOptions options, Engine engine) {
        return read(inputs, file -> true, options, engine);
    }

    /**
     * The same for those of the files that are {@code wanted}; their names are those they have among all. An archive is
     * asked for first, then each file in it. With none wanted the datasets are empty.
     */
    public static IntakeReport read(
            List<Path> inputs, Predicate<SampleFile> wanted, IntakeOptions options, Engine engine) {
        return new IntakeRun(options, engine).read(inputs, file -> wanted.test(SampleFile.of(file)));
    }

    /** The files and archives that {@link #read} would look at, in its order; paths that cannot be read are left out. */
    public static List<SampleFile> files(List<Path> inputs) {
        return new InputFiles(inputs).files().stream().map(SampleFile::of).toList();
    }

    /** Digests of the files in an archive, by name; empty when it is damaged or hostile, which reading it tells. */
    public static Map<String, String> members(SampleFile archive) {
        Map<String, String> digests = new TreeMap<>();
        try (Unpacking unpacking = new Unpacking(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (InputFile file : unpacking.files(new InputFile(archive.content(), archive.name()))) {
                digests.put(file.name(), file.digest());
            }
        } catch (FileRefusal | IOException e) {
            return Map.of();
        }
        return digests;
    }

    /**
     * A file that may hold samples, or an archive of such.
     *
     * @param path the file that was given: itself, or the archive it lies in
     * @param name as reports and rejects call it; {@code archive.zip!/file.csv} within an archive
     * @param content where its bytes are as long as reading lasts
     */
    public record SampleFile(Path path, String name, Path content) {
        static SampleFile of(InputFile file) {
            return new SampleFile(file.origin(), file.name(), file.path());
        }

        /** Whether it is an archive, told by its content. */
        public boolean archive() {
            return Unpacking.isArchive(new InputFile(content, name));
        }

        /** The digest that {@link IntakeReport.FileReport#digest} would tell; empty when it cannot be read to its end. */
        public Optional<String> digest() {
            return InputFile.findDigest(content);
        }
    }

    /** {@link SampleFile#digest} of a file that is no part of an archive. */
    public static Optional<String> digest(Path file) {
        return InputFile.findDigest(file);
    }
}
