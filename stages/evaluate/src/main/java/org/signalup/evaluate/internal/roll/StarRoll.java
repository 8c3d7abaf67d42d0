package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.PartScore;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.ServiceJudge;
import org.signalup.evaluate.internal.judge.StarBasis;
import org.signalup.evaluate.internal.judge.StarVerdict;
import org.signalup.evaluate.internal.judge.StarsJudge;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;

/** Gives places and lines their score and stars, once their rates and services are known. */
final class StarRoll {
    private static final int PLACE = 0;
    private static final int LINE = 1;

    private final Targets targets;
    private final StarsJudge stars;
    private final ServiceJudge services;
    private final PreviousStars previous;
    private final Map<ObjectRates.Key, ObjectRates> rates;
    private final Consumer<ScoreRow> scores;

    StarRoll(
            Targets targets,
            PreviousStars previous,
            Map<ObjectRates.Key, ObjectRates> rates,
            Consumer<ScoreRow> scores) {
        this.targets = targets;
        this.stars = new StarsJudge(targets.standard());
        this.services = new ServiceJudge(targets.standard());
        this.previous = previous;
        this.rates = rates;
        this.scores = scores;
    }

    /** Rows of a place, ALL with the least of the obliged operators' scores and stars. */
    List<PlaceRow> rows(Place place, Map<String, PlaceVerdict> byOperator) {
        int number = targets.placeNumber(place.id());
        Map<String, StarVerdict> rated = new LinkedHashMap<>();
        byOperator.forEach((operator, verdict) -> {
            if (!operator.equals(ResultRows.ALL)) {
                ObjectRates own = rates.getOrDefault(new ObjectRates.Key(PLACE, number, operator), ObjectRates.NONE);
                StarBasis basis = new StarBasis(
                        place.scenario(),
                        false,
                        verdict.decided(),
                        verdict.shares(),
                        own.means(),
                        own.share(),
                        services.success(own.services()),
                        own.levels(),
                        previous.place(place.id(), operator));
                rated.put(operator, stars.judge(basis));
                stars.parts(basis).forEach(part -> scores.accept(score(PLACE, place.id(), operator, RatRow.ANY, part)));
            }
        });
        rated.put(ResultRows.ALL, least(rated, targets.obliged(place.operators())));
        List<PlaceRow> rows = new ArrayList<>();
        byOperator.forEach((operator, verdict) -> rows.add(row(place, operator, verdict, rated.get(operator))));
        return rows;
    }

    private static PlaceRow row(Place place, String operator, PlaceVerdict verdict, StarVerdict rated) {
        return new PlaceRow(
                place.id(),
                operator,
                verdict.decided().verdict(),
                verdict.decided().evidence(),
                verdict.points(),
                verdict.passed(),
                verdict.retest(),
                verdict.failed(),
                verdict.open(),
                rated.score(),
                rated.stars(),
                rated.reason());
    }

    private static StarVerdict least(Map<String, StarVerdict> rated, List<String> obliged) {
        List<StarVerdict> own = obliged.stream().map(rated::get).toList();
        OptionalInt fewest =
                AllJudge.fewest(own.stream().map(StarVerdict::stars).toList());
        List<String> reasons = obliged.stream()
                .filter(operator -> fewest.isEmpty()
                        ? rated.get(operator).stars().isEmpty()
                        : rated.get(operator).stars().equals(fewest))
                .map(operator -> "LEAST:" + operator)
                .toList();
        return new StarVerdict(
                AllJudge.least(own.stream().map(StarVerdict::score).toList()), fewest, reasons);
    }

    /** Rows of a line; each RAT row is rated by its own ratio, with the rates of the line. */
    List<LineRow> rows(Line line, Map<String, Map<RatRow, StretchVerdict>> byOperator) {
        int number = targets.lineNumber(line.id());
        List<LineRow> rows = new ArrayList<>();
        for (RatRow rat : RatRow.values()) {
            Map<String, StarVerdict> rated = new LinkedHashMap<>();
            byOperator.forEach((operator, byRow) -> {
                if (!operator.equals(ResultRows.ALL)) {
                    ObjectRates own = rates.getOrDefault(new ObjectRates.Key(LINE, number, operator), ObjectRates.NONE);
                    StarBasis basis = basis(line, operator, rat, byRow.get(rat), own);
                    rated.put(operator, stars.judge(basis));
                    stars.parts(basis).forEach(part -> scores.accept(score(LINE, line.id(), operator, rat, part)));
                }
            });
            rated.put(ResultRows.ALL, least(rated, targets.obliged(line.operators())));
            byOperator.forEach(
                    (operator, byRow) -> rows.add(row(line, operator, rat, byRow.get(rat), rated.get(operator))));
        }
        return rows;
    }

    private static ScoreRow score(int kind, String id, String operator, RatRow rat, PartScore part) {
        return new ScoreRow(
                RateRoll.OBJECTS.get(kind),
                id,
                operator,
                rat,
                part.part(),
                part.weight(),
                part.applied(),
                part.score(),
                part.lost(),
                part.because());
    }

    private StarBasis basis(Line line, String operator, RatRow rat, StretchVerdict verdict, ObjectRates own) {
        return new StarBasis(
                line.kind().code(),
                true,
                verdict.decided(),
                verdict.ratio().stream().boxed().toList(),
                own.means(),
                own.share(),
                services.success(own.services()),
                own.levels(),
                previous.line(line.id(), operator, rat));
    }

    private static LineRow row(Line line, String operator, RatRow rat, StretchVerdict verdict, StarVerdict rated) {
        LineRow plain = verdict.row(line.id(), Optional.empty(), operator, rat);
        return new LineRow(
                plain.lineId(),
                plain.sectionId(),
                operator,
                rat,
                plain.lengthMm(),
                plain.judgedMm(),
                plain.passedMm(),
                plain.retestMm(),
                plain.failedMm(),
                plain.ratio(),
                plain.ratioLow(),
                plain.ratioHigh(),
                plain.longestGapMm(),
                plain.verdict(),
                plain.evidence(),
                rated.stars(),
                rated.reason());
    }
}
