package org.signalup.testkit.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.signalup.domain.Evidence;
import org.signalup.domain.Rat;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.Limit;
import org.signalup.standards.Standard.LineRule;
import org.signalup.standards.Standard.Statistics;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.PlaceRule.Grade;

/** Third step: the samples of one operator at one key point or bin → share, interval, verdict, evidence. */
final class TargetJudge {
    /** What a target is held against. */
    record Yardstick(Map<Rat, Limit> limits, double target, int minSamples, int minClusters, boolean bin) {
        static Yardstick of(CoverageRule rule) {
            return new Yardstick(rule.limits(), rule.targetShare(), rule.minSamples(), rule.minClusters(), false);
        }

        static Yardstick of(LineRule rule) {
            return new Yardstick(rule.limits(), rule.binTargetShare(), rule.binMinSamples(), 1, true);
        }
    }

    /**
     * @param self the numbers rest on the operators' own tests too
     * @param independent what tests of others say, whether it was enough or not
     * @param independentRepeats dates of those tests, of a bin their clusters
     */
    record Judged(
            Measured measured,
            Moments moments,
            int dates,
            double target,
            Verdict verdict,
            Optional<Evidence> evidence,
            boolean self,
            Moments independent,
            int independentRepeats) {
        boolean hasSamples() {
            return moments.n() > 0;
        }
    }

    private final Statistics statistics;

    TargetJudge(Statistics statistics) {
        this.statistics = statistics;
    }

    /** @param samples coverage samples of one operator at one target */
    Judged judge(List<RefSample> samples, RatRow row, Yardstick yardstick) {
        List<RefSample> all =
                samples.stream().filter(sample -> RatRules.counts(row, sample)).toList();
        List<RefSample> independent =
                all.stream().filter(sample -> !sample.self()).toList();
        Moments alone = moments(clusters(independent), row, yardstick);
        boolean self = !enough(alone, yardstick) && independent.size() < all.size();
        int repeats = yardstick.bin()
                ? clusters(independent).size()
                : groups(independent, RefSample::date).size();
        List<RefSample> used = self ? all : independent;
        Moments moments = moments(clusters(used), row, yardstick);
        Grade grade = grade(used, self, moments, row, yardstick);
        Collection<List<RefSample>> dates = groups(used, RefSample::date);
        return new Judged(
                measured(used, row, yardstick, moments, dates.size(), failed(dates, row, yardstick)),
                moments,
                dates.size(),
                yardstick.target(),
                grade.verdict(),
                grade.evidence(),
                self,
                alone,
                repeats);
    }

    private Grade grade(List<RefSample> used, boolean self, Moments moments, RatRow row, Yardstick yardstick) {
        Collection<List<RefSample>> clusters = clusters(used);
        Collection<List<RefSample>> dates = groups(used, RefSample::date);
        int repeats = yardstick.bin() ? clusters.size() : dates.size();
        int repeatsNeeded = yardstick.bin() ? statistics.evidenceClusters() : statistics.evidenceDates();
        int repeatsFailed = yardstick.bin() ? failed(clusters, row, yardstick) : failed(dates, row, yardstick);
        Verdict verdict = verdict(moments, yardstick, repeatsFailed >= repeatsNeeded);
        Optional<Evidence> evidence = verdict.open()
                ? Optional.empty()
                : Optional.of(self ? Evidence.C : evidence(moments, yardstick, verdict, repeats >= repeatsNeeded));
        return new Grade(verdict, evidence);
    }

    private Verdict verdict(Moments moments, Yardstick yardstick, boolean failedRepeatedly) {
        if (moments.n() == 0) {
            return Verdict.NOT_MEASURED;
        }
        if (!enough(moments, yardstick)) {
            return Verdict.TOO_FEW;
        }
        if (moments.share() >= yardstick.target()) {
            return Verdict.PASS;
        }
        boolean surely = moments.bounds(statistics.confidence(), statistics).high() < yardstick.target();
        return surely || failedRepeatedly ? Verdict.FAIL : Verdict.RETEST;
    }

    private Evidence evidence(Moments moments, Yardstick yardstick, Verdict verdict, boolean repeated) {
        Moments.Bounds bounds = moments.bounds(statistics.confidence(), statistics);
        boolean surely = verdict == Verdict.PASS
                ? bounds.low() >= yardstick.target()
                : verdict == Verdict.FAIL && bounds.high() < yardstick.target();
        return surely ? Evidence.A : repeated ? Evidence.B : Evidence.C;
    }

    private static boolean enough(Moments moments, Yardstick yardstick) {
        return moments.n() >= yardstick.minSamples() && moments.k() >= yardstick.minClusters();
    }

    /**
     * Operator × source × device × slot × spot; the operator is one already. Self tests and independent ones are never
     * one cluster, because tallies are kept apart for both and must add up.
     */
    private Collection<List<RefSample>> clusters(List<RefSample> samples) {
        long slotSeconds = statistics.slotMinutes() * 60L;
        return groups(
                samples,
                sample -> List.of(
                        sample.self(),
                        sample.source(),
                        sample.deviceKey(),
                        Math.floorDiv(sample.localS(), slotSeconds),
                        Objects.requireNonNullElse(sample.spot(), Integer.MIN_VALUE)));
    }

    private static <K> Collection<List<RefSample>> groups(List<RefSample> samples, Function<RefSample, K> key) {
        Map<K, List<RefSample>> groups = new LinkedHashMap<>();
        for (RefSample sample : samples) {
            groups.computeIfAbsent(key.apply(sample), absent -> new java.util.ArrayList<>())
                    .add(sample);
        }
        return groups.values();
    }

    private static Moments moments(Collection<List<RefSample>> clusters, RatRow row, Yardstick yardstick) {
        return Moments.sum(clusters.stream()
                .map(cluster -> Moments.ofCluster(cluster.size(), compliant(cluster, row, yardstick)))
                .toList());
    }

    /** How many of the groups are below the target share on their own. */
    private static int failed(Collection<List<RefSample>> groups, RatRow row, Yardstick yardstick) {
        return (int) groups.stream()
                .filter(group -> (double) compliant(group, row, yardstick) / group.size() < yardstick.target())
                .count();
    }

    private static long compliant(List<RefSample> samples, RatRow row, Yardstick yardstick) {
        return samples.stream()
                .filter(sample -> RatRules.compliant(row, sample, yardstick.limits()))
                .count();
    }

    private Measured measured(
            List<RefSample> used, RatRow row, Yardstick yardstick, Moments moments, int dates, int datesFailed) {
        boolean any = moments.n() > 0;
        Moments.Bounds bounds = moments.bounds(statistics.confidence(), statistics);
        long onRat = used.stream().filter(sample -> RatRules.onRat(row, sample)).count();
        return new Measured(
                OptionalLong.of(moments.n()),
                OptionalLong.of(moments.y()),
                any ? OptionalDouble.of(moments.share()) : OptionalDouble.empty(),
                any ? OptionalDouble.of(bounds.low()) : OptionalDouble.empty(),
                any ? OptionalDouble.of(bounds.high()) : OptionalDouble.empty(),
                OptionalLong.of(moments.k()),
                OptionalInt.of(dates),
                OptionalInt.of(datesFailed),
                any && row != RatRow.ANY ? OptionalDouble.of((double) onRat / moments.n()) : OptionalDouble.empty(),
                OptionalLong.of(
                        used.stream().filter(sample -> sample.rat() == Rat.NONE).count()),
                OptionalLong.of(used.stream()
                        .filter(sample -> RatRules.weak(row, sample, yardstick.limits()))
                        .count()),
                OptionalLong.of(used.stream()
                        .filter(sample -> RatRules.interfered(row, sample, yardstick.limits()))
                        .count()));
    }
}
