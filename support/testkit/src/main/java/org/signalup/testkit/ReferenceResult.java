package org.signalup.testkit;

import java.util.List;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.evaluate.ResultRows.RateRow;

/**
 * What the reference says, in file order. Places and lines carry no scores and stars.
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
        List<Refused> rejects,
        long kept,
        long thinned,
        long noSinr,
        long outsidePeriod,
        long unmatched) {
    /** A row that the ledger refuses. */
    public record Refused(int fileNo, long rowNo, String code) {}
}
