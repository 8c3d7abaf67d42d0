package org.signalup.standards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.standards.internal.Nearest;

/** The standards of the programme folders: {@code <folder>/standards/<id>.yml}, examples beside them. */
public final class Standards {
    private static final String SUFFIX = ".yml";
    private static final String SPEC_SUFFIX = ".spec.yml";

    private Standards() {}

    /**
     * Finds the file of a standard.
     *
     * @param idOrFile an id, or a path ending in {@code .yml}
     * @param programmeDirs folders to look in, the first that has the id wins: overlays before the programme
     * @throws RefusedException when there is none; lists the known ids
     */
    public static Path locate(String idOrFile, List<Path> programmeDirs) {
        if (idOrFile.endsWith(SUFFIX)) {
            return Path.of(idOrFile);
        }
        return programmeDirs.stream()
                .map(dir -> dir.resolve("standards").resolve(idOrFile + SUFFIX))
                .filter(file -> idOrFile.matches("[A-Za-z0-9_.-]+") && Files.isRegularFile(file))
                .findFirst()
                .orElseThrow(() -> unknown(idOrFile, programmeDirs));
    }

    /**
     * Finds and reads a standard.
     *
     * @throws RefusedException when there is none, or with every problem it has
     */
    public static Standard find(String idOrFile, List<Path> programmeDirs) {
        return StandardReader.read(locate(idOrFile, programmeDirs));
    }

    /** The ids in these folders, in order. */
    public static List<String> ids(List<Path> programmeDirs) {
        TreeSet<String> ids = new TreeSet<>();
        for (Path dir : programmeDirs) {
            for (Path file : filesIn(dir.resolve("standards"))) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX) && !name.endsWith(SPEC_SUFFIX)) {
                    ids.add(name.substring(0, name.length() - SUFFIX.length()));
                }
            }
        }
        return List.copyOf(ids);
    }

    /** The worked examples beside a standard; empty when it has none. */
    public static Optional<Path> specOf(Path standardFile) {
        String name = standardFile.getFileName().toString();
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        Path spec = standardFile.resolveSibling(stem + SPEC_SUFFIX);
        return Files.isRegularFile(spec) ? Optional.of(spec) : Optional.empty();
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException unknown(String id, List<Path> programmeDirs) {
        List<String> known = ids(programmeDirs);
        String list = known.isEmpty() ? "-" : String.join(" ", known);
        Optional<String> near = Nearest.of(id, known);
        return new RefusedException(new Problem(
                "--standard",
                0,
                "",
                id,
                "STANDARD_UNKNOWN",
                Text.of(
                        "没有这个评测标准（可用：" + list
                                + near.map(n -> "；是否应为 " + n + "？").orElse("") + "）",
                        "no such standard (expected: one of " + list
                                + near.map(n -> "; " + n + "?").orElse("") + ")")));
    }
}
