package org.signalup.cli.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository as files. */
public final class House {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private House() {}

    /** The folder of the parent POM. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("signalup")) || !Files.isDirectory(folder.resolve("foundation"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside the repository: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** Folders of the modules, in the order of the parent POM. */
    static List<Path> modules() {
        Matcher matcher = MODULE.matcher(text(root().resolve("pom.xml")));
        return matcher.results().map(module -> root().resolve(module.group(1))).toList();
    }

    /** Every Java file of the product, without tests. */
    static List<Path> mainSources() {
        return modules().stream()
                .flatMap(module -> files(module.resolve("src/main/java")).stream())
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Documents for people: at the root, in docs/ and one in each module and example. */
    public static List<Path> documents() {
        Stream<Path> atRoot = children(root()).stream();
        Stream<Path> inDocs = files(root().resolve("docs")).stream();
        Stream<Path> ofModules = modules().stream().map(module -> module.resolve("README.md"));
        Stream<Path> ofExamples = files(root().resolve("examples")).stream();
        return Stream.of(atRoot, inDocs, ofModules, ofExamples)
                .flatMap(files -> files)
                .filter(file -> file.toString().endsWith(".md") && Files.exists(file))
                .toList();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path as a reader of a failure wants it. */
    static String name(Path file) {
        return root().relativize(file).toString();
    }
}
