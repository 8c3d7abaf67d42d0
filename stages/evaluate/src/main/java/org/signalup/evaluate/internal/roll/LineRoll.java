package org.signalup.evaluate.internal.roll;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.internal.judge.AllJudge;
import org.signalup.evaluate.internal.judge.BinVerdicts;
import org.signalup.evaluate.internal.judge.Decided;
import org.signalup.evaluate.internal.judge.LineBins;
import org.signalup.evaluate.internal.judge.LineBins.Stretch;
import org.signalup.evaluate.internal.judge.LineJudge;
import org.signalup.evaluate.internal.judge.PlanJudge;
import org.signalup.evaluate.internal.judge.PlanJudge.Need;
import org.signalup.evaluate.internal.judge.StretchVerdict;
import org.signalup.evaluate.internal.judge.TargetJudge;
import org.signalup.evaluate.internal.judge.TargetRule;
import org.signalup.evaluate.internal.judge.TargetVerdict;
import org.signalup.evaluate.internal.match.Targets;
import org.signalup.ledger.Line;
import org.signalup.ledger.Line.Section;
import org.signalup.standards.Standard.LineRule;

/** Judges the bins in target order and their line, with its sections, as soon as its last bin is in. */
final class LineRoll {
    /** Hears what was judged. */
    interface Listener {
        void bin(int target, BinRow row);

        /** What an obliged operator's bins of a finished line still need, in a RAT row that decides; null where nothing. */
        void needs(Line line, String operator, RatRow row, LineBins bins, Need[] needs);

        /** A section (or, without one, the line) for one operator in every RAT row. */
        void stretch(Line line, Optional<Section> section, String operator, Map<RatRow, StretchVerdict> byRow);
    }

    private final Targets targets;
    private final TargetJudge judge;
    private final Listener listener;
    private int openLine = -1;
    private LineBins bins;
    private final Map<String, Map<RatRow, BinVerdicts>> verdicts = new TreeMap<>(TextOrder.CODE_POINTS);
    private final PlanJudge plan;
    private final Map<String, Map<RatRow, Need[]>> needs = new HashMap<>();

    LineRoll(Targets targets, Listener listener) {
        this.targets = targets;
        this.judge = new TargetJudge(targets.standard());
        this.plan = new PlanJudge(targets.standard());
        this.listener = listener;
    }

    /** Takes a measured bin. */
    void add(int target, Map<String, TargetTallies.Own> byOperator) {
        int number = targets.lineOf(target);
        if (number != openLine) {
            moveTo(number);
        }
        Line line = targets.ledger().lines().get(number);
        TargetRule rule = TargetRule.of(targets.rule(line));
        int bin = target - targets.firstBin(number);
        byOperator.forEach((operator, own) -> {
            RatVerdicts judged = RatVerdicts.judge(judge, own, rule);
            for (RatRow row : RatRow.values()) {
                TargetVerdict verdict = judged.of(row);
                if (verdict.measured()) {
                    needs(line, operator, row)[bin] = plan.need(verdict).orElse(null);
                    of(operator, row).set(bin, verdict.decided());
                    listener.bin(target, row(line, bin, operator, row, verdict.numbers(), verdict.decided()));
                }
            }
        });
        emitAll(line, target);
    }

    private void emitAll(Line line, int target) {
        int bin = target - targets.firstBin(openLine);
        List<String> obliged = targets.obliged(line.operators());
        for (RatRow row : RatRow.values()) {
            boolean measured =
                    obliged.stream().anyMatch(operator -> of(operator, row).measured(bin));
            if (measured) {
                Decided all = Decided.byPlaceRule(obliged.stream()
                        .map(operator -> of(operator, row).get(bin))
                        .toList());
                listener.bin(target, row(line, bin, ResultRows.ALL, row, Measured.NONE, all));
            }
        }
    }

    private BinRow row(Line line, int bin, String operator, RatRow row, Measured measured, Decided decided) {
        return new BinRow(
                line.id(),
                bin,
                bins.fromMm(bin),
                bins.toMm(bin),
                operator,
                row,
                measured,
                decided.verdict(),
                decided.evidence());
    }

    private BinVerdicts of(String operator, RatRow row) {
        return verdicts.computeIfAbsent(operator, unused -> new EnumMap<>(RatRow.class))
                .computeIfAbsent(row, unused -> new BinVerdicts(bins.size()));
    }

    /** What each bin needs; one that nobody measured needs all of it. */
    private Need[] needs(Line line, String operator, RatRow row) {
        return needs.computeIfAbsent(operator, unused -> new EnumMap<>(RatRow.class))
                .computeIfAbsent(row, unused -> {
                    Need[] untouched = new Need[bins.size()];
                    Arrays.fill(untouched, plan.untouched(TargetRule.of(targets.rule(line))));
                    return untouched;
                });
    }

    /** No more measured bins. */
    void finish() {
        moveTo(targets.ledger().lines().size());
    }

    private void moveTo(int number) {
        while (openLine < number) {
            if (openLine >= 0) {
                lineDone(targets.ledger().lines().get(openLine));
            }
            openLine++;
            verdicts.clear();
            needs.clear();
            if (openLine < targets.ledger().lines().size()) {
                bins = LineBins.of(targets.pieces(targets.ledger().lines().get(openLine)));
            }
        }
    }

    private void lineDone(Line line) {
        List<String> obliged = targets.obliged(line.operators());
        TreeSet<String> operators = new TreeSet<>(TextOrder.CODE_POINTS);
        operators.addAll(obliged);
        operators.addAll(verdicts.keySet());
        for (String operator : obliged) {
            for (RatRow row : targets.rule(line).ratRule().deciding()) {
                listener.needs(line, operator, row, bins, needs(line, operator, row));
            }
        }
        for (Section section : line.sections()) {
            stretch(line, Optional.of(section), operators, obliged);
        }
        stretch(line, Optional.empty(), operators, obliged);
    }

    private void stretch(Line line, Optional<Section> section, Set<String> operators, List<String> obliged) {
        LineRule rule = targets.rule(line);
        LineJudge lineJudge = new LineJudge(rule);
        Stretch stretch = section.map(s -> Stretch.ofMetres(s.fromM(), s.toM())).orElseGet(bins::whole);
        Map<String, Map<RatRow, StretchVerdict>> judged = new TreeMap<>(TextOrder.CODE_POINTS);
        for (String operator : operators) {
            Map<RatRow, StretchVerdict> byRow = new EnumMap<>(RatRow.class);
            for (RatRow row : RatRow.values()) {
                byRow.put(row, lineJudge.judge(bins, of(operator, row), stretch));
            }
            judged.put(operator, byRow);
        }
        Map<RatRow, StretchVerdict> all = new EnumMap<>(RatRow.class);
        for (RatRow row : RatRow.values()) {
            BinVerdicts together = BinVerdicts.all(
                    obliged.stream().map(operator -> of(operator, row)).toList());
            List<StretchVerdict> own = obliged.stream()
                    .map(operator -> judged.get(operator).get(row))
                    .toList();
            all.put(row, AllJudge.stretch(lineJudge, bins, together, stretch, own));
        }
        judged.put(ResultRows.ALL, all);
        judged.forEach((operator, byRow) -> listener.stretch(line, section, operator, byRow));
    }
}
