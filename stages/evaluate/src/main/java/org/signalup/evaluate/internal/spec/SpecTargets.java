package org.signalup.evaluate.internal.spec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.SampleGroup;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.standards.Standard.LineRule;

/** Examples of key points and bins. */
public final class SpecTargets {
    private SpecTargets() {}

    public static Map<RatRow, SpecAnswer.Judged> point(Standard standard, SpecInput.Point point) {
        return answers(verdicts(standard, standard.pointRule(point.scenario(), point.kind()), point.samples()));
    }

    public static Map<RatRow, SpecAnswer.Judged> bin(Standard standard, SpecInput.Bin bin) {
        LineRule rule = standard.lineRule(bin.kind(), bin.grade());
        SampleCount count = new SampleCount(
                rule.limits(), rule.binTargetShare(), standard.statistics().slotMinutes());
        return answers(verdicts(standard, TargetRule.of(rule), count, bin.samples()));
    }

    static Map<RatRow, TargetVerdict> verdicts(Standard standard, CoverageRule rule, List<SampleGroup> samples) {
        SampleCount count = new SampleCount(
                rule.limits(), rule.targetShare(), standard.statistics().slotMinutes());
        return verdicts(standard, TargetRule.of(rule), count, samples);
    }

    private static Map<RatRow, TargetVerdict> verdicts(
            Standard standard, TargetRule rule, SampleCount count, List<SampleGroup> samples) {
        TargetJudge judge = new TargetJudge(standard);
        Map<RatRow, TargetVerdict> verdicts = new EnumMap<>(RatRow.class);
        for (RatRow row : RatRow.values()) {
            verdicts.put(row, judge.judge(row, count.independent(samples, row), count.self(samples, row), rule));
        }
        return verdicts;
    }

    private static Map<RatRow, SpecAnswer.Judged> answers(Map<RatRow, TargetVerdict> verdicts) {
        Map<RatRow, SpecAnswer.Judged> answers = new EnumMap<>(RatRow.class);
        verdicts.forEach((row, verdict) -> answers.put(row, answer(verdict)));
        return answers;
    }

    private static SpecAnswer.Judged answer(TargetVerdict verdict) {
        Measured numbers = verdict.numbers();
        return new SpecAnswer.Judged(
                numbers.samples(),
                numbers.covered(),
                numbers.share(),
                numbers.shareLow(),
                numbers.shareHigh(),
                numbers.clusters(),
                numbers.dates(),
                numbers.datesFailed(),
                numbers.onRatShare(),
                numbers.noService(),
                numbers.weak(),
                numbers.interfered(),
                verdict.verdict(),
                verdict.evidence());
    }
}
