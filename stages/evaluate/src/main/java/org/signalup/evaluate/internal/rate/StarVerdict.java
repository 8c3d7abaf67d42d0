package org.signalup.evaluate.internal.rate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Score and stars.
 *
 * @param reasons codes that say why there are no stars or fewer than the score alone would give
 */
public record StarVerdict(OptionalDouble score, OptionalInt stars, List<String> reasons) {
    public StarVerdict {
        reasons = List.copyOf(reasons);
    }

    /** The cell {@code stars_reason}. */
    public String reason() {
        return String.join(";", reasons);
    }
}
