package org.signalup.simulate.internal;

import java.util.List;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Place;
import org.signalup.simulate.Round;

/** Rate tests that users start, and sessions of services, at some of the places that are visited. */
final class SessionTests {
    private static final List<String> SERVICES = List.of("LIVE", "PAYMENT", "VOICE");
    private static final int DAY_S = 86_400;
    private static final double UPLINK_SHARE_5G = 0.23;
    private static final double UPLINK_SHARE_4G = 0.55;

    private final Radio radio;
    private final Round round;
    private final List<String> operators;
    private final SampleRows out;

    SessionTests(Radio radio, Round round, List<String> operators, SampleRows out) {
        this.radio = radio;
        this.round = round;
        this.operators = operators;
        this.out = out;
    }

    void run(Place place, KeyPoint point) {
        Chance plan = Chance.of("sessions " + place.id());
        boolean rates = plan.happens(0.45);
        boolean services = plan.happens(0.3);
        for (String operator : operators) {
            Condition condition = Condition.of(radio, place, point, operator, round.number());
            if (rates) {
                rates(place, point, operator, condition);
            }
            if (services) {
                services(place, point, operator, condition);
            }
        }
    }

    private void rates(Place place, KeyPoint point, String operator, Condition condition) {
        Chance chance = Chance.of("rates " + round.month() + place.id() + operator);
        int tests = chance.between(30, 42);
        double site = 0.25 + 0.6 * chance.share();
        for (int i = 0; i < tests; i++) {
            Radio.Signal signal = radio.at(condition.levelDbm(), condition.interferenceDb(), chance);
            SampleRows.Phone phone = new SampleRows.Phone(operator, "APP", "USER-" + operator + i + place.id(), null);
            SampleRows.Spot spot = SampleRows.Spot.at(point.id(), 1);
            if (!signal.served()) {
                out.session(second(chance), spot, phone, signal, "RATE", false);
                continue;
            }
            double share = Math.max(0, Math.min(1, site + chance.bell(0.2)));
            double dl = radio.downlinkMbps(operator, signal, share);
            double ul = Radio.tenths(dl * (signal.rat().equals("5G") ? UPLINK_SHARE_5G : UPLINK_SHARE_4G));
            long second = second(chance);
            out.rate(second, spot, phone, signal, new SampleRows.Speed(dl, ul, radio.latencyMs(chance.share())));
        }
    }

    private void services(Place place, KeyPoint point, String operator, Condition condition) {
        Chance chance = Chance.of("services " + round.month() + place.id() + operator);
        for (String service : SERVICES) {
            for (int i = 0; i < 20; i++) {
                Radio.Signal signal = radio.at(condition.levelDbm(), condition.interferenceDb(), chance);
                boolean ok = signal.served() && signal.rsrpDbm() > -118 && chance.happens(0.992);
                SampleRows.Phone phone = new SampleRows.Phone(operator, "CQT", "CQT-" + operator, null);
                out.session(second(chance), SampleRows.Spot.at(point.id(), 1), phone, signal, service, ok);
            }
        }
    }

    private long second(Chance chance) {
        return round.firstDay().toEpochDay() * DAY_S
                - 8 * 3600
                + (long) chance.between(0, 27) * DAY_S
                + 8 * 3600
                + chance.between(0, 13 * 3600);
    }
}
