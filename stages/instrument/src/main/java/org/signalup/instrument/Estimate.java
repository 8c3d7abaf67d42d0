package org.signalup.instrument;

/** A number with its interval. */
public record Estimate(double value, double low, double high) {
    public static Estimate around(double value, double halfWidth) {
        return new Estimate(value, value - halfWidth, value + halfWidth);
    }

    /** The same of the opposite sign. */
    public Estimate negated() {
        return new Estimate(-value, -high, -low);
    }
}
