package org.signalup.lake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Brings the messages of a topic as sample files, batch by batch. What is killed is brought again: the same messages in a
 * file of the same name with the same bytes, and no others with these bytes ever. That makes a lake take each message once.
 */
public interface TopicSource {
    /**
     * What to follow and how.
     *
     * @param servers {@code HOST:PORT}, several joined by a comma
     * @param checkpoint folder of the source's own book about what it brought
     * @param every pause between the beginnings of two batches
     * @param once end when what is there has been brought
     * @param mostMessages of a batch
     * @param master where the work is done, if not on this machine
     * @param client further settings of the broker's client, such as those of its security
     */
    record Order(
            String servers,
            String topic,
            Path checkpoint,
            Duration every,
            boolean once,
            long mostMessages,
            Optional<String> master,
            Map<String, String> client) {
        private static final int TOPIC_IN_NAME = 150;

        public Order {
            client = Map.copyOf(client);
        }

        /** How the names of all files of this topic begin, and of no other's. */
        public String prefix() {
            String shown =
                    topic.length() > TOPIC_IN_NAME ? topic.substring(0, TOPIC_IN_NAME) + "+" + topic.hashCode() : topic;
            // No topic has an @ in its name.
            return "kafka-" + shown + "@";
        }
    }

    /**
     * Messages as a file.
     *
     * @param file gone once it was taken
     * @param unusedKeys what messages say beside the columns of a sample file; some of it if there is much
     */
    record Batch(Path file, long messages, Set<String> unusedKeys) {
        public Batch {
            unusedKeys = Set.copyOf(unusedKeys);
        }
    }

    /** Whether something was brought under this checkpoint before. */
    boolean begun(Path checkpoint);

    /**
     * Brings batches until there are no more, or until told to end.
     *
     * @param taker what it throws ends the following; the batch comes again the next time
     */
    void follow(Order order, Consumer<Batch> taker, BooleanSupplier ended);

    /** The source on the class path, if there is one. */
    static Optional<TopicSource> find() {
        return ServiceLoader.load(TopicSource.class).findFirst();
    }
}
