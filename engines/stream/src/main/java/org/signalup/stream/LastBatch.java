package org.signalup.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.hadoop.util.ShutdownHookManager;

/** Keeps Spark running while the process is told to end, until the batch that has begun is done. */
final class LastBatch {
    /** Before Spark's own, which takes its context away. */
    private static final int FIRST = 1_000;

    private static final long PATIENCE_S = 600;
    /** For whoever follows to close what he opened. */
    private static final long AFTERWARDS_S = 5;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "last batch");

    private LastBatch() {}

    /** @param following is told whether it is to end */
    static void during(Consumer<BooleanSupplier> following) {
        LastBatch last = new LastBatch();
        last.hold();
        try {
            following.accept(last.asked::get);
        } finally {
            last.release();
        }
    }

    private void hold() {
        ShutdownHookManager.get().addShutdownHook(hook, FIRST, PATIENCE_S + AFTERWARDS_S, TimeUnit.SECONDS);
    }

    private void await() {
        asked.set(true);
        try {
            if (done.await(PATIENCE_S, TimeUnit.SECONDS)) {
                TimeUnit.SECONDS.sleep(AFTERWARDS_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        done.countDown();
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }
}
