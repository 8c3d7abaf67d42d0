package org.signalup.instrument.internal;

import java.util.List;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;
import org.signalup.standards.InstrumentPolicy.Method;

/** Mean and spread of the differences of pairs. The spread of fewer than two is not a number. */
public record Differences(int count, double mean, double sd) {
    public static Differences of(List<Pair> pairs) {
        double mean = pairs.stream().mapToDouble(Pair::difference).average().orElse(Double.NaN);
        double squares = pairs.stream()
                .mapToDouble(pair -> (pair.difference() - mean) * (pair.difference() - mean))
                .sum();
        int count = pairs.size();
        return new Differences(count, mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)));
    }

    /** Squared standard error of the mean. */
    double error2() {
        return sd * sd / count;
    }

    /** The mean with its t interval. */
    public Estimate bias(double confidence) {
        return Estimate.around(mean, Student.quantile(confidence, count - 1.0) * Math.sqrt(error2()));
    }

    /** Half the interval of a limit of agreement: variances of the mean and of so many standard deviations, added. */
    public double limitHalfWidth(Method method) {
        double z = method.agreementSd();
        double error = sd * Math.sqrt(1.0 / count + z * z / (2.0 * (count - 1)));
        return Student.quantile(method.confidence(), count - 1.0) * error;
    }
}
