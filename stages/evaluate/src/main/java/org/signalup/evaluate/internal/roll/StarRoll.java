package org.signalup.evaluate.internal.roll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.PlaceVerdict;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.evaluate.internal.rate.ServiceJudge;
import org.signalup.evaluate.internal.rate.StarBasis;
import org.signalup.evaluate.internal.rate.StarVerdict;
import org.signalup.evaluate.internal.rate.StarsJudge;
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

    StarRoll(Targets targets, PreviousStars previous, Map<ObjectRates.Key, ObjectRates> rates) {
        this.targets = targets;
        this.stars = new StarsJudge(targets.standard());
        this.services = new ServiceJudge(targets.standard());
        this.previous = previous;
        this.rates = rates;
    }

    /** Rows of a place, ALL with the least of the obliged operators' scores and stars. */
    List<PlaceRow> rows(Place place, Map<String, PlaceVerdict> byOperator) {
        int number = targets.placeNumber(place.id());
        Map<String, StarVerdict> rated = new LinkedHashMap<>();
        byOperator.forEach((operator, verdict) -> {
            if (!operator.equals(TargetRows.ALL)) {
                ObjectRates own = rates.getOrDefault(new ObjectRates.Key(PLACE, number, operator), ObjectRates.NONE);
                rated.put(
                        operator,
                        stars.judge(new StarBasis(
                                place.scenario(),
                                false,
                                verdict.decided(),
                                verdict.shares(),
                                own.means(),
                                own.share(),
                                services.success(own.services()),
                                previous.place(place.id(), operator))));
            }
        });
        rated.put(TargetRows.ALL, least(rated, targets.obliged(place.operators())));
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
        Map<RatRow, Map<String, StarVerdict>> rated = new EnumMap<>(RatRow.class);
        for (RatRow rat : RatRow.values()) {
            Map<String, StarVerdict> own = new HashMap<>();
            byOperator.forEach((operator, byRow) -> {
                if (!operator.equals(TargetRows.ALL)) {
                    own.put(operator, stars.judge(basis(line, operator, rat, byRow.get(rat))));
                }
            });
            own.put(TargetRows.ALL, least(own, targets.obliged(line.operators())));
            rated.put(rat, own);
        }
        List<LineRow> rows = new ArrayList<>();
        byOperator.forEach((operator, byRow) -> byRow.forEach((rat, verdict) -> {
            StarVerdict own = rated.get(rat).get(operator);
            rows.add(verdict.row(line.id(), Optional.empty(), operator, rat, own.stars(), own.reason()));
        }));
        return rows;
    }

    private StarBasis basis(Line line, String operator, RatRow rat, StretchVerdict verdict) {
        int number = targets.lineNumber(line.id());
        ObjectRates own = rates.getOrDefault(new ObjectRates.Key(LINE, number, operator), ObjectRates.NONE);
        return new StarBasis(
                line.kind().code(),
                true,
                verdict.decided(),
                verdict.ratio().stream().boxed().toList(),
                own.means(),
                own.share(),
                services.success(own.services()),
                previous.line(line.id(), operator, rat));
    }
}
