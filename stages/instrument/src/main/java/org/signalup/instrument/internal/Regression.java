package org.signalup.instrument.internal;

import java.util.List;
import java.util.Optional;
import org.signalup.instrument.Agreement.Deming;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;
import org.signalup.standards.InstrumentPolicy.Method;

/**
 * Deming's regression: the line for two instruments that both err, by a known ratio of their variances. Intervals by the
 * jackknife: the line again without each pair in turn.
 */
public final class Regression {
    private static final int LEAST = 3;
    /** Of the spread of the readings: a covariance below it is rounding, and has no sign to trust. */
    private static final double ROUNDING = 1e-12;

    private final double ratio;
    private final int count;
    private final double meanX;
    private final double meanY;
    private double xx;
    private double yy;
    private double xy;

    private record Line(double slope, double intercept) {}

    private Regression(List<Pair> pairs, double ratio) {
        this.ratio = ratio;
        this.count = pairs.size();
        this.meanX = pairs.stream().mapToDouble(Pair::reference).average().orElse(0);
        this.meanY = pairs.stream().mapToDouble(Pair::other).average().orElse(0);
        for (Pair pair : pairs) {
            double x = pair.reference() - meanX;
            double y = pair.other() - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
    }

    /** Empty with fewer than three pairs, or where they, or all but one of them, go together in no direction. */
    public static Optional<Deming> of(List<Pair> pairs, Method method) {
        if (pairs.size() < LEAST) {
            return Optional.empty();
        }
        Regression all = new Regression(pairs, method.errorRatio());
        Optional<Line> line = all.line(all.xx, all.yy, all.xy, all.meanX, all.meanY);
        return line.flatMap(whole -> all.jackknife(whole, pairs, method.confidence()));
    }

    private Optional<Deming> jackknife(Line whole, List<Pair> pairs, double confidence) {
        double[] slopes = new double[count];
        double[] intercepts = new double[count];
        for (int i = 0; i < count; i++) {
            Optional<Line> line = without(pairs.get(i));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            slopes[i] = line.get().slope();
            intercepts[i] = line.get().intercept();
        }
        double t = Student.quantile(confidence, count - 2.0);
        return Optional.of(new Deming(
                Estimate.around(whole.slope(), t * error(slopes)),
                Estimate.around(whole.intercept(), t * error(intercepts))));
    }

    /** The line without one pair, from the sums of all. */
    private Optional<Line> without(Pair pair) {
        double x = pair.reference() - meanX;
        double y = pair.other() - meanY;
        double weight = count / (count - 1.0);
        return line(
                xx - weight * x * x,
                yy - weight * y * y,
                xy - weight * x * y,
                meanX - x / (count - 1),
                meanY - y / (count - 1));
    }

    private Optional<Line> line(double sumXx, double sumYy, double sumXy, double x, double y) {
        if (Math.abs(sumXy) <= ROUNDING * (xx + yy)) {
            return Optional.empty();
        }
        double excess = sumYy - ratio * sumXx;
        double slope = (excess + Math.sqrt(excess * excess + 4 * ratio * sumXy * sumXy)) / (2 * sumXy);
        return Optional.of(new Line(slope, y - slope * x));
    }

    /** Standard error of a jackknife. */
    private double error(double[] left) {
        double mean = 0;
        for (double value : left) {
            mean += value / count;
        }
        double squares = 0;
        for (double value : left) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares * (count - 1) / count);
    }
}
