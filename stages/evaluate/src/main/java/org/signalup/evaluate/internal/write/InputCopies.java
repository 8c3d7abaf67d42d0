package org.signalup.evaluate.internal.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.signalup.evaluate.EvaluationRequest.Inputs;

/** Copies policy and ledger into the evaluation, so that it can be read and verified without anything beside it. */
public final class InputCopies {
    private static final String AGGREGATES = "input/aggregates";

    private InputCopies() {}

    public static void publish(Inputs inputs, List<Path> aggregates, Path folder) {
        try {
            for (int i = 0; i < inputs.programmeFolders().size(); i++) {
                Path from = inputs.programmeFolders().get(i).resolve("programme.yml");
                if (Files.exists(from)) {
                    copy(from, folder.resolve(SavedResults.PROGRAMMES + "/%02d/programme.yml".formatted(i)));
                }
            }
            copy(inputs.standardFile(), folder.resolve(SavedResults.STANDARD));
            for (Path file : ledgerFiles(inputs.ledgerFolder())) {
                copy(file, folder.resolve(SavedResults.LEDGER).resolve(file.getFileName()));
            }
            for (Path file : aggregates) {
                copy(file, folder.resolve(AGGREGATES).resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> ledgerFiles(Path ledger) throws IOException {
        try (Stream<Path> files = Files.list(ledger)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
