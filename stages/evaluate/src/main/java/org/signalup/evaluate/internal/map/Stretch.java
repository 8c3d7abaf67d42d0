package org.signalup.evaluate.internal.map;

import java.util.function.IntUnaryOperator;

/**
 * Neighbouring bins of one part of a line that a map shows as one.
 *
 * @param from its first corner
 * @param to its last corner
 * @param step of its corners, from the first on, every one of so many is drawn, and the last
 */
record Stretch(int from, int to, int step) {
    /** How many bins are joined for the next level. */
    static final int FANOUT = 8;

    /** At most nine corners are drawn. */
    static Stretch of(int from, int to) {
        return new Stretch(from, to, (to - from + FANOUT - 1) / FANOUT);
    }

    int bins() {
        return to - from;
    }

    /** The next corner that is drawn. */
    int next(int corner) {
        return Math.min(corner + step, to);
    }

    int least(IntUnaryOperator axis) {
        int least = axis.applyAsInt(to);
        for (int corner = from; corner < to; corner += step) {
            least = Math.min(least, axis.applyAsInt(corner));
        }
        return least;
    }

    int most(IntUnaryOperator axis) {
        return -least(corner -> -axis.applyAsInt(corner));
    }
}
