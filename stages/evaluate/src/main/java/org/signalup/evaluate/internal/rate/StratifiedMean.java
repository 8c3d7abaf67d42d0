package org.signalup.evaluate.internal.rate;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;
import org.signalup.evaluate.internal.judge.StudentQuantile;
import org.signalup.evaluate.internal.rate.RateVerdict.Mean;
import org.signalup.standards.Standard;

/**
 * The mean over device-days of the device-day mean, within strata of declared weight, with bounds of Student's t. With
 * several strata the degrees of freedom are those of Welch and Satterthwaite.
 */
final class StratifiedMean {
    private static final double KBPS_PER_MBPS = 1000;
    /** Differences below a millionth of a kbit/s are rounding, and would let a result hang on the order of its sums. */
    private static final double KBPS_GRID = 1e6;

    private final double confidence;
    private final Map<String, Double> weights;

    StratifiedMean(Standard standard) {
        this.confidence = standard.statistics().confidence();
        this.weights = standard.rates().regionMean().weights();
    }

    /** The mean in Mbit/s; bounds are empty when a stratum has fewer than two device-days. */
    Mean of(Map<String, RateTally> strata, ToDoubleFunction<DeviceDay> rate) {
        double weight = 0;
        double sum = 0;
        double variance = 0;
        double spread = 0;
        boolean bounded = true;
        double degrees = 0;
        for (Map.Entry<String, RateTally> entry : new TreeMap<>(strata).entrySet()) {
            List<DeviceDay> days = entry.getValue().days();
            double own = days.isEmpty() ? 0 : weight(entry.getKey());
            if (own <= 0) {
                continue;
            }
            Stratum stratum = Stratum.of(days, rate);
            double part = own * own * stratum.variance / days.size();
            weight += own;
            sum += own * stratum.mean;
            variance += part;
            bounded &= days.size() > 1;
            spread += part * part / Math.max(1, days.size() - 1);
            degrees += days.size() - 1;
        }
        if (weight == 0) {
            return Mean.NONE;
        }
        double mean = sum / weight;
        if (!bounded) {
            return new Mean(mbps(mean), OptionalDouble.empty(), OptionalDouble.empty());
        }
        boolean pooled = strata.size() > 1 && spread > 0;
        double freedom = pooled ? variance * variance / spread : degrees;
        double half = quantile(freedom) * Math.sqrt(variance) / weight;
        return new Mean(mbps(mean), mbps(mean - half), mbps(mean + half));
    }

    private double weight(String stratum) {
        return weights.isEmpty() || stratum.isEmpty() ? 1 : weights.getOrDefault(stratum, 0.0);
    }

    private double quantile(double degrees) {
        long whole = (long) degrees;
        return whole == degrees
                ? StudentQuantile.at(confidence).of(whole)
                : new TDistribution(degrees).inverseCumulativeProbability(confidence);
    }

    private static OptionalDouble mbps(double kbps) {
        return OptionalDouble.of(Math.rint(kbps * KBPS_GRID) / KBPS_GRID / KBPS_PER_MBPS);
    }

    /** Mean and sample variance of the device-days of one stratum. */
    private record Stratum(double mean, double variance) {
        static Stratum of(List<DeviceDay> days, ToDoubleFunction<DeviceDay> rate) {
            double sum = 0;
            for (DeviceDay day : days) {
                sum += rate.applyAsDouble(day);
            }
            double mean = sum / days.size();
            double squares = 0;
            for (DeviceDay day : days) {
                double off = rate.applyAsDouble(day) - mean;
                squares += off * off;
            }
            return new Stratum(mean, days.size() < 2 ? 0 : squares / (days.size() - 1));
        }
    }
}
