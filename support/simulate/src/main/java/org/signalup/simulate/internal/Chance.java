package org.signalup.simulate.internal;

import java.util.SplittableRandom;

/**
 * Chance that is the same on every machine and in any order: everything that happens to a thing follows from its name.
 * Bell curves are sums of four uniform numbers, because the library's own may change between versions of Java.
 */
final class Chance {
    private static final double SPREAD_OF_FOUR = Math.sqrt(3);

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Chance of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Chance(hash);
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code low} to {@code high}. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** Mean 0, standard deviation {@code spread}, within 3.5 of them. */
    double bell(double spread) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return (sum - 2) * SPREAD_OF_FOUR * spread;
    }
}
