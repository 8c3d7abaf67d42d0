package org.signalup.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.signalup.lake.TopicSource;

/** Topics of Apache Kafka, read by Spark Structured Streaming. */
public final class KafkaTopics implements TopicSource {
    /** Spark writes here which messages a batch has, before it begins. */
    private static final String PLANNED = "offsets";

    @Override
    public boolean begun(Path checkpoint) {
        return Files.isDirectory(checkpoint.resolve(PLANNED));
    }

    @Override
    public void follow(Order order, Consumer<Batch> taker, BooleanSupplier ended) {
        boolean running = SparkSession.getDefaultSession().isDefined();
        SparkSession session = SparkSession.builder().config(conf(order)).getOrCreate();
        try {
            LastBatch.during(asked -> {
                BooleanSupplier either = () -> asked.getAsBoolean() || ended.getAsBoolean();
                new TopicQuery(session, order, taker, either).run();
            });
        } finally {
            if (!running) {
                session.stop();
            }
        }
    }

    /** Defaults: what {@code spark-submit} or a property {@code spark.*} says wins. */
    private static SparkConf conf(Order order) {
        SparkConf conf = new SparkConf();
        order.master().ifPresent(master -> conf.set("spark.master", master));
        conf.setIfMissing("spark.master", "local[*]");
        if (conf.get("spark.master").startsWith("local")) {
            // Everything is in this process: no other machine has to find it by the host's name.
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        conf.setIfMissing("spark.app.name", "SignalUp");
        conf.setIfMissing("spark.ui.enabled", "false");
        return conf;
    }
}
