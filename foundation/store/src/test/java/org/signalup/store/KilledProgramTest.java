package org.signalup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the database that comes along when its program, or itself, is killed. */
class KilledProgramTest {
    private static final long LONGEST_S = 60;

    @TempDir
    Path folder;

    /** The program that is killed: says when it has written. */
    static final class Program {
        public static void main(String[] arguments) throws Exception {
            Store store = Store.open(StoreSettings.embedded(Path.of(arguments[0])));
            store.run(
                    Scope.PLATFORM,
                    client -> client.sql(
                                    "insert into organisation (code, name, kind) values ('A', '甲', 'ADMINISTRATION')")
                            .update());
            System.out.println("written");
            Thread.sleep(TimeUnit.SECONDS.toMillis(LONGEST_S));
        }
    }

    private static String organisations(Store store) {
        return store.read(
                Scope.PLATFORM,
                client -> client.sql("select string_agg(name, ' ') from organisation")
                        .query(String.class)
                        .single());
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheProgramWasKilledAndItsServerLeftBehind() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = program.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals("written")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("written");
        } finally {
            program.destroyForcibly().waitFor();
        }
        try (Store store = Store.open(StoreSettings.embedded(folder))) {
            assertThat(organisations(store)).isEqualTo("甲");
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainAndTheStoreAnswersWithoutBeingOpenedAnew() throws Exception {
        try (Store store = Store.open(StoreSettings.embedded(folder))) {
            store.run(
                    Scope.PLATFORM,
                    client -> client.sql(
                                    "insert into organisation (code, name, kind) values ('A', '甲', 'ADMINISTRATION')")
                            .update());
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .forEach(ProcessHandle::destroyForcibly);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_S);
            boolean answers = store.answers();
            while (!answers && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
                answers = store.answers();
            }
            assertThat(answers).isTrue();
            assertThat(organisations(store)).isEqualTo("甲");
        }
    }
}
