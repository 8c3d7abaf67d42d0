package org.signalup.simulate.internal;

import java.util.List;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Place;
import org.signalup.simulate.Round;

/**
 * Visits to a place: all operators' phones are carried together from point to point, some seconds at a spot. Some places are
 * not visited yet, some points are weak for an operator, and between rounds some of those are repaired.
 */
final class PlaceTests {
    private static final int SECONDS_AT_SPOT = 20;
    private static final int DAY_S = 86_400;
    private static final long OPEN_AT_S = 9 * 3600;
    private static final int SLOT_S = 1800;

    private final Radio radio;
    private final Round round;
    private final List<String> operators;
    private final SampleRows out;

    PlaceTests(Radio radio, Round round, List<String> operators, SampleRows out) {
        this.radio = radio;
        this.round = round;
        this.operators = operators;
        this.out = out;
    }

    /** All that is measured at a place in this round. */
    void run(Place place, List<KeyPoint> points) {
        Chance plan = Chance.of("plan " + place.id());
        double tested = round.number() == 0 ? 0.72 : 0.88;
        if (!plan.happens(tested)) {
            return;
        }
        boolean thorough = plan.happens(0.04);
        int visits = thorough ? 20 : plan.happens(0.75) ? 3 : plan.happens(0.7) ? 4 : 2;
        boolean partial = plan.happens(0.06);
        int measured = partial ? Math.max(1, points.size() - 1) : points.size();
        for (int i = 0; i < measured; i++) {
            if (!points.get(i).exempt()) {
                visits(place, points.get(i), visits);
            }
        }
        new SessionTests(radio, round, operators, out).run(place, points.get(0));
    }

    private void visits(Place place, KeyPoint point, int visits) {
        Chance when = Chance.of("visits " + round.month() + point.id());
        for (int visit = 0; visit < visits; visit++) {
            int day = (visit * 3 + when.between(0, 2)) % 28;
            long second = round.firstDay().toEpochDay() * DAY_S
                    - 8 * 3600
                    + (long) day * DAY_S
                    + OPEN_AT_S
                    + (visit / 9L) * SLOT_S
                    + when.between(0, 15) * (long) SLOT_S;
            for (String operator : operators) {
                visit(place, point, operator, visit, second);
            }
        }
    }

    private void visit(Place place, KeyPoint point, String operator, int visit, long second) {
        Condition condition = Condition.of(radio, place, point, operator, round.number());
        Chance chance = Chance.of("visit " + round.month() + point.id() + operator + visit);
        double level = condition.levelDbm() + chance.bell(2.5);
        SampleRows.Spot spot = SampleRows.Spot.at(point.id(), visit % 4 + 1);
        SampleRows.Phone phone = new SampleRows.Phone(
                operator, "WALK", "SIM-" + operator + "-" + visit % 3, "W" + place.id() + "-" + visit);
        for (int i = 0; i < SECONDS_AT_SPOT; i++) {
            out.coverage(second + i, spot, phone, radio.at(level, condition.interferenceDb(), chance));
        }
    }
}
