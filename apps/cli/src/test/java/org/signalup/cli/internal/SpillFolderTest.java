package org.signalup.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
    @TempDir
    Path folder;

    @Test
    void runsThatShareAPlaceKeepOutOfEachOthersWay() throws IOException {
        Path out = folder.resolve("work").resolve("signalup");
        try (SpillFolder first = SpillFolder.beside(out)) {
            Path kept = Files.writeString(first.path().resolve("rows"), "kept");
            try (SpillFolder second = SpillFolder.beside(out)) {
                assertThat(second.path()).isNotEqualTo(first.path()).exists();
            }
            assertThat(kept).hasContent("kept");
        }
        assertThat(out.getParent()).isEmptyDirectory();
    }

    /** Of a machine whose processes nobody here knows by number. */
    @Test
    void whatAKilledRunLeftGoesAndWhatIsAliveElsewhereStays() throws Exception {
        Path out = folder.resolve("signalup");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        out.toString())
                .redirectErrorStream(true)
                .start();
        Path left = Path.of(other.inputReader().readLine());
        assertThat(left).isNotEmptyDirectory();
        SpillFolder.beside(out).close();
        assertThat(left).isNotEmptyDirectory();
        other.destroyForcibly().waitFor();
        SpillFolder.beside(out).close();
        assertThat(folder).isEmptyDirectory();
    }

    /** A run that never ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(SpillFolder.beside(Path.of(arguments[0])).path());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
