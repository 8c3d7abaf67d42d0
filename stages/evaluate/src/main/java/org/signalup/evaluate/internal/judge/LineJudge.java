package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.OptionalDouble;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.RatRule;

/** Judges a line or section from the lengths of its bins. A bin across a section's border counts by its overlap. */
public final class LineJudge {
    private final double target;
    private final long gateMm;
    private final RatRule ratRule;

    public LineJudge(LineRule rule) {
        this.target = rule.lineTargetShare();
        this.gateMm =
                rule.longestGapM().map(metres -> Math.round(metres * 1000)).orElse(Long.MAX_VALUE);
        this.ratRule = rule.ratRule();
    }

    /** Judges one stretch; the verdict's evidence is the best grade whose bins alone decide the same. */
    public StretchVerdict judge(LineBins bins, BinVerdicts verdicts, Stretch stretch) {
        StretchSums sums = StretchSums.over(bins, verdicts, stretch, Evidence.C, gateMm);
        Verdict verdict = verdict(sums);
        Decided decided = verdict.open()
                ? Decided.open(verdict)
                : Decided.of(verdict, evidence(verdict, bins, verdicts, stretch));
        long judged = sums.passed + sums.retest + sums.failed;
        return new StretchVerdict(
                decided,
                sums.length,
                sums.passed,
                sums.retest,
                sums.failed,
                ratio(sums.passed, judged),
                ratio(sums.passed, sums.length),
                ratio(sums.length - sums.retest - sums.failed, sums.length),
                sums.longestGap);
    }

    /** The verdict of a line or section by the rows its standard names; BOTH puts the place rule over 4G and 5G. */
    public Decided decide(Decided any, Decided fourG, Decided fiveG) {
        return switch (ratRule) {
            case ANY -> any;
            case FOUR_G -> fourG;
            case FIVE_G -> fiveG;
            case BOTH -> Decided.byPlaceRule(List.of(fourG, fiveG));
        };
    }

    private Evidence evidence(Verdict verdict, LineBins bins, BinVerdicts verdicts, Stretch stretch) {
        for (Evidence grade : Evidence.values()) {
            if (verdict(StretchSums.over(bins, verdicts, stretch, grade, gateMm)) == verdict) {
                return grade;
            }
        }
        throw new IllegalStateException("verdict: " + verdict + " (expected: the one all bins together give)");
    }

    private Verdict verdict(StretchSums sums) {
        if (!sums.measured || sums.length == 0) {
            return Verdict.NOT_MEASURED;
        }
        double length = sums.length;
        if (sums.passed / length >= target) {
            return gated(sums);
        }
        if ((sums.length - sums.retest - sums.failed) / length >= target) {
            return Verdict.UNDECIDED;
        }
        return (sums.length - sums.failed) / length < target ? Verdict.FAIL : Verdict.RETEST;
    }

    private static Verdict gated(StretchSums sums) {
        if (sums.failedGapBeyondGate) {
            return Verdict.FAIL;
        }
        return sums.retestGapBeyondGate ? Verdict.RETEST : Verdict.PASS;
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
    }
}
