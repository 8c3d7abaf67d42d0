package org.signalup.testkit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.signalup.domain.RatRow;
import org.signalup.domain.TextOrder;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.geo.Bin;
import org.signalup.ledger.Ledger;
import org.signalup.ledger.Line;
import org.signalup.standards.Standard;
import org.signalup.testkit.RefSample;
import org.signalup.testkit.internal.Matching.RuledLine;
import org.signalup.testkit.internal.PlaceRule.Grade;
import org.signalup.testkit.internal.Stretch.Piece;
import org.signalup.testkit.internal.TargetJudge.Judged;
import org.signalup.testkit.internal.TargetJudge.Yardstick;

/** {@code bins.csv}, {@code sections.csv} and {@code lines.csv} (without stars) of one line after the other. */
public final class LineJudge {
    private final Matching.Matches matches;
    private final Obliged obliged;
    private final TargetJudge judge;
    private final List<BinRow> bins = new ArrayList<>();
    private final List<LineRow> sections = new ArrayList<>();
    private final List<LineRow> lines = new ArrayList<>();

    public LineJudge(Standard standard, Ledger ledger, Matching.Matches matches) {
        this.matches = matches;
        this.obliged = new Obliged(standard, ledger);
        this.judge = new TargetJudge(standard.statistics());
    }

    public void judge(List<RuledLine> all) {
        all.stream()
                .sorted((a, b) ->
                        TextOrder.CODE_POINTS.compare(a.line().id(), b.line().id()))
                .forEach(this::judge);
    }

    public List<BinRow> bins() {
        return bins;
    }

    public List<LineRow> sections() {
        return sections;
    }

    public List<LineRow> lines() {
        return lines;
    }

    private void judge(RuledLine line) {
        Map<List<Object>, Judged> judged = judgeBins(line);
        TreeSet<String> measured = new TreeSet<>(TextOrder.CODE_POINTS);
        judged.forEach((key, value) -> {
            if (value.hasSamples()) {
                measured.add((String) key.get(1));
            }
        });
        List<String> operators = obliged.of(line.line());
        for (Bin bin : line.bins()) {
            binRows(line, bin, Obliged.rows(operators, measured), judged);
        }
        for (Line.Section section : sorted(line.line().sections())) {
            Stretch stretch = Stretch.ofSection(line, section);
            stretchRows(stretch, operators, Obliged.rows(operators, measured), judged, sections);
        }
        stretchRows(Stretch.ofLine(line), operators, Obliged.rows(operators, measured), judged, lines);
    }

    /** By bin number, operator and RAT row; only bins with a sample. */
    Map<List<Object>, Judged> judgeBins(RuledLine line) {
        Map<List<Object>, Judged> judged = new HashMap<>();
        matches.ofLine(line.line().id()).forEach((number, samples) -> {
            Map<String, List<RefSample>> byOperator = new HashMap<>();
            samples.stream()
                    .filter(RefSample::coverage)
                    .forEach(sample -> byOperator
                            .computeIfAbsent(sample.operator(), operator -> new ArrayList<>())
                            .add(sample));
            byOperator.forEach((operator, own) -> {
                for (RatRow row : RatRow.values()) {
                    judged.put(List.of(number, operator, row), judge.judge(own, row, Yardstick.of(line.rule())));
                }
            });
        });
        judged.values().removeIf(value -> !value.hasSamples());
        return judged;
    }

    private void binRows(RuledLine line, Bin bin, List<String> operators, Map<List<Object>, Judged> judged) {
        for (String operator : operators) {
            for (RatRow row : RatRow.values()) {
                if (operator.equals(ResultRows.ALL)) {
                    allBinRow(line, bin, row, judged);
                } else if (judged.containsKey(List.of(bin.number(), operator, row))) {
                    Judged of = judged.get(List.of(bin.number(), operator, row));
                    bins.add(binRow(line, bin, operator, row, of.measured(), new Grade(of.verdict(), of.evidence())));
                }
            }
        }
    }

    /** ALL has a row where any obliged operator has one. */
    private void allBinRow(RuledLine line, Bin bin, RatRow row, Map<List<Object>, Judged> judged) {
        List<String> operators = obliged.of(line.line());
        boolean any = operators.stream().anyMatch(operator -> judged.containsKey(List.of(bin.number(), operator, row)));
        if (any) {
            Grade grade = Stretch.allGrade(bin, operators, row, judged);
            bins.add(binRow(line, bin, ResultRows.ALL, row, Measured.NONE, grade));
        }
    }

    private static BinRow binRow(RuledLine line, Bin bin, String operator, RatRow row, Measured measured, Grade grade) {
        return new BinRow(
                line.line().id(),
                bin.number(),
                bin.fromMm(),
                bin.toMm(),
                operator,
                row,
                measured,
                grade.verdict(),
                grade.evidence());
    }

    private static void stretchRows(
            Stretch stretch,
            List<String> obliged,
            List<String> operators,
            Map<List<Object>, Judged> judged,
            List<LineRow> rows) {
        for (String operator : operators) {
            for (RatRow row : RatRow.values()) {
                if (operator.equals(ResultRows.ALL)) {
                    Map<String, List<Piece>> own = new HashMap<>();
                    obliged.forEach(each -> own.put(each, stretch.pieces(each, row, judged)));
                    rows.add(stretch.allRow(row, own.values(), stretch.allPieces(obliged, row, judged)));
                } else {
                    rows.add(stretch.row(operator, row, stretch.pieces(operator, row, judged)));
                }
            }
        }
    }

    private static List<Line.Section> sorted(List<Line.Section> sections) {
        return sections.stream()
                .sorted((a, b) -> TextOrder.CODE_POINTS.compare(a.id(), b.id()))
                .toList();
    }
}
