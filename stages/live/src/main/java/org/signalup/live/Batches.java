package org.signalup.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.signalup.live.internal.book.BatchBook;
import org.signalup.people.Actor;
import org.signalup.store.Store;

/** What came in by message, for the people of the organisations that sent it and of those above them. */
public final class Batches {
    private static final Comparator<Position> NEWEST = Comparator.comparing(Position::receivedAt)
            .thenComparing(Position::id)
            .reversed();

    private final BatchBook book;
    private final Inbox inbox;

    public Batches(Store store, Inbox inbox) {
        this.book = new BatchBook(store);
        this.inbox = inbox;
    }

    /** Where a list goes on. */
    public record Position(Instant receivedAt, String id) {
        /** At the newest. */
        public static final Position START = new Position(Instant.parse("9999-12-31T00:00:00Z"), "~");

        public static Position of(Batch batch) {
            return new Position(batch.receivedAt(), batch.id());
        }
    }

    /** One of them, if the actor may see it. */
    public Optional<KnownBatch> find(Actor actor, String id) {
        return book.find(actor.scope(), id)
                .or(() -> inbox.find(id)
                        .filter(batch -> actor.organisations().contains(batch.organisation()))
                        .map(batch -> new KnownBatch(batch, Optional.empty())));
    }

    /** What one sender sent by one channel in all. */
    public record SenderSum(
            String sender, Channel channel, long messages, long read, long accepted, Instant first, Instant last) {}

    /** What is in the lake, by sender and channel. */
    public List<SenderSum> senders(Actor actor) {
        return book.senders(actor.scope());
    }

    /**
     * The newest first.
     *
     * @param probe 0 = whoever sent them
     */
    public List<KnownBatch> list(Actor actor, Position after, long probe, int most) {
        List<KnownBatch> found = new ArrayList<>(book.list(actor.scope(), after.receivedAt(), after.id(), probe, most));
        Set<String> listed = found.stream().map(known -> known.batch().id()).collect(Collectors.toSet());
        inbox.waiting().stream()
                .filter(batch -> actor.organisations().contains(batch.organisation()))
                .filter(batch -> probe == 0 || batch.probe().equals(Optional.of(probe)))
                .filter(batch -> NEWEST.compare(after, Position.of(batch)) < 0 && !listed.contains(batch.id()))
                .forEach(batch -> found.add(new KnownBatch(batch, Optional.empty())));
        return found.stream()
                .sorted(Comparator.comparing(known -> Position.of(known.batch()), NEWEST))
                .limit(most)
                .toList();
    }
}
