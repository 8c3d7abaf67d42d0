package org.signalup.web.internal.place;

import java.util.List;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Agreement;
import org.signalup.web.internal.result.Experience;
import org.signalup.web.internal.result.Losses;
import org.signalup.web.internal.result.Lost;
import org.signalup.web.internal.result.Quantiles;
import org.signalup.web.internal.result.Rates;
import org.signalup.web.internal.result.Sessions;
import org.signalup.web.internal.site.SqlWhere;

/** What one evaluation says of a place; worked out once. */
record WholePlace(
        PlaceFacts facts,
        List<RateRow> rates,
        List<QuantileRow> quantiles,
        List<Sessions> sessions,
        List<Experience> experience,
        List<Losses> losses,
        List<Agreement> agreement,
        List<Lost> lost) {
    private record Key(String placeId, RatRow rat) {}

    static WholePlace of(OpenEvaluation evaluation, String placeId, RatRow rat) {
        return evaluation.keep(new Key(placeId, rat), () -> read(evaluation, placeId, rat));
    }

    private static WholePlace read(OpenEvaluation evaluation, String placeId, RatRow rat) {
        PlaceFacts facts = PlaceFacts.of(evaluation, placeId, rat);
        List<Integer> tids = facts.points().stream()
                .flatMapToInt(point -> point.tid().stream())
                .boxed()
                .toList();
        return new WholePlace(
                facts,
                Rates.list(evaluation.tables(), "PLACE", placeId, rat),
                Quantiles.list(evaluation.tables(), "PLACE", placeId, rat),
                Sessions.list(evaluation.tables(), evaluation.standard(), new SqlWhere().in("tid", tids)),
                Experience.list(evaluation.tables(), "PLACE", placeId),
                Losses.list(evaluation.tables(), "PLACE", placeId, RatRow.ANY),
                Agreement.list(evaluation.tables(), "PLACE", placeId),
                Lost.list(evaluation.tables(), "PLACE", placeId));
    }
}
