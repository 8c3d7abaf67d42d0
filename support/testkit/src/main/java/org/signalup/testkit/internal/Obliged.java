package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard;

/** Who must cover a place or line, and which operators therefore get rows. */
final class Obliged {
    private final Standard standard;
    private final Ledger ledger;

    Obliged(Standard standard, Ledger ledger) {
        this.standard = standard;
        this.ledger = ledger;
    }

    List<String> of(Place place) {
        return orDefault(place.operators());
    }

    List<String> of(Line line) {
        return orDefault(line.operators());
    }

    List<String> of(KeyPoint point) {
        return point.placeId().isPresent()
                ? of(Keys.place(ledger, point.placeId().get()))
                : of(Keys.line(ledger, point.lineId().orElseThrow()));
    }

    /** Obliged and measured operators and ALL, in file order. */
    static List<String> rows(Collection<String> obliged, Collection<String> measured) {
        TreeSet<String> rows = new TreeSet<>(TextOrder.CODE_POINTS);
        rows.addAll(obliged);
        rows.addAll(measured);
        rows.add(ResultRows.ALL);
        return new ArrayList<>(rows);
    }

    private List<String> orDefault(List<String> operators) {
        return operators.isEmpty() ? standard.obligedOperators() : operators;
    }
}
