package org.signalup.evaluate.internal.rate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Direction;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.RateRow;

/**
 * The figures of one row of {@code rates.csv}; rates in Mbit/s.
 *
 * @param verdict empty where this method is not the one that is judged
 */
public record RateVerdict(
        long tests,
        long devices,
        Mean mean,
        OptionalDouble clippedMean,
        OptionalDouble median,
        OptionalDouble p10,
        OptionalDouble shareOk,
        OptionalDouble shareLow,
        OptionalDouble shareHigh,
        Optional<Verdict> verdict) {
    /** A mean and its bounds; the bounds are empty below two device-days. */
    public record Mean(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
        public static final Mean NONE =
                new Mean(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The row of this object. */
    public RateRow row(
            String object, String objectId, String operator, RatRow rat, Direction direction, String method) {
        return new RateRow(
                object,
                objectId,
                operator,
                rat,
                direction,
                method,
                tests,
                devices,
                mean.value(),
                mean.low(),
                mean.high(),
                clippedMean,
                median,
                p10,
                shareOk,
                shareLow,
                shareHigh,
                verdict);
    }
}
