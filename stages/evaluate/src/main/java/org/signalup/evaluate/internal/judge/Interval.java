package org.signalup.evaluate.internal.judge;

import org.signalup.standards.Standard.Statistics;

/**
 * One-sided bounds of a share of clustered samples: Wilson on the effective number of samples, with Student's t at
 * k − 1 degrees. The design effect is at least that of the standard's ρ0, so a handful of lucky clusters proves nothing.
 */
public record Interval(double low, double high) {
    /** Nothing known. */
    public static final Interval UNKNOWN = new Interval(0, 1);

    /** The bounds at a one-sided confidence; 0 and 1 below two clusters. */
    public static Interval of(Moments moments, Statistics statistics, double confidence) {
        if (moments.k() < 2 || moments.n() < 1) {
            return UNKNOWN;
        }
        double share = moments.share();
        double effective = effectiveSamples(moments, statistics.intraclusterCorrelation());
        return wilson(share, effective, StudentQuantile.at(confidence).of(moments.k() - 1));
    }

    /** Samples that independent ones would need to say as much; at least 1. */
    static double effectiveSamples(Moments moments, double correlation) {
        double n = moments.n();
        double assumed = 1 + (moments.m2() / n - 1) * correlation;
        double effect = Math.max(1, Math.max(measuredEffect(moments), assumed));
        return Math.min(n, Math.max(1, n / effect));
    }

    private static double measuredEffect(Moments moments) {
        if (moments.y() == 0 || moments.y() == moments.n() || moments.k() < 2) {
            return 0;
        }
        double n = moments.n();
        double p = moments.share();
        double k = moments.k();
        double squares = moments.y2() - 2 * p * moments.my() + p * p * moments.m2();
        double variance = k / (k - 1) * squares / (n * n);
        return variance * n / (p * (1 - p));
    }

    private static Interval wilson(double p, double n, double t) {
        double t2 = t * t;
        double scale = 1 + t2 / n;
        double centre = p + t2 / (2 * n);
        double half = t * Math.sqrt(p * (1 - p) / n + t2 / (4 * n * n));
        double low = p == 0 ? 0 : Math.max(0, (centre - half) / scale);
        double high = p == 1 ? 1 : Math.min(1, (centre + half) / scale);
        return new Interval(low, high);
    }
}
