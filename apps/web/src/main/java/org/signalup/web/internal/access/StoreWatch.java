package org.signalup.web.internal.access;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the database every few seconds whether it answers: one that comes along and died is started again. */
@Platform
@Component
final class StoreWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final long EVERY_S = 3;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean answered = true;

    StoreWatch(Store store) {
        Thread thread = new Thread(() -> watch(store), "store-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Store store) {
        try {
            while (!stopped.await(EVERY_S, TimeUnit.SECONDS)) {
                look(store);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Store store) {
        boolean answers = store.answers();
        if (answers != answered) {
            LOG.warn("{}: the database {}", store.place(), answers ? "answers again" : "does not answer");
        }
        answered = answers;
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}
