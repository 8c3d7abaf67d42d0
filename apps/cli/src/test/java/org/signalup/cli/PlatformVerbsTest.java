package org.signalup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.store.DataFolder;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;

/** What the verbs about the platform's database say and do. */
class PlatformVerbsTest {
    private static final Pattern HEAD = Pattern.compile("\\d+:[0-9a-f]{64}");

    @TempDir
    Path folder;

    private Run signalup(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--lang", "en"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(all.toArray(String[]::new), Map.of(), Terminal.piped(out, err));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String place(String name) {
        return folder.resolve(name).toString();
    }

    private static void organisation(Store store, String code) {
        store.run(
                Scope.PLATFORM,
                client -> client.sql(
                                "insert into organisation (code, name, kind) values (:code, '山东管局', 'ADMINISTRATION')")
                        .param("code", code)
                        .update());
    }

    private Store open(String data) {
        return Store.open(StoreSettings.embedded(new DataFolder(folder.resolve(data)).postgres()));
    }

    @Test
    void aRunningPlatformIsBackedUpAndRestoredElsewhereWithTheManifestOfItsLake() throws IOException {
        Path lake = Files.createDirectories(folder.resolve("data/lake"));
        Files.writeString(lake.resolve("lake.json"), "{}");
        try (Store store = open("data")) {
            organisation(store, "SD");
            Run backup = signalup("backup", "--data", place("data"), "--out", place("b.zip"));
            assertThat(backup.err()).isEmpty();
            assertThat(backup.out()).contains("2 rows backed up").containsPattern(HEAD);
            assertThat(backup.exitCode()).isZero();
            // The platform goes on.
            organisation(store, "SD2");
        }
        Run again = signalup("backup", "--data", place("data"), "--out", place("b.zip"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("a file of this name is there already");
        Run restored = signalup("restore", "--data", place("other"), "--from", place("b.zip"));
        assertThat(restored.err()).isEmpty();
        assertThat(restored.exitCode()).isZero();
        assertThat(folder.resolve("other/lake/lake.json")).hasContent("{}");
        Run twice = signalup("restore", "--data", place("other"), "--from", place("b.zip"));
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("the database holds data");
    }

    @Test
    void rawFilesAndDamagedMessagesGoWhenThePolicyNoLongerKeepsThem() throws IOException {
        Path old = kept("data/uploads/a/raw.csv", "2020-01-01T00:00:00Z");
        Path fresh = kept("data/uploads/a/new.csv", Instant.now().toString());
        Path damaged = kept("data/inbox/damaged/m", "2020-01-01T00:00:00Z");

        Run purged = signalup("purge", "--data", place("data"));

        assertThat(purged.err()).isEmpty();
        assertThat(purged.out()).contains("raw uploads: 1 purged", "damaged messages: 1 purged");
        assertThat(old).doesNotExist();
        assertThat(damaged).doesNotExist();
        assertThat(fresh).exists();
    }

    private Path kept(String name, String since) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(since)));
    }

    @Test
    void verifyingTheRecordNamesTheTamperedEntryAndTheHeadToNote() {
        try (Store store = open("data")) {
            organisation(store, "SD");
            organisation(store, "SD2");
        }
        Run sound = signalup("audit", "verify", "--data", place("data"));
        assertThat(sound.exitCode()).isZero();
        assertThat(sound.out()).contains("2 entries of the record read", "the record is sound");
        Matcher head = HEAD.matcher(sound.out());
        assertThat(head.find()).isTrue();
        try (Store store = open("data")) {
            store.run(Scope.PLATFORM, client -> {
                client.sql("alter table audit no force row level security").update();
                client.sql("update audit set reason = 'x' where seq = 1").update();
            });
        }
        Run tampered = signalup("audit", "verify", "--data", place("data"), "--head", head.group());
        assertThat(tampered.exitCode()).isEqualTo(1);
        assertThat(tampered.err()).contains("entry 1: its content or digest was altered [ALTERED]");
        assertThat(tampered.out()).doesNotContain("sound");
    }

    @Test
    void librariesSayNothingBetweenTheLinesThatWereAskedFor() {
        try (Store store = open("data")) {
            organisation(store, "SD");
        }
        Run run = Run.of(folder, "audit", "verify", "--data", place("data"), "--lang", "en");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void wrongWordsAreSaidAndNothingIsMade() {
        Run none = signalup("backup", "--data", place("none"), "--out", place("b.zip"));
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("is no data folder of a platform");
        assertThat(folder.resolve("none")).doesNotExist();
        Run file = signalup("restore", "--data", place("none"), "--from", place("missing.zip"));
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
