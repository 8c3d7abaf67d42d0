package org.signalup.evaluate.internal.judge;

import java.util.List;

/**
 * A place for one operator.
 *
 * @param shares of the judged points, for the score
 */
public record PlaceVerdict(
        Decided decided, int points, int passed, int retest, int failed, int open, List<Double> shares) {
    public PlaceVerdict {
        shares = List.copyOf(shares);
    }

    static PlaceVerdict counted(Decided decided, List<Decided> points, List<Double> shares) {
        int passed = 0;
        int retest = 0;
        int failed = 0;
        for (Decided point : points) {
            switch (point.verdict()) {
                case PASS -> passed++;
                case RETEST -> retest++;
                case FAIL -> failed++;
                default -> {}
            }
        }
        int open = points.size() - passed - retest - failed;
        return new PlaceVerdict(decided, points.size(), passed, retest, failed, open, shares);
    }
}
