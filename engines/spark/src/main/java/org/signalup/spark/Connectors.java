package org.signalup.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/** What is on our class path and not on that of a usual Spark: the connector of an object store, and Spark's own to Kafka. */
final class Connectors {
    /** A class of each jar that makes the connector to Kafka; only those who follow topics have them. */
    private static final List<String> KAFKA = List.of(
            "org.apache.spark.sql.kafka010.KafkaSourceProvider",
            "org.apache.spark.kafka010.KafkaTokenUtil",
            "org.apache.kafka.clients.consumer.KafkaConsumer",
            "org.apache.commons.pool2.ObjectPool");

    private Connectors() {}

    /** @param folder of jars that the launcher was told of; null if of none */
    static List<String> all(String folder) {
        return Stream.concat(KAFKA.stream().flatMap(Connectors::jarOf), jars(folder).stream())
                .toList();
    }

    private static Stream<String> jarOf(String type) {
        try {
            Class<?> known = Class.forName(type, false, Connectors.class.getClassLoader());
            return Arrays.stream(JavaSparkContext.jarOfClass(known));
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }

    /** The jars of that folder, sorted; none without a folder. */
    static List<String> jars(String folder) {
        if (folder == null || folder.isBlank() || !Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.toAbsolutePath().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
