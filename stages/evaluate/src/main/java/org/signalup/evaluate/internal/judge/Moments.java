package org.signalup.evaluate.internal.judge;

/**
 * Exact sums over clusters with {@code m} samples of which {@code y} are compliant; they merge by addition.
 *
 * @param n Σm
 * @param y Σy
 * @param m2 Σm²
 * @param y2 Σy²
 * @param my Σm·y
 * @param k number of clusters
 */
public record Moments(long n, long y, long m2, long y2, long my, long k) {
    public static final Moments ZERO = new Moments(0, 0, 0, 0, 0, 0);

    /** The sums of one cluster. */
    public static Moments cluster(long m, long y) {
        return new Moments(m, y, Math.multiplyExact(m, m), y * y, m * y, 1);
    }

    public Moments plus(Moments other) {
        return new Moments(n + other.n, y + other.y, m2 + other.m2, y2 + other.y2, my + other.my, k + other.k);
    }

    /** The compliant share; NaN without samples. */
    public double share() {
        return y / (double) n;
    }
}
