package org.signalup.lake;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.signalup.domain.RefusedException;
import org.signalup.engine.Engine;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.internal.Refusals;

/**
 * Takes the messages of a topic, each once, however often the process is killed: a batch that comes again has the bytes it
 * had, and the lake knows them. A message that cannot be read is a reject, like a row.
 */
public final class TopicFollower {
    private final Lake lake;
    private final TopicSource source;
    private final IntakeOptions options;
    private final Engine engine;

    TopicFollower(Lake lake, TopicSource source, IntakeOptions options, Engine engine) {
        this.lake = lake;
        this.source = source;
        this.options = options;
        this.engine = engine;
    }

    /**
     * What a batch brought.
     *
     * @param unusedKeys what messages say beside the columns of a sample file
     */
    public record Taken(Lake.Added added, Set<String> unusedKeys) {}

    /**
     * Takes batches until there are no more, or until told to end.
     *
     * @throws RefusedException if a batch is refused, or if the lake has messages of the topic that the checkpoint does not
     *     know of: they would come again in other batches, and count twice
     */
    public void follow(TopicSource.Order order, Consumer<Taken> teller, BooleanSupplier ended) {
        if (!source.begun(order.checkpoint()) && knows(order.prefix())) {
            throw Refusals.checkpoint(order.checkpoint(), order.topic());
        }
        source.follow(
                order,
                batch -> teller.accept(new Taken(lake.add(List.of(batch.file()), options, engine), batch.unusedKeys())),
                ended);
    }

    private boolean knows(String prefix) {
        return lake.view().batches().stream()
                .flatMap(batch -> batch.files().stream())
                .anyMatch(file -> file.file().startsWith(prefix));
    }
}
