package org.signalup.evaluate.internal.judge;

import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.Statistics;

/** Judges a key point or bin: its share against the target share, and how well founded that is. */
public final class TargetJudge {
    private final Statistics statistics;

    public TargetJudge(Standard standard) {
        this(standard.statistics());
    }

    TargetJudge(Statistics statistics) {
        this.statistics = statistics;
    }

    /**
     * Judges one target. Self-test data are pooled in only where the independent data miss the minimum; what rests on
     * them is never better than evidence C.
     */
    public TargetVerdict judge(RatRow row, Tally independent, Tally self, TargetRule rule) {
        boolean pooled = !self.empty() && !rule.metBy(independent);
        Tally used = pooled ? independent.plus(self) : independent;
        Interval interval = Interval.of(used.moments(), statistics, statistics.confidence());
        Verdict verdict = verdict(used, interval, rule);
        Optional<Evidence> evidence = verdict.open()
                ? Optional.empty()
                : Optional.of(pooled ? Evidence.C : evidence(verdict, used, interval, rule));
        return new TargetVerdict(row, rule, verdict, evidence, independent, used, pooled, interval);
    }

    private Verdict verdict(Tally used, Interval interval, TargetRule rule) {
        if (used.empty()) {
            return Verdict.NOT_MEASURED;
        }
        if (!rule.metBy(used)) {
            return Verdict.TOO_FEW;
        }
        if (used.moments().share() >= rule.targetShare()) {
            return Verdict.PASS;
        }
        boolean failed = interval.high() < rule.targetShare() || failedAgain(used, rule);
        return failed ? Verdict.FAIL : Verdict.RETEST;
    }

    private boolean failedAgain(Tally used, TargetRule rule) {
        return rule.bin()
                ? used.clustersFailed() >= statistics.evidenceClusters()
                : used.datesFailed(rule.targetShare()) >= statistics.evidenceDates();
    }

    private Evidence evidence(Verdict verdict, Tally used, Interval interval, TargetRule rule) {
        boolean proven =
                verdict == Verdict.PASS ? interval.low() >= rule.targetShare() : interval.high() < rule.targetShare();
        if (proven) {
            return Evidence.A;
        }
        return repeated(used, rule.bin()) ? Evidence.B : Evidence.C;
    }

    private boolean repeated(Tally used, boolean bin) {
        return bin
                ? used.moments().k() >= statistics.evidenceClusters()
                : used.dates().size() >= statistics.evidenceDates();
    }
}
