package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.geo.Bin;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Ledger;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Statistics;
import org.signalup.testkit.internal.Matching.RuledLine;
import org.signalup.testkit.internal.TargetJudge.Judged;
import org.signalup.testkit.internal.TargetJudge.Yardstick;

/**
 * {@code plan.csv}: targets of obliged operators, in the rows that decide, which are open, suspected or known from a
 * single test only; and how many clean visits on new dates each needs for a pass with evidence B and A.
 */
public final class PlanJudge {
    private static final int MOST_VISITS = 400;

    /** Where a target stands before the first visit: its independent clusters and their dates (of a bin: clusters). */
    private record Start(Moments moments, int repeats, Yardstick yardstick) {}

    private record Visits(OptionalInt forB, OptionalInt forA) {
        Visits most(Visits other) {
            return new Visits(most(forB, other.forB), most(forA, other.forA));
        }

        private static OptionalInt most(OptionalInt one, OptionalInt other) {
            return one.isPresent() && other.isPresent()
                    ? OptionalInt.of(Math.max(one.getAsInt(), other.getAsInt()))
                    : OptionalInt.empty();
        }
    }

    private record Need(Verdict verdict, Optional<Evidence> evidence, String reason, Visits visits) {
        boolean alike(Need other) {
            return verdict == other.verdict && evidence.equals(other.evidence) && reason.equals(other.reason);
        }
    }

    /** Adjacent bins with the same need. */
    private record Run(Bin first, Bin last, Need need) {}

    private final Standard standard;
    private final Statistics statistics;
    private final Ledger ledger;
    private final PointJudge points;
    private final LineJudge lines;
    private final Obliged obliged;
    private final Map<Start, Visits> known = new HashMap<>();

    public PlanJudge(Standard standard, Ledger ledger, PointJudge points, LineJudge lines) {
        this.standard = standard;
        this.statistics = standard.statistics();
        this.ledger = ledger;
        this.points = points;
        this.lines = lines;
        this.obliged = new Obliged(standard, ledger);
    }

    public List<PlanRow> rows(List<RuledLine> ruled) {
        List<PlanRow> rows = new ArrayList<>();
        for (KeyPoint point : ledger.keyPoints()) {
            if (!point.exempt()) {
                pointRows(point, rows);
            }
        }
        ruled.forEach(line -> lineRows(line, rows));
        rows.sort(Comparator.comparing(PlanRow::target, TextOrder.CODE_POINTS)
                .thenComparing(PlanRow::operator, TextOrder.CODE_POINTS)
                .thenComparing(PlanRow::rat));
        return rows;
    }

    private void pointRows(KeyPoint point, List<PlanRow> rows) {
        Yardstick yardstick = Yardstick.of(Keys.rule(standard, ledger, point));
        for (String operator : obliged.of(point)) {
            for (RatRow rat :
                    RatRules.deciding(Keys.rule(standard, ledger, point).ratRule())) {
                need(points.judged(point, operator, rat), yardstick)
                        .ifPresent(need -> rows.add(row(point.id(), operator, rat, need)));
            }
        }
    }

    private void lineRows(RuledLine line, List<PlanRow> rows) {
        Map<List<Object>, Judged> judged = lines.judgeBins(line);
        for (String operator : obliged.of(line.line())) {
            for (RatRow rat : RatRules.deciding(line.rule().ratRule())) {
                for (Run run : runs(line, operator, rat, judged)) {
                    String target = line.line().id() + ":"
                            + chainage(run.first().fromMm()) + "-"
                            + chainage(run.last().toMm());
                    rows.add(row(target, operator, rat, run.need()));
                }
            }
        }
    }

    private List<Run> runs(RuledLine line, String operator, RatRow rat, Map<List<Object>, Judged> judged) {
        Yardstick yardstick = Yardstick.of(line.rule());
        List<Run> runs = new ArrayList<>();
        Run open = null;
        for (Bin bin : line.bins()) {
            Judged own = judged.get(List.of(bin.number(), operator, rat));
            Need need =
                    own == null ? untouched(yardstick) : need(own, yardstick).orElse(null);
            boolean goesOn = open != null
                    && need != null
                    && open.need().alike(need)
                    && open.last().part() == bin.part();
            if (goesOn) {
                runs.remove(runs.size() - 1);
                Need both = new Need(
                        need.verdict(),
                        need.evidence(),
                        need.reason(),
                        need.visits().most(open.need().visits()));
                open = new Run(open.first(), bin, both);
            } else {
                open = need == null ? null : new Run(bin, bin, need);
            }
            if (open != null) {
                runs.add(open);
            }
        }
        return runs;
    }

    private Optional<Need> need(Judged own, Yardstick yardstick) {
        if (!own.hasSamples()) {
            return Optional.of(untouched(yardstick));
        }
        boolean decided = own.verdict() == Verdict.PASS || own.verdict() == Verdict.FAIL;
        if (decided && own.evidence().orElseThrow() != Evidence.C) {
            return Optional.empty();
        }
        String reason = decided ? "SINGLE" : own.verdict().code();
        Start start = new Start(own.independent(), own.independentRepeats(), yardstick);
        return Optional.of(new Need(own.verdict(), own.evidence(), own.self() ? "SELF_ONLY" : reason, visits(start)));
    }

    private Need untouched(Yardstick yardstick) {
        Start nothing = new Start(Moments.NONE, 0, yardstick);
        return new Need(Verdict.NOT_MEASURED, Optional.empty(), Verdict.NOT_MEASURED.code(), visits(nothing));
    }

    /** Goes there again and again, each time with one cluster of covered samples, and looks what has been shown. */
    private Visits visits(Start start) {
        return known.computeIfAbsent(start, absent -> {
            OptionalInt forB = OptionalInt.empty();
            OptionalInt forA = OptionalInt.empty();
            Moments moments = start.moments();
            for (int visits = 0; visits <= MOST_VISITS && forA.isEmpty(); visits++) {
                Optional<Evidence> shown = shown(moments, start.repeats() + visits, start.yardstick());
                if (forB.isEmpty() && shown.isPresent() && shown.get() != Evidence.C) {
                    forB = OptionalInt.of(visits);
                }
                if (shown.equals(Optional.of(Evidence.A))) {
                    forA = OptionalInt.of(visits);
                }
                moments = moments.plus(visit(start));
            }
            return new Visits(forB, forA);
        });
    }

    /** As many samples as visits had so far, and never fewer than the minimum spread over its clusters. */
    private static Moments visit(Start start) {
        Yardstick yardstick = start.yardstick();
        long least = (long) Math.ceil((double) yardstick.minSamples() / Math.max(1, yardstick.minClusters()));
        long usual = start.moments().k() == 0
                ? 0
                : Math.round((double) start.moments().n() / start.moments().k());
        long samples = Math.max(1, Math.max(least, usual));
        return Moments.ofCluster(samples, samples);
    }

    /** The evidence of a pass; empty when it is none. */
    private Optional<Evidence> shown(Moments moments, int repeats, Yardstick yardstick) {
        boolean enough =
                moments.n() > 0 && moments.n() >= yardstick.minSamples() && moments.k() >= yardstick.minClusters();
        if (!enough || moments.share() < yardstick.target()) {
            return Optional.empty();
        }
        if (moments.bounds(statistics.confidence(), statistics).low() >= yardstick.target()) {
            return Optional.of(Evidence.A);
        }
        int needed = yardstick.bin() ? statistics.evidenceClusters() : statistics.evidenceDates();
        return Optional.of(repeats >= needed ? Evidence.B : Evidence.C);
    }

    private static PlanRow row(String target, String operator, RatRow rat, Need need) {
        return new PlanRow(
                target,
                operator,
                rat,
                need.verdict(),
                need.evidence(),
                need.visits().forB(),
                need.visits().forA(),
                need.reason());
    }

    /** Whole metres as K12+345. */
    private static String chainage(long mm) {
        long metres = Math.round(mm / 1000.0);
        return String.format(java.util.Locale.ROOT, "K%d+%03d", metres / 1000, metres % 1000);
    }
}
