package org.signalup.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.lake.TopicSource.Batch;
import org.signalup.lake.TopicSource.Order;

/**
 * The query over a topic. Spark notes which offsets a batch has before it begins and that it is done after it ended; what is
 * killed between the two comes again with the same offsets.
 */
final class TopicQuery {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final SparkSession session;
    private final Order order;
    private final Consumer<Batch> taker;
    private final BooleanSupplier ended;
    private final BatchFile file;
    private RuntimeException failure;

    TopicQuery(SparkSession session, Order order, Consumer<Batch> taker, BooleanSupplier ended) {
        this.session = session;
        this.order = order;
        this.taker = taker;
        this.ended = ended;
        this.file = new BatchFile(order.checkpoint().resolve("batch"), order);
    }

    /** Runs until there is no more, or until told to end; a batch that has begun is done first. */
    void run() {
        try {
            file.clear();
            StreamingQuery query = start();
            while (!query.awaitTermination(BETWEEN_LOOKS.toMillis())) {
                if (ended.getAsBoolean()) {
                    stop(query);
                }
            }
        } catch (StreamingQueryException | TimeoutException e) {
            // The signal that ends us ends Spark too, in the middle of a batch, which comes again the next time.
            if (!ended.getAsBoolean()) {
                throw reason(e);
            }
        } finally {
            file.clear();
        }
    }

    private StreamingQuery start() throws TimeoutException {
        VoidFunction2<Dataset<Row>, Long> sink = (rows, epoch) -> take(rows);
        return session.readStream()
                .format("kafka")
                .options(source())
                .load()
                .selectExpr("partition", "offset", "unix_millis(timestamp)", "value")
                .writeStream()
                .option("checkpointLocation", "file:" + order.checkpoint().toAbsolutePath())
                .trigger(
                        order.once()
                                ? Trigger.AvailableNow()
                                : Trigger.ProcessingTime(order.every().toMillis()))
                .foreachBatch(sink)
                .start();
    }

    private Map<String, String> source() {
        Map<String, String> options = new HashMap<>();
        // A broker that is not there is told in a moment, not in minutes.
        options.put("kafka.default.api.timeout.ms", "20000");
        options.put("kafka.request.timeout.ms", "15000");
        order.client().forEach((key, value) -> options.put("kafka." + key, value));
        options.put("kafka.bootstrap.servers", order.servers());
        options.put("subscribe", order.topic());
        options.put("startingOffsets", "earliest");
        // Messages that went before they were read end the run: a gap must not go unseen.
        options.put("failOnDataLoss", "true");
        options.put("maxOffsetsPerTrigger", Long.toString(order.mostMessages()));
        // What a producer took back was never said.
        options.put("kafka.isolation.level", "read_committed");
        return options;
    }

    /** One task, so that rows come in one order without being exchanged. */
    private synchronized void take(Dataset<Row> rows) {
        try {
            Iterator<Row> ordered =
                    rows.coalesce(1).sortWithinPartitions("partition", "offset").toLocalIterator();
            file.write(new Messages(ordered)).ifPresent(taker);
            file.clear();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private synchronized void stop(StreamingQuery query) throws TimeoutException {
        query.stop();
    }

    private synchronized RuntimeException reason(Exception told) {
        if (failure != null) {
            return failure;
        }
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return new RefusedException(Problem.ofFile(
                order.topic() + "@" + order.servers(),
                "TOPIC_UNREADABLE",
                Text.of(
                        "读取主题时中断：" + said + "；已入湖的不受影响，重新运行即从断处继续",
                        "reading the topic ended: " + said
                                + "; what is in the lake stays, and the next run goes on from here")));
    }

    private record Messages(Iterator<Row> rows) implements Iterator<Message> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Message next() {
            Row row = rows.next();
            return new Message(row.getInt(0), row.getLong(1), row.getLong(2), row.<byte[]>getAs(3));
        }
    }
}
