package org.signalup.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.register.ImportBatch.State;
import org.signalup.register.ImportBatch.Status;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** A program killed while it looks at files or applies them: nothing is half applied, nothing lost, and one goes on from there. */
class KilledImportTest {
    private static final int ROWS = 4_000;
    private static final int ROUNDS = 3;
    private static final int LONGEST_PAUSE_MS = 900;

    @TempDir
    Path folder;

    /** Looks at a file and applies it, saying where it is; goes on from a look that is there. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            try (Store store = Store.open(StoreSettings.embedded(Path.of(arguments[0])))) {
                Imports imports = new Imports(store, Kept.PROGRAMME);
                System.out.println("looking");
                ImportBatch batch = imports.list(Kept.editor(), 1).stream()
                        .findFirst()
                        .orElseGet(() -> imports.preview(Kept.editor(), Path.of(arguments[1]), "places.csv"));
                System.out.println("applying");
                imports.confirm(Kept.editor(), batch.id(), ROWS, 0, "");
                System.out.println("applied");
            }
        }
    }

    @Test
    void whateverMomentItIsKilledAtAnImportIsAppliedWhollyOrNotAtAll() throws Exception {
        Path files = folder.resolve("files");
        String[] rows = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = "KI-%d,场所%d,GOV,,910901,117.1,36.6,WGS84,,,,2025,,,".formatted(row, row);
        }
        Kept.places(files, rows);
        Random random = new Random(11);
        boolean applied = false;
        for (int round = 0; round < ROUNDS && !applied; round++) {
            String until = round == 0 ? "looking" : "applying";
            String last = killed(files, until, random.nextInt(LONGEST_PAUSE_MS));
            applied = stateAfter(last);
        }
        if (!applied) {
            assertThat(killed(files, "applied", 0)).isEqualTo("applied");
            applied = stateAfter("applied");
        }
        assertThat(applied).isTrue();
    }

    /** Runs the program until it says a word and a while longer, then kills it; what it had said last. */
    private String killed(Path files, String word, long pauseMs) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.resolve("data").toString(),
                        files.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (program.isAlive() && !Files.readAllLines(said).contains(word)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(pauseMs);
        program.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(said);
        assertThat(lines).contains(word);
        return lines.get(lines.size() - 1);
    }

    /** Whether the import is applied; that it is so wholly or not at all, and is if that was said. */
    private boolean stateAfter(String last) {
        try (Store store = Store.open(StoreSettings.embedded(folder.resolve("data")))) {
            Imports imports = new Imports(store, Kept.PROGRAMME);
            long places = count(store, "place");
            long recorded = count(store, "audit where subject = 'place'");
            State state = imports.list(Kept.editor(), 1).stream()
                    .findFirst()
                    .map(ImportBatch::state)
                    .orElse(State.DISCARDED);
            boolean applied = state == State.APPLIED;
            assertThat(places).isEqualTo(applied ? ROWS : 0);
            assertThat(recorded).isEqualTo(places);
            if (state == State.PREVIEW) {
                assertThat(imports.list(Kept.editor(), 1).get(0).count(Status.NEW))
                        .isEqualTo(ROWS);
            }
            assertThat(applied || !last.equals("applied"))
                    .as("said %s, is %s", last, state)
                    .isTrue();
            return applied;
        }
    }

    private static long count(Store store, String of) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql("select count(*) from " + of)
                        .query(Long.class)
                        .single());
    }
}
