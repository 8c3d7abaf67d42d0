package org.signalup.testkit.internal;

import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;

/** Finds things of a ledger by id. */
final class Keys {
    private Keys() {}

    static Place place(Ledger ledger, String id) {
        return ledger.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Line line(Ledger ledger, String id) {
        return ledger.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The rule of a key point: of its place's scenario; a line's point has the kind of the line for a scenario. */
    static CoverageRule rule(Standard standard, Ledger ledger, KeyPoint point) {
        String scenario = point.placeId().isPresent()
                ? place(ledger, point.placeId().get()).scenario()
                : line(ledger, point.lineId().orElseThrow()).kind().code();
        return standard.pointRule(scenario, point.kind());
    }
}
