package org.signalup.instrument;

import java.util.List;
import org.signalup.instrument.Series.Pair;

/** Deming's line found by trying: the one with the least sum of squares weighted by both errors. */
final class SlowLine {
    private static final int TRIES = 4_000;

    private SlowLine() {}

    static double slope(List<Pair> pairs, double ratio) {
        double best = -Math.PI / 2;
        double step = Math.PI / TRIES;
        for (int i = 1; i < TRIES; i++) {
            double angle = -Math.PI / 2 + i * step;
            best = loss(pairs, ratio, angle) < loss(pairs, ratio, best) ? angle : best;
        }
        double low = best - step;
        double high = best + step;
        while (high - low > 1e-12) {
            double third = (high - low) / 3;
            boolean left = loss(pairs, ratio, low + third) < loss(pairs, ratio, high - third);
            low = left ? low : low + third;
            high = left ? high - third : high;
        }
        return Math.tan(low);
    }

    private static double loss(List<Pair> pairs, double ratio, double angle) {
        double slope = Math.tan(angle);
        double intercept = 0;
        for (Pair pair : pairs) {
            intercept += (pair.other() - slope * pair.reference()) / pairs.size();
        }
        double sum = 0;
        for (Pair pair : pairs) {
            double off = pair.other() - intercept - slope * pair.reference();
            sum += off * off / (ratio + slope * slope);
        }
        return sum;
    }

    static double jackknifeError(double[] left) {
        double sum = 0;
        for (double one : left) {
            for (double another : left) {
                sum += (one - another) * (one - another);
            }
        }
        return Math.sqrt(sum / 2 * (left.length - 1)) / left.length;
    }
}
