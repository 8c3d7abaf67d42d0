package org.signalup.publish.internal.facts;

import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.publish.Causes;

/** A run of neighbouring bins of one line and operator that all fail or are all to be re-tested. */
public record Stretch(
        String lineId, String operator, Verdict verdict, int bins, long fromMm, long toMm, Causes causes) {
    static Stretch of(BinRow bin) {
        return new Stretch(
                bin.lineId(), bin.operator(), bin.verdict(), 1, bin.fromMm(), bin.toMm(), Causes.of(bin.measured()));
    }

    Stretch and(BinRow bin) {
        return new Stretch(
                lineId, operator, verdict, bins + 1, fromMm, bin.toMm(), causes.plus(Causes.of(bin.measured())));
    }

    /** Whether the bin goes on where this run ends. */
    boolean continuedBy(BinRow bin) {
        return bin.lineId().equals(lineId)
                && bin.operator().equals(operator)
                && bin.verdict() == verdict
                && bin.fromMm() == toMm;
    }

    public long lengthMm() {
        return toMm - fromMm;
    }
}
