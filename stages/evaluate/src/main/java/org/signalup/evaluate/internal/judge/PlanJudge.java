package org.signalup.evaluate.internal.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Statistics;

/**
 * What to test next: how many further visits, each on a new date and all covered, make a target pass with evidence B and A.
 * Self tests do not help: the count starts from the independent samples there are.
 */
public final class PlanJudge {
    /** The order of {@code plan.csv}. */
    public static final Comparator<PlanRow> ORDER = Comparator.comparing(PlanRow::target, TextOrder.CODE_POINTS)
            .thenComparing(PlanRow::operator, TextOrder.CODE_POINTS)
            .thenComparing(PlanRow::rat);

    /** More than a visit a day for a year is not a plan. */
    private static final int MOST_VISITS = 400;

    private final Statistics statistics;
    private final Map<TargetRule, Need> untouched = new ConcurrentHashMap<>();

    public PlanJudge(Standard standard) {
        this.statistics = standard.statistics();
    }

    /**
     * What one target still needs.
     *
     * @param reason {@code NOT_MEASURED}, {@code TOO_FEW}, {@code RETEST}, {@code SELF_ONLY} or {@code SINGLE}
     */
    public record Need(
            Verdict verdict, Optional<Evidence> evidence, OptionalInt forB, OptionalInt forA, String reason) {
        boolean alike(Need other) {
            return verdict == other.verdict && evidence.equals(other.evidence) && reason.equals(other.reason);
        }

        private Need hardest(Need other) {
            return new Need(verdict, evidence, most(forB, other.forB), most(forA, other.forA), reason);
        }

        private static OptionalInt most(OptionalInt a, OptionalInt b) {
            return a.isPresent() && b.isPresent()
                    ? OptionalInt.of(Math.max(a.getAsInt(), b.getAsInt()))
                    : OptionalInt.empty();
        }
    }

    /** The need of a target without any sample. */
    public Need untouched(TargetRule rule) {
        return untouched.computeIfAbsent(
                rule, own -> need(own, Verdict.NOT_MEASURED, Optional.empty(), Tally.EMPTY, "NOT_MEASURED"));
    }

    /** The need of a judged target; empty when it is decided with evidence A or B. */
    public Optional<Need> need(TargetVerdict target) {
        Verdict verdict = target.verdict();
        boolean weak = target.evidence().orElse(Evidence.C) == Evidence.C;
        if (!verdict.open() && verdict != Verdict.RETEST && !weak) {
            return Optional.empty();
        }
        if (!target.measured()) {
            return Optional.of(untouched(target.rule()));
        }
        String reason = verdict.open() || verdict == Verdict.RETEST ? verdict.code() : "SINGLE";
        return Optional.of(need(
                target.rule(), verdict, target.evidence(), target.independent(), target.self() ? "SELF_ONLY" : reason));
    }

    /** The row of a key point. */
    public static PlanRow row(String target, String operator, RatRow rat, Need need) {
        return new PlanRow(target, operator, rat, need.verdict, need.evidence, need.forB, need.forA, need.reason);
    }

    /**
     * The rows of a line for one operator: adjacent bins of one part with the same need make one stretch, which needs as
     * much as its hardest bin.
     *
     * @param needs the need of each bin, null where there is none
     */
    public static List<PlanRow> rows(
            String lineId, String operator, RatRow rat, LineBins bins, IntFunction<Need> needs) {
        List<PlanRow> rows = new ArrayList<>();
        int first = 0;
        while (first < bins.size()) {
            Need need = needs.apply(first);
            int next = first + 1;
            while (need != null && next < bins.size() && bins.part(next) == bins.part(first)) {
                Need other = needs.apply(next);
                if (other == null || !other.alike(need)) {
                    break;
                }
                need = need.hardest(other);
                next++;
            }
            if (need != null) {
                rows.add(row(stretch(lineId, bins.fromMm(first), bins.toMm(next - 1)), operator, rat, need));
            }
            first = next;
        }
        return rows;
    }

    private static String stretch(String lineId, long fromMm, long toMm) {
        return lineId + ":" + chainage(fromMm) + "-" + chainage(toMm);
    }

    private static String chainage(long mm) {
        long metres = Math.round(mm / 1000.0);
        long rest = metres % 1000;
        return "K" + metres / 1000 + "+" + (rest < 10 ? "00" : rest < 100 ? "0" : "") + rest;
    }

    private Need need(TargetRule rule, Verdict verdict, Optional<Evidence> evidence, Tally basis, String reason) {
        Moments visit = visit(rule, basis.moments());
        IntPredicate forA = visits -> proven(rule, after(basis.moments(), visit, visits));
        IntPredicate repeated = visits -> repeats(rule, basis, visits) >= needed(rule);
        // What is counted is asked before what takes an interval.
        IntPredicate forB = visits ->
                (repeated.test(visits) && passes(rule, after(basis.moments(), visit, visits))) || forA.test(visits);
        return new Need(verdict, evidence, fewest(forB), fewest(forA), reason);
    }

    /** A visit is one cluster, as large as those so far and never smaller than the minimum spread over its clusters. */
    private static Moments visit(TargetRule rule, Moments sofar) {
        long clusters = Math.max(1, rule.minClusters());
        long least = (rule.minSamples() + clusters - 1) / clusters;
        long usual = sofar.k() == 0 ? 0 : Math.round(sofar.n() / (double) sofar.k());
        long samples = Math.max(1, Math.max(least, usual));
        return Moments.cluster(samples, samples);
    }

    private static Moments after(Moments sofar, Moments visit, int visits) {
        return new Moments(
                sofar.n() + visits * visit.n(),
                sofar.y() + visits * visit.y(),
                sofar.m2() + visits * visit.m2(),
                sofar.y2() + visits * visit.y2(),
                sofar.my() + visits * visit.my(),
                sofar.k() + visits);
    }

    private static boolean passes(TargetRule rule, Moments moments) {
        boolean enough = moments.n() >= Math.max(1, rule.minSamples()) && moments.k() >= rule.minClusters();
        return enough && moments.share() >= rule.targetShare();
    }

    private boolean proven(TargetRule rule, Moments moments) {
        return passes(rule, moments)
                && Interval.of(moments, statistics, statistics.confidence()).low() >= rule.targetShare();
    }

    private static long repeats(TargetRule rule, Tally basis, int visits) {
        return visits + (rule.bin() ? basis.moments().k() : basis.dates().size());
    }

    private int needed(TargetRule rule) {
        return rule.bin() ? statistics.evidenceClusters() : statistics.evidenceDates();
    }

    private static OptionalInt fewest(IntPredicate reached) {
        if (!reached.test(MOST_VISITS)) {
            return OptionalInt.empty();
        }
        int visits = 0;
        while (!reached.test(visits)) {
            visits++;
        }
        return OptionalInt.of(visits);
    }
}
