package org.signalup.evaluate.internal.samples;

import java.util.Map;
import java.util.TreeMap;

/**
 * What settling left of some samples.
 *
 * @param refused rows refused against the ledger, by code
 * @param noSinr kept level-only rows
 * @param tests whether there are rate or service tests
 */
record SampleCounts(long kept, long thinned, Map<String, Long> refused, long noSinr, boolean tests) {
    static final SampleCounts NONE = new SampleCounts(0, 0, Map.of(), 0, false);

    SampleCounts plus(SampleCounts other) {
        Map<String, Long> codes = new TreeMap<>(refused);
        other.refused.forEach((code, rows) -> codes.merge(code, rows, Long::sum));
        return new SampleCounts(
                kept + other.kept, thinned + other.thinned, codes, noSinr + other.noSinr, tests || other.tests);
    }

    /** The same day when these rows of it are known to be kept, not thinned. */
    SampleCounts keeping(long rows, long noSinrRows, boolean withTests) {
        return new SampleCounts(rows, thinned - rows, refused, noSinrRows, withTests);
    }

    /** Rows there were before settling. */
    long rows() {
        return kept
                + thinned
                + refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
