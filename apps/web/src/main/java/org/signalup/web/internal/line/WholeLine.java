package org.signalup.web.internal.line;

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

/** What one evaluation says of a line whatever stretch of it is looked at; worked out once. */
public record WholeLine(
        LineHead head,
        LineFacts facts,
        List<Stretches.Section> sections,
        List<Landmark> landmarks,
        List<RateRow> rates,
        List<QuantileRow> quantiles,
        List<Experience> experience,
        List<Losses> losses,
        List<Agreement> agreement,
        List<Lost> lost) {
    private record Key(String lineId, RatRow rat) {}

    static WholeLine of(OpenEvaluation evaluation, String lineId, RatRow rat) {
        return evaluation.keep(new Key(lineId, rat), () -> read(evaluation, lineId, rat));
    }

    private static WholeLine read(OpenEvaluation evaluation, String lineId, RatRow rat) {
        LineHead head = LineHead.of(evaluation, lineId);
        return new WholeLine(
                head,
                LineFacts.of(evaluation, head, rat),
                Stretches.sections(evaluation, lineId, rat),
                Landmark.list(evaluation, lineId, rat),
                Rates.list(evaluation.tables(), "LINE", lineId, rat),
                Quantiles.list(evaluation.tables(), "LINE", lineId, rat),
                Experience.list(evaluation.tables(), "LINE", lineId),
                Losses.list(evaluation.tables(), "LINE", lineId, rat),
                Agreement.list(evaluation.tables(), "LINE", lineId),
                Lost.list(evaluation.tables(), "LINE", lineId));
    }
}
