package org.signalup.web.internal.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.live.Housekeeping;
import org.signalup.live.probe.ProbeWatch;
import org.signalup.web.internal.access.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks every half minute which probes have turned, and every hour what can be forgotten. */
@Platform
@Component
final class LiveWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);
    private static final long EVERY_S = 30;
    private static final int LOOKS_AN_HOUR = 120;

    private final CountDownLatch stopped = new CountDownLatch(1);

    LiveWatch(ProbeWatch probes, Housekeeping housekeeping) {
        Thread thread = new Thread(() -> watch(probes, housekeeping), "live-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(ProbeWatch probes, Housekeeping housekeeping) {
        try {
            for (int look = 0; !stopped.await(EVERY_S, TimeUnit.SECONDS); look++) {
                look(probes, housekeeping, look % LOOKS_AN_HOUR == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(ProbeWatch probes, Housekeeping housekeeping, boolean hour) {
        try {
            probes.look();
            if (hour) {
                housekeeping.clear();
            }
        } catch (RuntimeException e) {
            LOG.warn("probes: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}
