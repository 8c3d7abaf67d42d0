package org.signalup.web.internal.privacy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.privacy.PurgeRuns;
import org.signalup.web.internal.access.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks every ten minutes whether today's purge is due. */
@Platform
@Component
final class PurgeWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PurgeWatch.class);
    private static final long EVERY_S = 600;

    private final CountDownLatch stopped = new CountDownLatch(1);

    PurgeWatch(PurgeRuns runs) {
        Thread thread = new Thread(() -> watch(runs), "purge");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(PurgeRuns runs) {
        try {
            while (!stopped.await(EVERY_S, TimeUnit.SECONDS)) {
                look(runs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(PurgeRuns runs) {
        try {
            runs.purgeIfDue().ifPresent(run -> LOG.info("purged: {}", run.removed()));
        } catch (RuntimeException e) {
            LOG.warn("purge: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}
