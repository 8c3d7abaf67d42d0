package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/** A verdict and what it rests on; an open verdict rests on nothing. */
public record Decided(Verdict verdict, Optional<Evidence> evidence) {
    public static final Decided NOT_MEASURED = open(Verdict.NOT_MEASURED);

    public static Decided of(Verdict verdict, Evidence evidence) {
        return new Decided(verdict, Optional.of(evidence));
    }

    public static Decided open(Verdict verdict) {
        return new Decided(verdict, Optional.empty());
    }

    /**
     * The place rule: any FAIL fails; else any RETEST; else NOT_MEASURED when nothing was; else UNDECIDED when anything
     * is open; else PASS. A pass is as good as its weakest part, a fail or suspicion as its best founded one.
     */
    public static Decided byPlaceRule(List<Decided> parts) {
        Verdict verdict = verdictByPlaceRule(parts);
        if (verdict.open()) {
            return open(verdict);
        }
        Optional<Evidence> evidence = Optional.empty();
        for (Decided part : parts) {
            if (part.verdict == verdict) {
                evidence = joined(verdict, evidence, part.evidence);
            }
        }
        return new Decided(verdict, evidence);
    }

    private static Verdict verdictByPlaceRule(List<Decided> parts) {
        boolean retest = false;
        boolean measured = false;
        boolean open = false;
        for (Decided part : parts) {
            if (part.verdict == Verdict.FAIL) {
                return Verdict.FAIL;
            }
            retest |= part.verdict == Verdict.RETEST;
            measured |= part.verdict != Verdict.NOT_MEASURED;
            open |= part.verdict.open();
        }
        if (retest) {
            return Verdict.RETEST;
        }
        if (!measured) {
            return Verdict.NOT_MEASURED;
        }
        return open ? Verdict.UNDECIDED : Verdict.PASS;
    }

    private static Optional<Evidence> joined(Verdict verdict, Optional<Evidence> left, Optional<Evidence> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Evidence a = left.get();
        Evidence b = right.get();
        return Optional.of(verdict == Verdict.PASS ? a.weaker(b) : a.better(b));
    }
}
