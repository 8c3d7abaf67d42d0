package org.signalup.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.engine.Engine;
import org.signalup.lake.Lake.Added;
import org.signalup.lake.TopicSource.Batch;

class BatchFileTest {
    private static final String GOOD =
            "{\"observed_at\":\"2025-06-02T09:00:00+08:00\",\"lon\":117.00000000000000001,\"lat\":36.65,\"crs\":\"WGS84\","
                    + "\"operator\":\"CMCC\",\"rat\":\"5G\",\"rsrp_dbm\":-9.05e1,\"sinr_db\":12,\"tester_org\":\"一队，\\\"甲\\\"\"";

    @TempDir
    Path folder;

    private BatchFile file() {
        return new BatchFile(folder.resolve("batch"), new Shore(folder, "nowhere:1").order());
    }

    private static List<Message> messages(long offset, String... values) {
        List<Message> messages = new ArrayList<>();
        for (String value : values) {
            messages.add(new Message(3, offset + messages.size(), 1_750_000_000_000L, value.getBytes(UTF_8)));
        }
        return messages;
    }

    private String content(List<Message> messages) throws IOException {
        return Files.readString(file().write(messages.iterator()).orElseThrow().file());
    }

    @Test
    void theSameMessagesAreTheSameBytesAndEqualSamplesElsewhereAreNot() throws IOException {
        String first = content(messages(10, GOOD + "}", "no json"));
        assertThat(content(messages(10, GOOD + "}", "no json"))).isEqualTo(first);
        assertThat(content(messages(12, GOOD + "}", "no json"))).isNotEqualTo(first);
        assertThat(first.lines().skip(1))
                .element(0)
                .asString()
                .startsWith(
                        "drive-tests,3,10,1750000000000,2025-06-02T09:00:00+08:00,117.00000000000000001,36.65,WGS84,");
        assertThat(first.lines().skip(2)).containsExactly("drive-tests,3,11,1750000000000");
    }

    @Test
    void theNameSaysWhichMessagesAndStaysShortEnoughForAFile() {
        assertThat(name(messages(10, "{}", "{}"))).isEqualTo("kafka-drive-tests@3_10-11.csv");
        List<Message> everywhere = new ArrayList<>();
        for (int partition = 0; partition < 300; partition++) {
            everywhere.add(new Message(partition, 5_000_000_000L, 0, null));
        }
        assertThat(name(everywhere))
                .startsWith("kafka-drive-tests@300_partitions_")
                .hasSizeLessThan(100);
        assertThat(file().write(List.<Message>of().iterator())).isEmpty();
    }

    private String name(List<Message> messages) {
        return file().write(messages.iterator())
                .orElseThrow()
                .file()
                .getFileName()
                .toString();
    }

    @Test
    void oneBadMessageCostsNoOther() {
        List<Message> messages = messages(
                0,
                GOOD + "}",
                GOOD + ",\"floor\":\"\\u0000\"}",
                GOOD + ",\"floor\":\"\\ud800\"}",
                GOOD + ",\"floor\":\"a\\nb\"}",
                GOOD + ",\"floor\":[1]}",
                GOOD + ",\"floor\":\"" + "x".repeat(100_000) + "\"}",
                GOOD + "} {",
                GOOD,
                "",
                GOOD + ",\"floor\":null,\"imsi\":\"460001234567890\",\"kept\":{\"rat\":[]}}");
        Optional<Batch> batch = file().write(messages.iterator());
        assertThat(batch.orElseThrow().unusedKeys()).containsExactlyInAnyOrder("imsi", "kept");
        assertThat(batch.get().messages()).isEqualTo(10);

        Shore shore = new Shore(folder, "nowhere:1");
        try (Engine engine = shore.engine()) {
            Added added = shore.lake().add(List.of(batch.get().file()), shore.options(), engine);
            assertThat(added.rows()).isEqualTo(2);
            assertThat(added.report().files().get(0).rejectedByCode())
                    .containsOnlyKeys("FIELD_COUNT")
                    .containsValue(8L);
        }
    }

    @Test
    void aBatchOfNothingButBadMessagesIsTaken() {
        Batch batch = file().write(messages(0, "bad", "worse").iterator()).orElseThrow();
        Shore shore = new Shore(folder, "nowhere:1");
        try (Engine engine = shore.engine()) {
            assertThat(shore.lake()
                            .add(List.of(batch.file()), shore.options(), engine)
                            .report()
                            .rejected())
                    .isEqualTo(2);
        }
    }
}
