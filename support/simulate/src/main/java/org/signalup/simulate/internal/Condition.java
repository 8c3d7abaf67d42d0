package org.signalup.simulate.internal;

import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Place;

/** How an operator's network is at a point, the same whenever one looks in a round. */
record Condition(double levelDbm, double interferenceDb) {
    static Condition of(Radio radio, Place place, KeyPoint point, String operator, int round) {
        Chance site = Chance.of("site " + place.id() + operator);
        double share = 0.35 + 0.6 * site.share();
        Chance spot = Chance.of("spot " + point.id() + operator);
        double level = radio.usualDbm(share) - (point.indoor() ? 5 : 0) + spot.bell(3);
        double fate = spot.share();
        boolean repaired = round > 0 && spot.happens(0.4);
        if (fate < 0.014 && !repaired) {
            return new Condition(Math.min(level, -96) - 13, 0);
        }
        if (fate < 0.019 && !repaired) {
            return new Condition(-127.5, 0);
        }
        if (fate < 0.026 && !repaired) {
            return new Condition(level, 16);
        }
        return new Condition(Math.max(level, -99), 0);
    }
}
