package org.signalup.evaluate.internal.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.LineJudge;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.ProgressItem;
import org.signalup.evaluate.internal.judge.ProgressItem.Kind;
import org.signalup.evaluate.internal.judge.ProgressItem.Parts;
import org.signalup.evaluate.internal.judge.RateJudge;
import org.signalup.evaluate.internal.judge.ServiceJudge;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.Line;
import org.signalup.ledger.Line.Section;
import org.signalup.ledger.Place;
import org.signalup.standards.Standard.LineRule;

/** Gathers places, sections and lines as progress counts them: what each is and how its parts came out. */
final class ProgressRoll {
    private static final int PLACE = 0;
    private static final int LINE = 1;

    private final Targets targets;
    private final Optional<LocalDate> asOf;
    private final Map<ObjectRates.Key, ObjectRates> rates;
    private final RateJudge rateJudge;
    private final ServiceJudge serviceJudge;
    private final List<ProgressItem> items = new ArrayList<>();

    ProgressRoll(Targets targets, Optional<LocalDate> asOf, Map<ObjectRates.Key, ObjectRates> rates) {
        this.targets = targets;
        this.asOf = asOf;
        this.rates = rates;
        this.rateJudge = new RateJudge(targets.standard());
        this.serviceJudge = new ServiceJudge(targets.standard());
    }

    List<ProgressItem> items() {
        return items;
    }

    void add(Place place, Map<String, PlaceVerdict> byOperator) {
        Map<String, Parts> parts = new HashMap<>();
        for (String operator : targets.obliged(place.operators())) {
            parts.put(
                    operator,
                    parts(byOperator.get(operator).decided(), PLACE, targets.placeNumber(place.id()), operator));
        }
        items.add(ProgressItem.place(
                place.id(),
                place.scenario(),
                place.category(),
                place.divisionCode(),
                reported(place.reportedDone()),
                parts));
    }

    /** Adds a section, or the line itself where there is none. */
    void add(Line line, Optional<Section> section, Map<String, Map<RatRow, StretchVerdict>> byOperator) {
        LineRule rule = targets.rule(line);
        LineJudge judge = new LineJudge(rule);
        Map<String, Parts> parts = new HashMap<>();
        long lengthMm = 0;
        for (String operator : targets.obliged(line.operators())) {
            Map<RatRow, StretchVerdict> rows = byOperator.get(operator);
            lengthMm = rows.get(RatRow.ANY).lengthMm();
            Decided decided = judge.decide(
                    rows.get(RatRow.ANY).decided(),
                    rows.get(RatRow.G4).decided(),
                    rows.get(RatRow.G5).decided());
            parts.put(operator, parts(decided, LINE, targets.lineNumber(line.id()), operator));
        }
        items.add(new ProgressItem(
                section.isPresent() ? Kind.SECTION : Kind.LINE,
                line.id(),
                "",
                "",
                Optional.of(line.kind()),
                line.grade(),
                section.orElse(line.sections().get(0)).divisionCode(),
                lengthMm,
                reported(line.reportedDone()),
                parts));
    }

    private Parts parts(Decided coverage, int kind, int number, String operator) {
        ObjectRates own = rates.getOrDefault(new ObjectRates.Key(kind, number, operator), ObjectRates.NONE);
        return new Parts(
                coverage, rateJudge.part(own.trials(), own.tried()), serviceJudge.judge(own.services(), own.kpis()));
    }

    /** Reported done by the day that stands for today. */
    private boolean reported(Optional<LocalDate> done) {
        return done.isPresent() && (asOf.isEmpty() || !done.get().isAfter(asOf.get()));
    }
}
