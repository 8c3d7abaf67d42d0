package org.signalup.cli.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.signalup.domain.Period;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.simulate.Round;

/**
 * A shipped example: a folder with {@code ledger/}, {@code samples/} and {@code example.properties}, which says how it
 * is evaluated.
 *
 * @param overlay programme overlay, relative to the home folder
 * @param simulated whether its samples are invented
 * @param simulation how they are invented, where they are not shipped but made when needed
 */
record Example(
        String id,
        Path folder,
        Text name,
        String standard,
        Optional<String> overlay,
        Optional<String> profile,
        Optional<String> crs,
        boolean simulated,
        Optional<Simulated> simulation) {
    private static final String PROPERTIES = "example.properties";

    /**
     * Samples made when needed.
     *
     * @param calibration file in the example's folder
     */
    record Simulated(Path calibration, List<Round> rounds) {}

    /** The examples of a folder, by name. */
    static List<Example> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RefusedException(Problem.ofFile(
                    folder.toString(), "NO_EXAMPLES", Text.of("没有随附的示例", "the shipped examples are not here")));
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(child -> Files.exists(child.resolve(PROPERTIES)))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Example read(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(PROPERTIES))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(PROPERTIES), e);
        }
        String id = folder.getFileName().toString();
        return new Example(
                id,
                folder,
                Text.of(properties.getProperty("name.zh", id), properties.getProperty("name.en", id)),
                properties.getProperty("standard"),
                Words.text(properties.getProperty("overlay")),
                Words.text(properties.getProperty("profile")),
                Words.text(properties.getProperty("crs")),
                Boolean.parseBoolean(properties.getProperty("simulated")),
                Words.text(properties.getProperty("calibration"))
                        .map(file -> new Simulated(folder.resolve(file), rounds(properties.getProperty("rounds")))));
    }

    private static List<Round> rounds(String months) {
        List<Round> rounds = new ArrayList<>();
        for (String month : months.split(",")) {
            rounds.add(new Round(rounds.size(), YearMonth.parse(month)));
        }
        return rounds;
    }

    Path ledger() {
        return folder.resolve("ledger");
    }

    /** Files of service aggregates that came with it. */
    private List<Path> aggregates() {
        Path brought = folder.resolve("aggregates");
        if (!Files.isDirectory(brought)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(brought)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + brought, e);
        }
    }

    /** The order that evaluates the shipped samples. */
    EvaluationRun.Order order(Path home, Path out) {
        return order(home, folder.resolve("samples"), Period.ALL, Optional.empty(), out);
    }

    /** The order that evaluates these samples, against an earlier evaluation if there is one. */
    EvaluationRun.Order order(Path home, Path samples, Period period, Optional<Path> previous, Path out) {
        return new EvaluationRun.Order(
                ledger(),
                List.of(samples),
                Optional.empty(),
                standard,
                overlay.map(home::resolve),
                profile,
                crs,
                period,
                Optional.empty(),
                previous,
                aggregates(),
                out,
                true,
                simulated,
                Set.of(),
                Computing.USUAL);
    }
}
