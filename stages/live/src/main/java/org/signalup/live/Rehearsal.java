package org.signalup.live;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.signalup.intake.RowIntake;
import org.signalup.live.LiveDrain.Where;
import org.signalup.store.Store;

/**
 * The way of a message, walked many times before the first one comes, into an inbox and a lake that are thrown away: a program just
 * started is some hundred times slower than a minute later, and those who send every second would all meet that.
 */
public final class Rehearsal {
    private final RowIntake rows;
    private final Store store;
    private final Where where;
    private final LiveSettings settings;

    /** @param where folders that are there for this alone and go afterwards; that is for whoever gave them */
    public Rehearsal(RowIntake rows, Store store, Where where, LiveSettings settings) {
        this.rows = rows;
        this.store = store;
        this.where = where;
        this.settings = settings;
    }

    /** Sends one message. */
    public interface Message {
        void send(Receiver receiver, String key);
    }

    /** Sends messages for as long as settings say, one on each core. */
    public void of(Message message) {
        long end = System.nanoTime() + settings.rehearsal().toNanos();
        try (Inbox inbox = Inbox.open(where.work().resolve("inbox"), settings);
                LiveDrain drain = new LiveDrain(inbox, batches -> {}, where, settings)) {
            Receiver receiver = new Receiver(rows, inbox, store, where.engines(), Clock.systemUTC(), Duration.ZERO);
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(core -> {
                        for (int number = 0; System.nanoTime() < end; number++) {
                            message.send(receiver, core + "-" + number);
                        }
                    });
            drain.drain();
        }
    }
}
