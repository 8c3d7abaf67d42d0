package org.signalup.evaluate.internal.judge;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.RateVerdict.Mean;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Rates;
import org.signalup.standards.Standard.RegionMean.Strata;
import org.signalup.standards.Standard.Statistics;

/** Means and compliant shares of rate tests. Methods are never mixed: each call sees the tests of one. */
public final class RateJudge {
    private final Statistics statistics;
    private final Rates rates;
    private final StratifiedMean means;

    public RateJudge(Standard standard) {
        this.statistics = standard.statistics();
        this.rates = standard.rates();
        this.means = new StratifiedMean(standard);
    }

    /**
     * The method a place or line is judged by: the first of the standard's list with enough tests in a direction.
     *
     * @param tests the larger number of tests of the two directions, by method
     */
    public Optional<String> objectMethod(Map<String, Long> tests) {
        return rates.objectMethods().stream()
                .filter(method -> tests.getOrDefault(method, 0L) >= rates.minTests())
                .findFirst();
    }

    /** A place or line; the verdict is empty unless {@code judged}. */
    public RateVerdict object(RateTally tally, boolean judged) {
        Optional<Verdict> verdict = judged ? Optional.of(share(tally)) : Optional.empty();
        return figures(tally, Map.of("", tally), verdict);
    }

    /**
     * A region. Strata without tests are left out and the weights of the others scaled up.
     *
     * @param strata the same tests by stratum; ignored when the standard declares no strata
     */
    public RateVerdict region(RateTally tally, Map<String, RateTally> strata, String method) {
        boolean judged = method.equals(rates.targetMethod());
        boolean whole = rates.regionMean().strata() == Strata.NONE;
        Optional<Verdict> verdict = judged ? Optional.of(shareOf(tally)) : Optional.empty();
        return figures(tally, whole ? Map.of("", tally) : strata, verdict);
    }

    /** The verdict on a compliant share, for example of both directions' trials; TOO_FEW below the minimum of tests. */
    public Verdict share(RateTally tally) {
        long tests = tally.tests();
        if (tests > 0 && tests < rates.minTests()) {
            return Verdict.TOO_FEW;
        }
        return shareOf(tally);
    }

    /**
     * What rates contribute to the verdict of a place or line: TOO_FEW where there were tests and no method has enough.
     *
     * @param trials both directions of the method it is judged by
     * @param tried there were tests by any method
     */
    public Verdict part(Optional<RateTally> trials, boolean tried) {
        return trials.map(this::share).orElse(tried ? Verdict.TOO_FEW : Verdict.NOT_MEASURED);
    }

    /** The compliant share itself; empty without tests. */
    public static OptionalDouble compliant(RateTally tally) {
        Moments moments = tally.moments();
        return moments.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(moments.share());
    }

    private Verdict shareOf(RateTally tally) {
        Moments moments = tally.moments();
        double target = rates.targetShare();
        if (moments.n() == 0) {
            return Verdict.NOT_MEASURED;
        }
        if (moments.share() >= target) {
            return Verdict.PASS;
        }
        long failed = tally.dates().stream().filter(date -> date.failed(target)).count();
        boolean proven =
                Interval.of(moments, statistics, statistics.confidence()).high() < target;
        return proven || failed >= statistics.evidenceDates() ? Verdict.FAIL : Verdict.RETEST;
    }

    private RateVerdict figures(RateTally tally, Map<String, RateTally> strata, Optional<Verdict> verdict) {
        Moments moments = tally.moments();
        Interval interval = Interval.of(moments, statistics, statistics.confidence());
        boolean some = moments.n() > 0;
        Mean mean = means.of(strata, DeviceDay::mean);
        return new RateVerdict(
                tally.tests(),
                tally.devices(),
                mean,
                means.of(strata, DeviceDay::clippedMean).value(),
                tally.quantile(1, 2),
                tally.quantile(1, 10),
                some ? OptionalDouble.of(moments.share()) : OptionalDouble.empty(),
                some ? OptionalDouble.of(interval.low()) : OptionalDouble.empty(),
                some ? OptionalDouble.of(interval.high()) : OptionalDouble.empty(),
                verdict);
    }
}
