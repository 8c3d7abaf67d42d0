package org.signalup.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.live.internal.inbox.Segment;

class InboxTest {
    @TempDir
    Path folder;

    private Inbox open(String... set) {
        Map<String, String> numbers = set.length == 0 ? Map.of() : Map.of(set[0], set[1]);
        return Inbox.open(folder, LiveSettings.of(name -> Optional.ofNullable(numbers.get(name))));
    }

    static Batch batch(String id, long rows) {
        return new Batch(
                id,
                "d" + id,
                Instant.parse("2026-01-02T03:04:05Z"),
                1,
                Optional.of(2L),
                Optional.empty(),
                "甲",
                Channel.SAMPLES,
                "canonical",
                rows,
                rows,
                "1-" + rows,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static byte[] rows(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> content(Inbox inbox) {
        List<String> content = new ArrayList<>();
        for (Segment segment : inbox.closed()) {
            segment.forEach(
                    entry -> content.add(entry.batch().id() + "=" + new String(entry.rows(), StandardCharsets.UTF_8)));
        }
        return content;
    }

    @Test
    void whatWasKeptIsThereAfterReopeningInItsOrder() {
        try (Inbox inbox = open()) {
            inbox.append(batch("a", 1), rows("1\n"));
            inbox.append(batch("b", 2), rows("2\n3\n"));
            assertThat(inbox.find("a")).contains(batch("a", 1));
            assertThat(inbox.find("c")).isEmpty();
        }
        try (Inbox inbox = open()) {
            assertThat(inbox.find("b")).contains(batch("b", 2));
            inbox.append(batch("c", 0), rows(""));
            assertThat(content(inbox)).containsExactly("a=1\n", "b=2\n3\n", "c=");
            inbox.closed().forEach(inbox::remove);
            assertThat(inbox.backlogBytes()).isZero();
            assertThat(inbox.find("a")).isPresent();
            assertThat(inbox.waiting()).isEmpty();
            assertThat(content(inbox)).isEmpty();
        }
    }

    @Test
    void aMessageOfAKnownIdIsKeptOnceHoweverManyBringIt() throws Exception {
        try (Inbox inbox = open()) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<Batch>> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String id = "m" + i % 50;
                all.add(threads.submit(() -> inbox.append(batch(id, 1), rows(id + "\n"))));
            }
            for (Future<Batch> one : all) {
                assertThat(one.get().id()).startsWith("m");
            }
            threads.shutdown();
            assertThat(content(inbox)).hasSize(50).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTornEndIsCutAndWhatWasBeforeItIsThere() throws IOException {
        try (Inbox inbox = open()) {
            inbox.append(batch("a", 1), rows("1\n"));
            inbox.append(batch("b", 1), rows("2\n"));
        }
        Path file = segment();
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length / 2; cut += 7) {
            Files.delete(segment());
            Files.write(
                    folder.resolve("20260102T030405.000Z-0000.open"),
                    java.util.Arrays.copyOf(whole, whole.length - cut));
            try (Inbox inbox = open()) {
                assertThat(content(inbox)).as("cut by " + cut).containsExactly("a=1\n");
            }
        }
    }

    @Test
    void aFlippedBitCostsOneMessageAndTheFileIsPutAside() throws IOException {
        try (Inbox inbox = open()) {
            inbox.append(batch("a", 1), rows("1\n"));
            inbox.append(batch("b", 1), rows("2\n"));
        }
        Path file = segment();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(60);
            bytes.write('#');
        }
        try (Inbox inbox = open()) {
            assertThat(content(inbox)).containsExactly("b=2\n");
        }
        assertThat(folder.resolve("damaged").resolve(file.getFileName())).exists();
    }

    @Test
    void garbageAfterTheLastMessageHarmsNothing() throws IOException {
        try (Inbox inbox = open()) {
            inbox.append(batch("a", 1), rows("1\n"));
        }
        Files.write(segment(), new byte[100], StandardOpenOption.APPEND);
        try (Inbox inbox = open()) {
            assertThat(content(inbox)).containsExactly("a=1\n");
        }
    }

    private Path segment() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".closed"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whenTooMuchWaitsForTheLakeNothingMoreIsTaken() {
        byte[] big = new byte[700_000];
        try (Inbox inbox = open("signalup.live.backlog-mb", "1")) {
            inbox.append(batch("a", 1), big);
            inbox.append(batch("b", 1), big);
            assertThatThrownBy(() -> inbox.append(batch("c", 1), big))
                    .isInstanceOfSatisfying(
                            InboxFull.class,
                            full -> assertThat(full.retryAfterS()).isEqualTo(5));
            assertThatThrownBy(inbox::refuseIfFull).isInstanceOf(InboxFull.class);
            assertThat(inbox.append(batch("a", 1), big)).isEqualTo(batch("a", 1));
            inbox.closed().forEach(inbox::remove);
            assertThat(inbox.append(batch("c", 1), big)).isEqualTo(batch("c", 1));
        }
    }

    @Test
    void aFullFileIsClosedAndTheNextSortsAfterIt() {
        try (Inbox inbox = open("signalup.live.segment-mb", "1")) {
            for (int i = 0; i < 5; i++) {
                inbox.append(batch("m" + i, 1), new byte[600_000]);
            }
            List<Segment> closed = inbox.closed();
            assertThat(closed).hasSize(3);
            List<String> ids = new ArrayList<>();
            closed.forEach(
                    segment -> segment.forEach(entry -> ids.add(entry.batch().id())));
            assertThat(ids).containsExactly("m0", "m1", "m2", "m3", "m4");
        }
    }

    @Test
    void oneProgramHasAnInboxAtATime() {
        try (Inbox inbox = open()) {
            assertThat(inbox.waiting()).isEmpty();
            assertThatThrownBy(this::open).isInstanceOf(RefusedException.class);
        }
    }
}
