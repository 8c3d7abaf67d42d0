package org.signalup.evaluate.internal.judge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.hipparchus.distribution.continuous.TDistribution;

/** One-sided quantiles of Student's t at one confidence. Millions of targets share a few hundred cluster counts, so they are kept. */
final class StudentQuantile {
    private static final int KEPT = 4096;
    private static final double SOLVER_ACCURACY = 1e-13;
    private static final Map<Double, StudentQuantile> BY_CONFIDENCE = new ConcurrentHashMap<>();

    /** Most targets ask for the confidence that the one before asked for. */
    private static volatile StudentQuantile last;

    private final double confidence;
    private final AtomicLongArray kept = new AtomicLongArray(KEPT);

    private StudentQuantile(double confidence) {
        this.confidence = confidence;
    }

    static StudentQuantile at(double confidence) {
        StudentQuantile known = last;
        if (known == null || known.confidence != confidence) {
            known = BY_CONFIDENCE.computeIfAbsent(confidence, StudentQuantile::new);
            last = known;
        }
        return known;
    }

    /** The quantile with this many degrees of freedom, at least 1. */
    double of(long degrees) {
        if (degrees >= KEPT) {
            return compute((double) degrees);
        }
        int index = (int) degrees;
        double known = Double.longBitsToDouble(kept.get(index));
        if (known != 0) {
            return known;
        }
        double computed = compute((double) degrees);
        kept.set(index, Double.doubleToLongBits(computed));
        return computed;
    }

    private double compute(double degrees) {
        return new TDistribution(degrees, SOLVER_ACCURACY).inverseCumulativeProbability(confidence);
    }
}
