package org.signalup.evaluate.internal.judge;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;

/** The verdicts of a line's bins for one operator and RAT row, a byte each. A bin nobody set was not measured. */
public final class BinVerdicts {
    private static final int EVIDENCE_BITS = 2;
    private static final int EVIDENCE_MASK = 3;
    private static final int RETEST = Verdict.RETEST.number();
    private static final int FAIL = Verdict.FAIL.number();
    private static final int PASS = Verdict.PASS.number();

    private final byte[] codes;

    public BinVerdicts(int bins) {
        this.codes = new byte[bins];
    }

    public int size() {
        return codes.length;
    }

    public void set(int bin, Decided decided) {
        Verdict verdict = decided.verdict();
        int evidence =
                verdict.open() ? 0 : decided.evidence().orElse(Evidence.C).number();
        codes[bin] = verdict == Verdict.NOT_MEASURED ? 0 : (byte) (verdict.number() << EVIDENCE_BITS | evidence);
    }

    public Decided get(int bin) {
        int evidence = codes[bin] & EVIDENCE_MASK;
        if (!measured(bin)) {
            return Decided.NOT_MEASURED;
        }
        Verdict verdict = Coded.of(Verdict.class, number(bin));
        return new Decided(verdict, evidence == 0 ? Optional.empty() : Optional.of(Coded.of(Evidence.class, evidence)));
    }

    /** Has at least one sample. */
    public boolean measured(int bin) {
        return codes[bin] != 0;
    }

    boolean passed(int bin) {
        return number(bin) == PASS;
    }

    boolean failed(int bin) {
        return number(bin) == FAIL;
    }

    boolean retest(int bin) {
        return number(bin) == RETEST;
    }

    boolean atLeast(int bin, Evidence grade) {
        int evidence = codes[bin] & EVIDENCE_MASK;
        return evidence != 0 && evidence <= grade.number();
    }

    private int number(int bin) {
        return codes[bin] >> EVIDENCE_BITS;
    }

    /** Bin by bin the place rule over the operators: the row ALL. */
    public static BinVerdicts all(List<BinVerdicts> operators) {
        BinVerdicts all =
                new BinVerdicts(operators.isEmpty() ? 0 : operators.get(0).size());
        for (int bin = 0; bin < all.size(); bin++) {
            all.codes[bin] = (byte) allCode(operators, bin);
        }
        return all;
    }

    private static int allCode(List<BinVerdicts> operators, int bin) {
        int seen = 0;
        for (int i = 0; i < operators.size(); i++) {
            seen |= 1 << operators.get(i).number(bin);
        }
        if ((seen & (1 << FAIL)) != 0) {
            return FAIL << EVIDENCE_BITS | evidence(operators, bin, FAIL);
        }
        if ((seen & (1 << RETEST)) != 0) {
            return RETEST << EVIDENCE_BITS | evidence(operators, bin, RETEST);
        }
        if (seen == 1 << PASS) {
            return PASS << EVIDENCE_BITS | evidence(operators, bin, PASS);
        }
        return seen == 1 ? 0 : Verdict.UNDECIDED.number() << EVIDENCE_BITS;
    }

    private static int evidence(List<BinVerdicts> operators, int bin, int verdict) {
        int found = 0;
        for (int i = 0; i < operators.size(); i++) {
            BinVerdicts operator = operators.get(i);
            int own = operator.codes[bin] & EVIDENCE_MASK;
            if (operator.number(bin) == verdict) {
                int other = found == 0 ? own : found;
                found = verdict == PASS ? Math.max(own, other) : Math.min(own, other);
            }
        }
        return found;
    }
}
