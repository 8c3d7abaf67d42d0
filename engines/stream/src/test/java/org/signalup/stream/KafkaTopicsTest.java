package org.signalup.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;
import org.signalup.intake.IntakeReport;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.TopicFollower.Taken;
import org.signalup.stream.Child.Pause;
import org.signalup.testkit.Comparison;
import org.signalup.testkit.RandomWorld;
import org.signalup.testkit.WorldFiles.Shape;
import org.signalup.testkit.internal.Trial;

/** A real broker, and a process that is really killed. */
class KafkaTopicsTest {
    private static final List<List<String>> ROWS = Shore.WORLD.rows();
    /** What no program should send. */
    private static final List<String> BAD = Arrays.asList(
            "no json",
            "[1,2]",
            "{\"rat\": {\"is\": \"5G\"}}",
            "{\"rat\": \"5G\", \"rat\": \"4G\"}",
            "{\"rat\": \"5\\u0000G\"}",
            null);

    @TempDir
    Path folder;

    /** Expressions are interpreted here: compiling them takes longer than these few rows. */
    @BeforeAll
    static void interpret() {
        System.setProperty("spark.sql.codegen.wholeStage", "false");
        System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }

    @AfterAll
    static void compileAgain() {
        System.clearProperty("spark.sql.codegen.wholeStage");
        System.clearProperty("spark.sql.codegen.factoryMode");
    }

    @Test
    void everyMessageIsInTheLakeOnceWhereverTheProcessIsKilled() throws Exception {
        if (!Broker.isHere()) {
            System.out.println("skipped: the jars of the broker are not in target/broker");
            return;
        }
        try (Broker broker = new Broker(folder.resolve("broker"), Door.OPEN)) {
            broker.createTopic(Shore.TOPIC, 2);
            Shore shore = new Shore(folder, broker.servers());
            int half = ROWS.size() / 2;
            broker.send(Shore.TOPIC, 0, messages(ROWS.subList(0, half)));

            Child.killAt(shore, Pause.AFTER_THE_LAKE, 1);
            assertThat(shore.lake().view().batches()).hasSize(1);
            broker.send(Shore.TOPIC, 1, BAD);
            broker.send(Shore.TOPIC, 1, messages(ROWS.subList(half, ROWS.size())));
            Child.killAt(shore, Pause.BEFORE_THE_LAKE, 2);
            assertThatWhatIsAskedToEndEndsAfterItsBatch(shore);
            Child.killWhileAdding(shore);
            // The same samples again are other samples.
            List<List<String>> twice = ROWS.subList(0, 20);
            broker.send(Shore.TOPIC, 0, messages(twice));
            List<Taken> taken = new ArrayList<>();
            shore.follow(new KafkaTopics(), shore.spark(), taken::add);

            assertThat(taken).hasSizeGreaterThan(1);
            assertEveryMessageOnce(shore, ROWS.size() + twice.size());
            assertSameAnswer(shore, Stream.concat(ROWS.stream(), twice.stream()).toList());
            assertNothingIsLeft(shore);
            assertThatALostCheckpointIsRefused(shore);
        }
    }

    @Test
    void aBrokerThatAsksForAPasswordOverTlsIsReadByWhoeverKnowsIt() throws Exception {
        if (!Broker.isHere()) {
            System.out.println("skipped: the jars of the broker are not in target/broker");
            return;
        }
        Door door = Door.locked(folder.resolve("door"), "open-sesame");
        try (Broker broker = new Broker(folder.resolve("broker"), door)) {
            broker.createTopic(Shore.TOPIC, 1);
            broker.send(Shore.TOPIC, 0, messages(ROWS.subList(0, 50)));
            Shore guessing = new Shore(
                    folder, broker.servers(), door.knowing("open-barley").client());
            assertThatThrownBy(() -> guessing.follow(new KafkaTopics(), guessing.engine(), taken -> {}))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("TOPIC_UNREADABLE")
                    .hasMessageContaining("Authentication failed");
            Shore shore = new Shore(folder, broker.servers(), door.client());
            shore.follow(new KafkaTopics(), shore.engine(), taken -> {});
            assertThat(shore.lake().view().report().read()).isEqualTo(50);
        }
    }

    private static void assertThatWhatIsAskedToEndEndsAfterItsBatch(Shore shore) throws Exception {
        int before = shore.lake().view().batches().size();
        Child.endWhileAdding(shore);
        assertThat(shore.lake().view().batches()).hasSizeGreaterThan(before);
        assertThat(shore.place().resolve("work")).doesNotExist();
    }

    private static List<String> messages(List<List<String>> rows) {
        return rows.stream().map(Shore::json).toList();
    }

    private void assertEveryMessageOnce(Shore shore, int good) {
        IntakeReport report = shore.lake().view().report();
        assertThat(report.read()).isEqualTo(good + BAD.size());
        Map<String, Long> codes = new TreeMap<>();
        for (FileReport file : report.files()) {
            file.rejectedByCode().forEach((code, count) -> codes.merge(code, count, Long::sum));
        }
        assertThat(codes).containsEntry("FIELD_COUNT", (long) BAD.size());
        assertThat(report.files().stream().map(FileReport::file))
                .allMatch(name -> name.matches("kafka-drive-tests@[0-9_.-]+\\.csv"))
                .doesNotHaveDuplicates();
    }

    private void assertSameAnswer(Shore shore, List<List<String>> rows) {
        Trial trial = new Trial((threads, spill) -> shore.engine(), folder.resolve("trial"));
        RandomWorld world = new RandomWorld(
                Shore.WORLD.seed(),
                Shore.WORLD.programme(),
                Shore.WORLD.standard(),
                Shore.WORLD.ledger(),
                rows,
                rows.size());
        Path expected = trial.evaluate(world, world.standard(), trial.write(world, Shape.ONE, "in"), "file")
                .folder();
        Path actual =
                trial.evaluate(world, world.standard(), shore.place(), "lake").folder();
        Comparison.assertSameBytes(actual, expected);
    }

    private static void assertNothingIsLeft(Shore shore) {
        assertThat(shore.lake().verify().findings()).isEmpty();
        assertThat(shore.checkpoint().resolve("batch")).doesNotExist();
    }

    private static void assertThatALostCheckpointIsRefused(Shore shore) throws IOException {
        try (Stream<Path> files = Files.walk(shore.checkpoint())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> shore.follow(new KafkaTopics(), shore.engine(), taken -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("CHECKPOINT_ABSENT");
    }
}
