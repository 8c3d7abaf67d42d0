package org.signalup.evaluate.internal.rate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;

/** The estimate of a region's mean rate or compliant share with its bounds. */
record RateProgress(OptionalDouble estimate, OptionalDouble low, OptionalDouble high, OptionalLong n) {
    private static final RateProgress NONE = new RateProgress(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.of(0));

    static RateProgress of(ProgrammeTarget target, Optional<RateVerdict> found) {
        if (found.isEmpty() || found.get().tests() == 0) {
            return NONE;
        }
        RateVerdict rate = found.get();
        OptionalLong n = OptionalLong.of(rate.tests());
        return target.unit() == Unit.SHARE
                ? new RateProgress(rate.shareOk(), rate.shareLow(), rate.shareHigh(), n)
                : new RateProgress(
                        rate.mean().value(), rate.mean().low(), rate.mean().high(), n);
    }

    /** The least of the obliged operators; empty if any is. */
    static RateProgress least(List<RateProgress> operators) {
        return new RateProgress(
                AllJudge.least(operators.stream().map(RateProgress::estimate).toList()),
                AllJudge.least(operators.stream().map(RateProgress::low).toList()),
                AllJudge.least(operators.stream().map(RateProgress::high).toList()),
                OptionalLong.of(
                        operators.stream().mapToLong(own -> own.n.orElse(0)).sum()));
    }

    static Verdict verdictOfAll(List<RateProgress> operators, double goal) {
        return Decided.byPlaceRule(operators.stream()
                        .map(own -> new Decided(own.verdict(goal), Optional.empty()))
                        .toList())
                .verdict();
    }

    /** PASS from the goal on; below it FAIL when the upper bound is below, TOO_FEW without bounds, else RETEST. */
    Verdict verdict(double goal) {
        if (estimate.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        if (estimate.getAsDouble() >= goal) {
            return Verdict.PASS;
        }
        if (high.isEmpty()) {
            return Verdict.TOO_FEW;
        }
        return high.getAsDouble() < goal ? Verdict.FAIL : Verdict.RETEST;
    }

    ProgressRow row(
            ProgrammeTarget target,
            String region,
            String operator,
            OptionalDouble goal,
            OptionalDouble base,
            Optional<Verdict> verdict) {
        OptionalDouble none = OptionalDouble.empty();
        String unit = target.unit().name();
        return new ProgressRow(
                target.id(),
                region,
                operator,
                unit,
                goal,
                base,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                estimate,
                low,
                high,
                n,
                verdict);
    }
}
