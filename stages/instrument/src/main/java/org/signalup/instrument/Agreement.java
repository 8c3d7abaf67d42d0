package org.signalup.instrument;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.signalup.instrument.Series.Pair;
import org.signalup.instrument.internal.Differences;
import org.signalup.instrument.internal.Drift;
import org.signalup.instrument.internal.Regression;
import org.signalup.standards.InstrumentPolicy.Method;

/**
 * How two instruments agree (Bland and Altman); dB, the other minus the reference.
 *
 * @param first day of the first pair
 * @param last day of the last pair
 * @param sd standard deviation of the differences
 * @param lower limit of agreement
 * @param upper limit of agreement
 * @param deming regression of the other on the reference; empty where the pairs determine no line
 * @param drift bias by month
 * @param driftChange bias of the last month less that of the first, which both need two pairs
 */
public record Agreement(
        int pairs,
        LocalDate first,
        LocalDate last,
        Estimate bias,
        double sd,
        Estimate lower,
        Estimate upper,
        Optional<Deming> deming,
        List<MonthBias> drift,
        Optional<Estimate> driftChange) {
    public Agreement {
        drift = List.copyOf(drift);
    }

    /** The line other = intercept + slope · reference, both with errors. */
    public record Deming(Estimate slope, Estimate intercept) {}

    /** @param bias without an interval if there is one pair only */
    public record MonthBias(YearMonth month, int pairs, double value, Optional<Estimate> bias) {}

    /** Empty with fewer than two pairs. */
    public static Optional<Agreement> of(List<Pair> pairs, Method method, ZoneId zone) {
        if (pairs.size() < 2) {
            return Optional.empty();
        }
        Differences all = Differences.of(pairs);
        double limit = method.agreementSd() * all.sd();
        double halfWidth = all.limitHalfWidth(method);
        List<MonthBias> drift = Drift.byMonth(pairs, method.confidence(), zone);
        return Optional.of(new Agreement(
                pairs.size(),
                Drift.day(pairs.get(0), zone),
                Drift.day(pairs.get(pairs.size() - 1), zone),
                all.bias(method.confidence()),
                all.sd(),
                Estimate.around(all.mean() - limit, halfWidth),
                Estimate.around(all.mean() + limit, halfWidth),
                Regression.of(pairs, method),
                drift,
                Drift.change(pairs, method.confidence(), zone)));
    }
}
