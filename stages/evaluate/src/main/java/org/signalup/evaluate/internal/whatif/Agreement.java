package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.Decided;

/**
 * How many of the obliged operators must pass. It passes with enough passes, fails once enough passes are out of reach,
 * and is open or suspected in between; asking for all of them is the place rule.
 */
final class Agreement {
    private Agreement() {}

    /** @param atLeast operators that must pass; all of them when there are not so many */
    static Decided of(List<Decided> operators, int atLeast) {
        if (operators.isEmpty()) {
            return Decided.NOT_MEASURED;
        }
        int needed = Math.min(atLeast, operators.size());
        int spare = operators.size() - needed;
        List<Decided> passes = of(operators, Verdict.PASS);
        List<Decided> fails = of(operators, Verdict.FAIL);
        if (passes.size() >= needed) {
            return new Decided(Verdict.PASS, at(passes, needed - 1));
        }
        if (fails.size() > spare) {
            return new Decided(Verdict.FAIL, at(fails, spare));
        }
        List<Decided> against = new ArrayList<>(fails);
        against.addAll(of(operators, Verdict.RETEST));
        if (against.size() > spare) {
            return new Decided(Verdict.RETEST, at(against, spare));
        }
        boolean measured = operators.stream().anyMatch(own -> own.verdict() != Verdict.NOT_MEASURED);
        return Decided.open(measured ? Verdict.UNDECIDED : Verdict.NOT_MEASURED);
    }

    private static List<Decided> of(List<Decided> operators, Verdict verdict) {
        return operators.stream().filter(own -> own.verdict() == verdict).toList();
    }

    /** The grade that so many, best founded first, reach. */
    private static Optional<Evidence> at(List<Decided> decided, int place) {
        return decided.stream()
                .map(own -> own.evidence().orElse(Evidence.C))
                .sorted(Comparator.naturalOrder())
                .skip(place)
                .findFirst();
    }
}
