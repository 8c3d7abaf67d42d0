package org.signalup.evaluate.internal.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.Measured;

/**
 * The judgement of one key point or bin for one operator and RAT row.
 *
 * @param independent the tally without self tests
 * @param used the tally that was judged
 * @param self whether self-test data had to be used
 */
public record TargetVerdict(
        RatRow row,
        TargetRule rule,
        Verdict verdict,
        Optional<Evidence> evidence,
        Tally independent,
        Tally used,
        boolean self,
        Interval interval) {
    /** The verdict with its evidence. */
    public Decided decided() {
        return new Decided(verdict, evidence);
    }

    /** Has at least one sample. */
    public boolean measured() {
        return !used.empty();
    }

    /** The compliant share, unrounded; empty without samples. */
    public OptionalDouble share() {
        return measured() ? OptionalDouble.of(used.moments().share()) : OptionalDouble.empty();
    }

    /** The numbers of the result row; built on demand, since millions of bins are judged and few are shown. */
    public Measured numbers() {
        Moments moments = used.moments();
        boolean some = measured();
        boolean ownRat = some && row != RatRow.ANY;
        return new Measured(
                OptionalLong.of(moments.n()),
                OptionalLong.of(moments.y()),
                share(),
                some ? OptionalDouble.of(interval.low()) : OptionalDouble.empty(),
                some ? OptionalDouble.of(interval.high()) : OptionalDouble.empty(),
                OptionalLong.of(moments.k()),
                OptionalInt.of(used.dates().size()),
                OptionalInt.of(used.datesFailed(rule.targetShare())),
                ownRat ? OptionalDouble.of(used.onRat() / (double) moments.n()) : OptionalDouble.empty(),
                OptionalLong.of(used.noService()),
                OptionalLong.of(used.weak()),
                OptionalLong.of(used.interfered()));
    }
}
