package org.signalup.evaluate.internal.judge;

import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;

/**
 * What a key point or bin is held against.
 *
 * @param bin bins repeat over clusters, key points over dates
 */
public record TargetRule(double targetShare, int minSamples, int minClusters, boolean bin) {
    public static TargetRule of(CoverageRule rule) {
        return new TargetRule(rule.targetShare(), rule.minSamples(), rule.minClusters(), false);
    }

    public static TargetRule of(LineRule rule) {
        return new TargetRule(rule.binTargetShare(), rule.binMinSamples(), 1, true);
    }

    boolean metBy(Tally tally) {
        Moments moments = tally.moments();
        return moments.n() > 0 && moments.n() >= minSamples && moments.k() >= minClusters;
    }
}
