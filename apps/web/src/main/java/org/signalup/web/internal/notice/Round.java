package org.signalup.web.internal.notice;

import org.signalup.people.notice.Deliveries.Delivery;

/** One way of bringing things. */
interface Round {
    /** @throws Undeliverable if it did not arrive */
    void bring(Delivery delivery) throws Undeliverable;
}
