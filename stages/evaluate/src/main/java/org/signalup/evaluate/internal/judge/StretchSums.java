package org.signalup.evaluate.internal.judge;

import org.signalup.domain.Evidence;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;

/** Lengths and gaps of a stretch, in one pass over its bins; bins of a weaker grade than asked for count as open. */
final class StretchSums {
    private final long gateMm;
    long length;
    long passed;
    long retest;
    long failed;
    long longestGap;
    boolean measured;
    boolean failedGapBeyondGate;
    boolean retestGapBeyondGate;
    private long gap;
    private boolean gapFailed;
    private int gapPart;

    private StretchSums(long gateMm) {
        this.gateMm = gateMm;
    }

    static StretchSums over(LineBins bins, BinVerdicts verdicts, Stretch stretch, Evidence grade, long gateMm) {
        StretchSums sums = new StretchSums(gateMm);
        for (int bin = bins.firstBeyond(stretch.fromMm()); bin < bins.size(); bin++) {
            long overlap = Math.min(bins.toMm(bin), stretch.toMm()) - Math.max(bins.fromMm(bin), stretch.fromMm());
            if (overlap <= 0) {
                break;
            }
            sums.add(bins.part(bin), overlap, verdicts, bin, grade);
        }
        sums.endGap();
        return sums;
    }

    private void add(int part, long overlap, BinVerdicts verdicts, int bin, Evidence grade) {
        length += overlap;
        measured |= verdicts.measured(bin);
        boolean counts = verdicts.atLeast(bin, grade);
        boolean fails = counts && verdicts.failed(bin);
        boolean suspected = counts && verdicts.retest(bin);
        passed += counts && verdicts.passed(bin) ? overlap : 0;
        failed += fails ? overlap : 0;
        retest += suspected ? overlap : 0;
        if ((!fails && !suspected) || part != gapPart) {
            endGap();
        }
        if (fails || suspected) {
            gap += overlap;
            gapFailed |= fails;
            gapPart = part;
        }
    }

    private void endGap() {
        longestGap = Math.max(longestGap, gap);
        failedGapBeyondGate |= gap > gateMm && gapFailed;
        retestGapBeyondGate |= gap > gateMm && !gapFailed;
        gap = 0;
        gapFailed = false;
    }
}
