package org.signalup.instrument.internal;

import org.hipparchus.distribution.continuous.TDistribution;

/** Two-sided quantiles of Student's t. */
final class Student {
    private static final double HALF = 0.5;

    private Student() {}

    static double quantile(double confidence, double degrees) {
        return new TDistribution(degrees).inverseCumulativeProbability(HALF + confidence * HALF);
    }
}
