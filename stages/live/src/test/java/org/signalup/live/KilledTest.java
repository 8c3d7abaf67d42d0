package org.signalup.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake;
import org.signalup.lake.LakeView;
import org.signalup.lake.SourceBasis;

/** Real processes that are killed without a warning. */
class KilledTest {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubledHoweverOftenItIsKilled() throws Exception {
        Random random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            int known = acknowledged().size();
            // The last message may be there without having been acknowledged: whoever sent it sends it again.
            Process process = start(known);
            while (acknowledged().size() == known) {
                assertThat(process.isAlive()).isTrue();
                TimeUnit.MILLISECONDS.sleep(20);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
            process.destroyForcibly().waitFor();
        }
        drainTheRest();
        List<String> acknowledged = acknowledged();
        List<String> sessions = sessions();
        Set<String> expected = new HashSet<>();
        for (String id : acknowledged) {
            for (int row = 0; row < Keeper.ROWS; row++) {
                expected.add(id + "-" + row);
            }
        }
        assertThat(sessions).doesNotHaveDuplicates().containsAll(expected);
        // At most the one message that was under way at the last kill is there without having been acknowledged.
        assertThat(sessions.size() - expected.size()).isIn(0, Keeper.ROWS);
        assertThat(folder.resolve("inbox")).isDirectoryNotContaining("glob:**.{closed,open}");
    }

    private List<String> acknowledged() throws IOException {
        Path file = folder.resolve("acknowledged");
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().distinct().toList();
    }

    private Process start(int from) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                folder.toString(),
                Integer.toString(from)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void drainTheRest() {
        try (Inbox inbox = Inbox.open(folder.resolve("inbox"), Keeper.settings(1));
                LiveDrain drain =
                        new LiveDrain(inbox, batches -> {}, Keeper.where(folder), Keeper.settings(3_600_000))) {
            drain.drain();
            assertThat(inbox.waiting()).isEmpty();
        }
        assertThat(Lake.open(folder.resolve("lake")).view().batches())
                .allSatisfy(
                        batch -> assertThat(batch.basis()).hasValue(new SourceBasis(SourceBasis.Kind.LIVE, "", "")));
    }

    private List<String> sessions() {
        List<String> sessions = new ArrayList<>();
        LakeView view = Lake.open(folder.resolve("lake")).view();
        try (Engine engine = Keeper.engine(folder)) {
            view.attachSamples(engine, "s", view.dates());
            engine.forEach("SELECT session_id FROM s", row -> sessions.add(row.text(0)));
        }
        return sessions;
    }
}
