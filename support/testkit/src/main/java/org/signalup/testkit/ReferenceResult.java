package org.signalup.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.evaluate.ResultRows.DisagreementRow;
import org.signalup.evaluate.ResultRows.InstrumentRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.ResultRows.QuantileRow;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.testkit.internal.StarJudge.Previous;

/**
 * What the reference says, in file order.
 *
 * @param rejects rows that the ledger refuses
 * @param noSinr level-only rows of 4G and 5G in the period
 * @param unmatched coverage samples of the period that met no target
 */
public record ReferenceResult(
        List<PointRow> points,
        List<PlaceRow> places,
        List<BinRow> bins,
        List<LineRow> sections,
        List<LineRow> lines,
        List<RateRow> rates,
        List<ProgressRow> progress,
        List<PlanRow> plan,
        List<CrowdRow> crowd,
        List<ServiceRow> services,
        List<AgreementRow> agreement,
        List<DisagreementRow> disagreements,
        List<InstrumentRow> instruments,
        List<QuantileRow> quantiles,
        List<Refused> rejects,
        long kept,
        long thinned,
        long noSinr,
        long outsidePeriod,
        long unmatched) {
    /** A row that the ledger refuses. */
    public record Refused(int fileNo, long rowNo, String code) {}

    /** The stars, as a later evaluation needs them. */
    public Previous stars() {
        Map<List<Object>, Integer> stars = new HashMap<>();
        places.forEach(row ->
                row.stars().ifPresent(number -> stars.put(List.of(row.placeId(), row.operator(), RatRow.ANY), number)));
        lines.forEach(row ->
                row.stars().ifPresent(number -> stars.put(List.of(row.lineId(), row.operator(), row.rat()), number)));
        return new Previous(stars);
    }
}
