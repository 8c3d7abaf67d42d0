package org.signalup.intake.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.domain.TextOrder;
import org.signalup.intake.RefusalCode;

/** Finds the files behind the paths a user gave: files as named, folders with everything in them that may hold samples. */
public final class InputFiles {
    private static final List<String> ENDINGS =
            List.of(".csv", ".csv.gz", ".txt", ".txt.gz", ".tsv", ".tsv.gz", ".parquet", ".xlsx");

    private final List<InputFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> passedOver = new ArrayList<>();

    /** @param inputs files or folders; the order does not matter, files come out in the code-point order of their names */
    public InputFiles(List<Path> inputs) {
        inputs.forEach(this::add);
        files.sort(Comparator.comparing(InputFile::name, TextOrder.CODE_POINTS)
                .thenComparing(file -> file.path().toString(), TextOrder.CODE_POINTS));
        if (files.isEmpty() && problems.isEmpty()) {
            inputs.forEach(
                    input -> problems.add(new FileRefusal(RefusalCode.NO_SAMPLE_FILE).problem(input.toString())));
        }
    }

    public List<InputFile> files() {
        return files;
    }

    /** Paths that cannot be read. */
    public List<Problem> problems() {
        return problems;
    }

    /** Files of folders that are no sample files by their ending. */
    public List<Problem> passedOver() {
        return passedOver;
    }

    private void add(Path input) {
        if (Files.isDirectory(input)) {
            addFolder(input);
        } else if (Files.isReadable(input)) {
            files.add(new InputFile(input, input.getFileName().toString()));
        } else {
            problems.add(new FileRefusal(RefusalCode.FILE_UNREADABLE).problem(input.toString()));
        }
    }

    private void addFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(".") || name.contains("/.")) {
                    return;
                }
                if (ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                    files.add(new InputFile(file, name));
                } else {
                    passedOver.add(Problem.ofFile(
                            name, "NOT_A_SAMPLE_FILE", Text.of("不是采样文件，已跳过", "not a sample file, passed over")));
                }
            });
        } catch (IOException e) {
            problems.add(new FileRefusal(RefusalCode.FILE_UNREADABLE).problem(folder.toString()));
        }
    }
}
