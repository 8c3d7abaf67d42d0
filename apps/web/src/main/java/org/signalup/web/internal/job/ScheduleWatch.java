package org.signalup.web.internal.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.job.Schedules;
import org.signalup.web.internal.access.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks every minute whether a month is due. */
@Platform
@Component
final class ScheduleWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleWatch.class);
    private static final long EVERY_S = 60;

    private final CountDownLatch stopped = new CountDownLatch(1);

    ScheduleWatch(Schedules schedules) {
        Thread thread = new Thread(() -> watch(schedules), "schedules");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Schedules schedules) {
        try {
            do {
                look(schedules);
            } while (!stopped.await(EVERY_S, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(Schedules schedules) {
        try {
            schedules
                    .orderDue()
                    .forEach(job -> LOG.info("ordered {}", job.order().name()));
        } catch (RuntimeException e) {
            LOG.warn("schedules: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}
