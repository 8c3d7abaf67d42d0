package org.signalup.testkit.internal;

import org.signalup.domain.LineKind;
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

    /** The rule of a key point, by its scenario and kind. */
    static CoverageRule rule(Standard standard, Ledger ledger, KeyPoint point) {
        return standard.pointRule(scenario(ledger, point), point.kind());
    }

    /** The scenario of a key point: its place's, or the one its line is part of. */
    static String scenario(Ledger ledger, KeyPoint point) {
        return point.placeId().isPresent()
                ? place(ledger, point.placeId().get()).scenario()
                : scenario(line(ledger, point.lineId().orElseThrow()));
    }

    /** Metro lines are part of the metro scenario, all others of 公路铁路水路. */
    static String scenario(Line line) {
        return line.kind() == LineKind.METRO ? "METRO" : "TRANSPORT";
    }
}
