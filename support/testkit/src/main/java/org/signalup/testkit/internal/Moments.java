package org.signalup.testkit.internal;

import java.util.Collection;
import org.hipparchus.distribution.continuous.TDistribution;
import org.signalup.standards.Standard.Statistics;

/** The mergeable sums over clusters (m samples, y compliant) and the interval they give. */
public record Moments(long n, long y, long mm, long yy, long my, long k) {
    private static final double SOLVER_ACCURACY = 1e-13;

    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** One-sided bounds. */
    public record Bounds(double low, double high) {}

    public static Moments ofCluster(long m, long y) {
        return new Moments(m, y, m * m, y * y, m * y, 1);
    }

    public static Moments sum(Collection<Moments> all) {
        return all.stream().reduce(NONE, Moments::plus);
    }

    public Moments plus(Moments other) {
        return new Moments(n + other.n, y + other.y, mm + other.mm, yy + other.yy, my + other.my, k + other.k);
    }

    public double share() {
        return (double) y / n;
    }

    /** Wilson on (share, effective n) with the t quantile of k − 1 degrees. */
    public Bounds bounds(double confidence, Statistics statistics) {
        if (k < 2) {
            return new Bounds(0, 1);
        }
        double p = share();
        double size = Math.max(1, Math.min((double) n, n / designEffect(p, statistics.intraclusterCorrelation())));
        double t = quantile((double) k - 1, confidence);
        double square = t * t;
        double centre = p + square / (2 * size);
        double half = t * Math.sqrt(p * (1 - p) / size + square / (4 * size * size));
        double scale = 1 + square / size;
        return new Bounds(clamp((centre - half) / scale), clamp((centre + half) / scale));
    }

    /** Student's t; the solver is told to be far more exact than the six decimals of a result. */
    static double quantile(double degrees, double confidence) {
        return new TDistribution(degrees, SOLVER_ACCURACY).inverseCumulativeProbability(confidence);
    }

    private double designEffect(double p, double rho) {
        double variance = (double) k / (k - 1) * (yy - 2 * p * my + p * p * mm) / ((double) n * n);
        double observed = y == 0 || y == n ? 0 : variance * n / (p * (1 - p));
        double assumed = 1 + ((double) mm / n - 1) * rho;
        return Math.max(1, Math.max(observed, assumed));
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
