package org.signalup.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineSettings;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.lake.TopicFollower.Taken;
import org.signalup.lake.TopicSource;
import org.signalup.lake.TopicSource.Order;
import org.signalup.spark.SparkEngine;
import org.signalup.testkit.RandomWorld;

/**
 * A lake that the messages of a world come to.
 *
 * @param client settings of Kafka's client
 */
record Shore(Path folder, String servers, Map<String, String> client) {
    static final String TOPIC = "drive-tests";
    static final RandomWorld WORLD = RandomWorld.of(7);
    private static final int MOST_MESSAGES = 1000;

    Shore(Path folder, String servers) {
        this(folder, servers, Map.of());
    }

    Path place() {
        return folder.resolve("lake");
    }

    Lake lake() {
        return Lake.openOrCreate(place(), WORLD.programme().zone());
    }

    Path checkpoint() {
        return place().resolve("streams").resolve(TOPIC);
    }

    Order order() {
        return new Order(
                servers,
                TOPIC,
                checkpoint(),
                Duration.ofMillis(100),
                true,
                MOST_MESSAGES,
                Optional.of("local[1]"),
                client);
    }

    IntakeOptions options() {
        return new IntakeOptions(
                WORLD.programme(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.EN,
                folder,
                ProgressListener.NONE);
    }

    Engine engine() {
        return DuckDbEngine.open(1, "500MB", folder.resolve("spill"));
    }

    /** The engine of the command line. */
    Engine spark() {
        return SparkEngine.open(
                new EngineSettings(1, Optional.empty(), folder.resolve("spark"), Optional.of("local[1]")));
    }

    /** Takes what is there. */
    void follow(TopicSource source, Engine engine, Consumer<Taken> teller) {
        try (engine) {
            lake().follow(source, options(), engine).follow(order(), teller, () -> false);
        }
    }

    /** A row as a tester's program would send it. */
    static String json(List<String> cells) {
        List<String> columns = RandomWorld.columns();
        return IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).isEmpty())
                .mapToObj(i -> "\"" + columns.get(i) + "\": " + value(cells.get(i)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(String cell) {
        return cell.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
                ? cell
                : "\"" + cell.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
