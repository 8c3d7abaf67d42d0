package org.signalup.web.internal.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.signalup.domain.Text;
import org.signalup.live.InboxFull;
import org.signalup.live.LiveSettings;

/** Messages are worked on a few at a time, for hundreds at once would all be slow; who does not get a turn soon is told to come again. */
final class Turns {
    private final Semaphore free;
    private final Duration within;
    private final int mostRetryAfterS;

    /** @param cores of the machine */
    Turns(LiveSettings settings, int cores) {
        this.free = new Semaphore(settings.atWorkPerCore() * cores, true);
        this.within = settings.turnWithin();
        this.mostRetryAfterS = (int) settings.retryAfter().toSeconds();
    }

    /** A turn, in the order of asking; empty if none is free soon. */
    Optional<Turn> take() {
        Turn turn = new Turn();
        return turn.taken() ? Optional.of(turn) : Optional.empty();
    }

    /** What is said to those who got none; not the same to all, or they would all come again at once. */
    InboxFull busy() {
        return new InboxFull(
                1 + ThreadLocalRandom.current().nextInt(mostRetryAfterS),
                Text.of("正在处理的请求过多", "too many requests are being worked on"));
    }

    /** What takes a body off the line. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Of one request. */
    final class Turn implements AutoCloseable {
        private boolean held;

        private boolean taken() {
            try {
                held = free.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return held;
        }

        /**
         * Reads while others have the turn.
         *
         * @throws InboxFull if it does not come again soon
         */
        <T> T aside(Reading<T> reading) throws IOException {
            close();
            T read = reading.read();
            if (!taken()) {
                throw busy();
            }
            return read;
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                free.release();
            }
        }
    }
}
