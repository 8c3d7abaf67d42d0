package org.signalup.testkit.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A mean of device-day means with its bounds, in the unit of the values; strata weigh as declared.
 *
 * @param low empty where a stratum has fewer than two device-days
 */
record RateMean(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
    private static final RateMean NONE =
            new RateMean(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** One stratum: the mean of its device-days, and the squared error of that mean. */
    private record Stratum(double weight, double mean, double error, int days) {
        static Stratum of(double weight, List<Double> days) {
            double mean = days.stream().mapToDouble(Double::doubleValue).sum() / days.size();
            double squares = days.stream()
                    .mapToDouble(day -> (day - mean) * (day - mean))
                    .sum();
            double error = days.size() < 2 ? 0 : squares / (days.size() - 1) / days.size();
            return new Stratum(weight, mean, error, days.size());
        }

        double share() {
            return weight * weight * error;
        }
    }

    static RateMean of(List<Double> days, double confidence) {
        return of(Map.of("", days), Map.of("", 1.0), confidence);
    }

    /** Strata without a weight, and weights without a stratum, are left out. */
    static RateMean of(Map<String, List<Double>> days, Map<String, Double> weights, double confidence) {
        List<Stratum> strata = new TreeMap<>(days)
                .entrySet().stream()
                        .filter(entry -> weights.getOrDefault(entry.getKey(), 0.0) > 0)
                        .map(entry -> Stratum.of(weights.get(entry.getKey()), entry.getValue()))
                        .toList();
        if (strata.isEmpty()) {
            return NONE;
        }
        double weight = strata.stream().mapToDouble(Stratum::weight).sum();
        double mean =
                strata.stream().mapToDouble(one -> one.weight() * one.mean()).sum() / weight;
        if (strata.stream().anyMatch(one -> one.days() < 2)) {
            return new RateMean(OptionalDouble.of(mean), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double half = half(strata, confidence) / weight;
        return new RateMean(OptionalDouble.of(mean), OptionalDouble.of(mean - half), OptionalDouble.of(mean + half));
    }

    /** Student's t with the degrees of Welch and Satterthwaite, k − 1 for a single stratum. */
    private static double half(Collection<Stratum> strata, double confidence) {
        double error = strata.stream().mapToDouble(Stratum::share).sum();
        if (error == 0) {
            return 0;
        }
        double spread = strata.stream()
                .mapToDouble(one -> one.share() * one.share() / (one.days() - 1))
                .sum();
        double degrees = error * error / spread;
        return Moments.quantile(degrees, confidence) * Math.sqrt(error);
    }
}
