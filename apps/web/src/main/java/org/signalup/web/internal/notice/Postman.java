package org.signalup.web.internal.notice;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signalup.people.notice.Deliveries;
import org.signalup.people.notice.Deliveries.Channel;
import org.signalup.people.notice.Deliveries.Delivery;
import org.signalup.web.internal.access.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes what is due and brings it, in a thread of its own. */
@Platform
@Component
final class Postman implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final long EVERY_MS = 1_000;
    private static final int AT_ONCE = 20;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deliveries deliveries;
    private final MailRound mail;
    private final WebhookRound webhooks;

    Postman(Deliveries deliveries, MailRound mail, WebhookRound webhooks) {
        this.deliveries = deliveries;
        this.mail = mail;
        this.webhooks = webhooks;
        Thread thread = new Thread(this::work, "postman");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            while (!stopped.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            if (mail.works()) {
                bring(deliveries.take(Channel.MAIL, AT_ONCE), mail);
            }
            bring(deliveries.take(Channel.WEBHOOK, AT_ONCE), webhooks);
        } catch (RuntimeException e) {
            LOG.warn("nothing could be delivered: {}", e.toString());
        }
    }

    private void bring(List<Delivery> due, Round round) {
        for (Delivery delivery : due) {
            try {
                round.bring(delivery);
                deliveries.arrived(delivery.id());
            } catch (Undeliverable e) {
                LOG.warn("{} {}: {}", delivery.channel(), delivery.id(), e.getMessage());
                deliveries.failed(delivery.id(), String.valueOf(e.getMessage()), e.forGood());
            }
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}
