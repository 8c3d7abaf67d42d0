package org.signalup.evaluate.internal.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.internal.judge.BinVerdicts;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.LineJudge;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.match.LimitSet;
import org.signalup.evaluate.internal.whatif.Measurements.Sides;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.LineRule;

/** Judges lines under changed rules. */
final class LineTrial {
    private final Standard standard;
    private final ChangedRules changed;
    private final LineColumns lines;
    private final Measurements measurements;
    private final Operators operators;
    private final TargetJudge targetJudge;

    LineTrial(
            Standard standard,
            ChangedRules changed,
            LineColumns lines,
            Measurements measurements,
            Operators operators) {
        this.standard = standard;
        this.changed = changed;
        this.lines = lines;
        this.measurements = measurements;
        this.operators = operators;
        this.targetJudge = new TargetJudge(standard);
    }

    /** Judges all lines, several at a time. */
    OutcomeTable judge(int atLeast) {
        OutcomeTable outcomes = new OutcomeTable(operators.size(), lines.size());
        IntStream.range(0, lines.size()).parallel().forEach(line -> judge(line, atLeast, outcomes));
        return outcomes;
    }

    private void judge(int line, int atLeast, OutcomeTable outcomes) {
        LineRule rule = changed.of(standard.lineRule(lines.kind(line), lines.grade(line)));
        LineJudge lineJudge = new LineJudge(rule);
        long obliged = lines.obliged(line);
        long present = obliged | measured(line);
        List<Decided> together = new ArrayList<>();
        for (int operator = 0; operator < operators.size(); operator++) {
            if ((present >> operator & 1) == 1) {
                int own = operator;
                Decided decided = lineJudge.decide(
                        judge(line, own, RatRow.ANY, rule),
                        judge(line, own, RatRow.G4, rule),
                        judge(line, own, RatRow.G5, rule));
                outcomes.set(operator, line, decided);
                if ((obliged >> operator & 1) == 1) {
                    together.add(decided);
                }
            }
        }
        outcomes.set(operators.all(), line, Agreement.of(together, atLeast == 0 ? together.size() : atLeast));
    }

    /** A row the rule does not name is not worth the time. */
    private Decided judge(int line, int operator, RatRow row, LineRule rule) {
        if (!rule.ratRule().deciding().contains(row)) {
            return Decided.NOT_MEASURED;
        }
        LineBins bins = lines.bins(line);
        BinVerdicts verdicts = new BinVerdicts(bins.size());
        LimitSet limits = LimitSet.of(rule.limits(), rule.binTargetShare());
        TargetRule target = TargetRule.of(rule);
        for (int bin = 0; bin < bins.size(); bin++) {
            int unit = measurements.unit(lines.firstTarget(line) + bin, operator);
            if (unit >= 0) {
                Sides sides = measurements.tally(unit, row, limits);
                verdicts.set(
                        bin,
                        targetJudge
                                .judge(row, sides.independent(), sides.self(), target)
                                .decided());
            }
        }
        return new LineJudge(rule).judge(bins, verdicts, bins.whole()).decided();
    }

    private long measured(int line) {
        long set = 0;
        int first = lines.firstTarget(line);
        int end = measurements.firstUnit(first + lines.bins(line).size());
        for (int unit = measurements.firstUnit(first); unit < end; unit++) {
            set |= 1L << measurements.operator(unit);
        }
        return set;
    }
}
