package org.signalup.evaluate.internal.map;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.MapCode;

/** What a stretch shows of its bins: what most of them show, bins nobody measured among them; a tie goes to the worse. */
final class StretchCode {
    private static final List<MapCode> CODES = MapCode.all();

    private final OperatorCodes.Slots codes;

    StretchCode(OperatorCodes.Slots codes) {
        this.codes = codes;
    }

    /**
     * What most of them show, operator by operator.
     *
     * @param cell where the code of a bin is, by its place in the stretch
     */
    long most(IntUnaryOperator cell, int bins) {
        if (bins == 1) {
            return codes.packed(cell.applyAsInt(0));
        }
        long packed = 0;
        for (int slot = 0; slot < codes.count(); slot++) {
            int[] counts = new int[CODES.size()];
            for (int bin = 0; bin < bins; bin++) {
                counts[codes.number(slot, cell.applyAsInt(bin))]++;
            }
            packed |= (long) majority(counts, bins) << (slot * MapCode.BITS);
        }
        return packed;
    }

    /** Bit n = some bin fails for the operator in slot n. */
    long failing(IntUnaryOperator cell, int bins) {
        long bits = 0;
        for (int slot = 0; slot < codes.count(); slot++) {
            for (int bin = 0; bin < bins; bin++) {
                bits |= verdict(codes.number(slot, cell.applyAsInt(bin))) == Verdict.FAIL ? 1L << slot : 0;
            }
        }
        return bits;
    }

    /** The weakest code of the verdict most bins have, of two with as many the worse. */
    private static int majority(int[] counts, int bins) {
        int best = -1;
        int most = 0;
        for (int number = 0; number < counts.length && most <= bins / 2; number++) {
            if (counts[number] > 0 && (best < 0 || verdict(number) != verdict(best))) {
                int alike = with(verdict(number), counts);
                if (alike > most || (alike == most && rank(verdict(number)) > rank(verdict(best)))) {
                    best = number;
                    most = alike;
                }
            }
        }
        return best;
    }

    private static int with(Verdict verdict, int[] counts) {
        int bins = 0;
        for (int number = 0; number < counts.length; number++) {
            bins += verdict(number) == verdict ? counts[number] : 0;
        }
        return bins;
    }

    private static Verdict verdict(int number) {
        return CODES.get(number).verdict();
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> 3;
            case RETEST -> 2;
            case TOO_FEW, UNDECIDED, NOT_MEASURED -> 1;
            case PASS -> 0;
        };
    }
}
