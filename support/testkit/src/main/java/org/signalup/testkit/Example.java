package org.signalup.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.Standard;
import org.signalup.standards.StandardReader;

/** A shipped example, read as the command line reads it. */
public record Example(
        Path samples,
        Programme programme,
        Standard standard,
        Ledger ledger,
        List<Path> profileFolders,
        Optional<String> profile,
        Optional<String> crs) {
    /** Finds {@code examples/<name>} beside or above the working folder. */
    public static Optional<Example> find(String name) {
        String file = "examples/" + name + "/example.properties";
        return above(file).map(root -> read(root, root.resolve(file).getParent()));
    }

    /** Finds the shipped programme beside or above the working folder. */
    public static Optional<Path> programmeFolder() {
        return above("programme/programme.yml").map(root -> root.resolve("programme"));
    }

    private static Optional<Path> above(String file) {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            if (Files.exists(root.resolve(file))) {
                return Optional.of(root);
            }
        }
        return Optional.empty();
    }

    private static Example read(Path root, Path folder) {
        Properties of = properties(folder.resolve("example.properties"));
        Optional<Path> overlay = Optional.ofNullable(of.getProperty("overlay")).map(root::resolve);
        Programme programme = ProgrammeReader.read(
                root.resolve("programme"), overlay.map(List::of).orElse(List.of()));
        return new Example(
                folder.resolve("samples"),
                programme,
                StandardReader.read(root.resolve("programme/standards").resolve(of.getProperty("standard") + ".yml")),
                LedgerReader.read(folder.resolve("ledger"), programme),
                List.of(root.resolve("programme/profiles")),
                Optional.ofNullable(of.getProperty("profile")),
                Optional.ofNullable(of.getProperty("crs")));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
