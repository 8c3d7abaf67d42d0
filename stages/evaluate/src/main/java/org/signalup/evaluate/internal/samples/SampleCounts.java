package org.signalup.evaluate.internal.samples;

import java.util.Map;
import java.util.TreeMap;
import org.signalup.standards.CrowdRule;

/**
 * What settling and filtering left of some samples.
 *
 * @param refused rows refused against the ledger, by code
 * @param noSinr kept level-only rows
 * @param tests whether there are rate or service tests
 * @param caught crowd samples caught, by code of the rule; empty where none were looked at
 */
record SampleCounts(
        long kept, long thinned, Map<String, Long> refused, long noSinr, boolean tests, Map<String, Long> caught) {
    static final SampleCounts NONE = new SampleCounts(0, 0, Map.of(), 0, false, Map.of());

    /** A day counted before there were filters has none. */
    SampleCounts {
        caught = caught == null ? Map.of() : caught;
    }

    SampleCounts plus(SampleCounts other) {
        return new SampleCounts(
                kept + other.kept,
                thinned + other.thinned,
                sum(refused, other.refused),
                noSinr + other.noSinr,
                tests || other.tests,
                sum(caught, other.caught));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((code, rows) -> sum.merge(code, rows, Long::sum));
        return sum;
    }

    /** The same day when these rows of it are known to be kept, not thinned. */
    SampleCounts keeping(long rows, long noSinrRows, boolean withTests) {
        return new SampleCounts(rows, thinned - rows, refused, noSinrRows, withTests, caught);
    }

    /** The same day when these of it were caught. */
    SampleCounts catching(Map<String, Long> byRule) {
        return new SampleCounts(kept, thinned - leftOut(byRule), refused, noSinr, tests, byRule);
    }

    /** Rows there were before settling. */
    long rows() {
        return kept
                + thinned
                + refused.values().stream().mapToLong(Long::longValue).sum()
                + leftOut(caught);
    }

    /** Caught samples that do not count at all. */
    private static long leftOut(Map<String, Long> caught) {
        long rows = 0;
        for (CrowdRule rule : CrowdRule.values()) {
            rows += rule.effect() == CrowdRule.Effect.SAMPLE ? caught.getOrDefault(rule.code(), 0L) : 0;
        }
        return rows;
    }
}
