package org.signalup.evaluate.internal.whatif;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.signalup.evaluate.ResultTables;
import org.signalup.evaluate.WhatIf.Answer;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.standards.Standard;

/**
 * Everything a trial needs, in memory: matches, places with their points, lines with their bins. The matches are by far the
 * most; they are read while the unchanged verdicts are already there to look at.
 */
public final class Trial {
    private final Standard standard;
    private final Operators operators;
    private final PlaceColumns places;
    private final LineColumns lines;
    private final CompletableFuture<Measurements> measurements;

    private Trial(
            Standard standard,
            Operators operators,
            PlaceColumns places,
            LineColumns lines,
            CompletableFuture<Measurements> measurements) {
        this.standard = standard;
        this.operators = operators;
        this.places = places;
        this.lines = lines;
        this.measurements = measurements;
    }

    public static Trial load(ResultTables tables, Standard standard) {
        Operators operators = Operators.of(tables);
        PlaceColumns places = PlaceColumns.read(tables, operators);
        LineColumns lines = LineColumns.read(tables, operators);
        int targets = Math.max(places.targets(), lines.targets());
        return new Trial(
                standard,
                operators,
                places,
                lines,
                CompletableFuture.supplyAsync(
                        () -> new Measurements(Columns.read(tables, targets, operators.numbers()))));
    }

    /** Judges all places and lines. */
    public Answer judge(Change change) {
        OutcomeTable beforeLines = lines.before(standard, operators);
        if (change.equals(Change.NONE)) {
            return answer(beforeLines, places.before(), beforeLines);
        }
        ChangedRules rules = new ChangedRules(change);
        Measurements measured = measurements.join();
        OutcomeTable afterPlaces = new PlaceTrial(standard, rules, places, measured, operators).judge(change.atLeast());
        OutcomeTable afterLines = new LineTrial(standard, rules, lines, measured, operators).judge(change.atLeast());
        return answer(beforeLines, afterPlaces, afterLines);
    }

    private Answer answer(OutcomeTable beforeLines, OutcomeTable afterPlaces, OutcomeTable afterLines) {
        return new Answer(
                operator -> judged(places.before(), afterPlaces, places.ids(), places.scenarios(), operator),
                operator -> judged(beforeLines, afterLines, lines.ids(), lines.kinds(), operator));
    }

    private List<Judged> judged(
            OutcomeTable before, OutcomeTable after, List<String> ids, List<String> groups, String operator) {
        return operators.find(operator).isEmpty()
                ? List.of()
                : OutcomeTable.judged(
                        before, after, ids, groups, operators.find(operator).getAsInt());
    }
}
