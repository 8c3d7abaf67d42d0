package org.signalup.cli.internal.lake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.cli.internal.terminal.Terminal;

/** Lets a verb that goes on for ever end cleanly when the process is told to: after what it is doing, with exit code 0. */
final class Ending implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Ending(Terminal terminal) {
        this.hook = new Thread(() -> end(terminal), "ending");
    }

    static Ending onSignal(Terminal terminal) {
        Ending ending = new Ending(terminal);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    /** Waits that long at most; true if the verb is to end. */
    boolean within(Duration pause) {
        try {
            return asked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void end(Terminal terminal) {
        asked.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.flush();
        // The exit code of a signal would tell a supervisor that something failed.
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        done.countDown();
        if (asked.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
