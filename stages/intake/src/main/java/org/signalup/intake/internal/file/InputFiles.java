package org.signalup.intake.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.domain.TextOrder;
import org.signalup.intake.RefusalCode;

/** Finds the files behind the paths a user gave: files as named, folders with everything in them that may hold samples. */
public final class InputFiles {
    /** Of names without what says how the file is packed. */
    private static final Set<String> ENDINGS = Set.of(
            "csv", "txt", "tsv", "json", "jsonl", "ndjson", "kml", "kmz", "nmf", "xml", "gpx", "nmea", "gpkg",
            "parquet", "xlsx", "zip", "7z", "tar", "tgz", "tbz2", "txz", "rar");

    /** Words that stand beside data in archives and folders. */
    private static final Pattern PAPERS = Pattern.compile(
            "(read.?me|lies.?mich|licen[cs]e|lizenz|copying|notice|attribution|.*说明|.*许可|.*读我|.*自述|.*须知).*\\.txt");

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

    /** Whether a file that nobody named may hold samples, by its name. */
    public static boolean maySample(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String plain = Compression.plain(last);
        String ending = plain.substring(plain.lastIndexOf('.') + 1);
        return ENDINGS.contains(ending) && !PAPERS.matcher(plain).matches();
    }

    public static Problem noSampleFile(String name) {
        return Problem.ofFile(name, "NOT_A_SAMPLE_FILE", Text.of("不是采样文件，已跳过", "not a sample file, passed over"));
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

    /** Whether a name is that of a hidden file, or of one that an office program keeps beside an open document. */
    public static boolean unseen(String last) {
        return last.startsWith(".") || last.startsWith("~$");
    }

    private void addFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(name.split("/")).anyMatch(InputFiles::unseen)) {
                    return;
                }
                if (maySample(name)) {
                    files.add(new InputFile(file, name));
                } else {
                    passedOver.add(noSampleFile(name));
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // The latter where it is a folder in it that cannot be read.
            problems.add(new FileRefusal(RefusalCode.FILE_UNREADABLE).problem(folder.toString()));
        }
    }
}
