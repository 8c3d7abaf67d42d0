package org.signalup.cli.internal.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.ledger.Line;

/** Lines one by one: lengths, share and gap for all obliged operators together, then the verdict for each. */
record LineTable(Terminal terminal, Names names) {
    /** @param rows of one RAT row, all operators of a line one after the other */
    void print(List<LineRow> rows, List<Line> lines) {
        Map<String, Map<String, LineRow>> byLine = new LinkedHashMap<>();
        rows.forEach(row -> byLine.computeIfAbsent(row.lineId(), any -> new LinkedHashMap<>())
                .put(row.operator(), row));
        List<String> operators = rows.stream()
                .map(LineRow::operator)
                .filter(operator -> !operator.equals(ResultRows.ALL))
                .distinct()
                .toList();
        Table table = Table.of(1, headings(operators).toArray(String[]::new));
        for (Line line : lines) {
            Map<String, LineRow> row = byLine.get(line.id());
            if (row != null) {
                table.row(cells(line, row, operators));
            }
        }
        table.print(terminal);
    }

    private List<String> headings(List<String> operators) {
        List<String> headings = new ArrayList<>(List.of(
                names.say("线路", "line"),
                names.say("全长 km", "km"),
                names.say("已测 km", "tested km"),
                names.say("达标里程占比", "passing share"),
                names.say("最长断点 m", "longest gap m"),
                names.operator(ResultRows.ALL)));
        operators.forEach(operator -> headings.add(names.operator(operator)));
        return headings;
    }

    private List<Cell> cells(Line line, Map<String, LineRow> row, List<String> operators) {
        LineRow all = row.get(ResultRows.ALL);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(line.name()),
                Cell.of(km(all.lengthMm())),
                Cell.of(km(all.judgedMm())),
                Cell.of(share(all.ratio(), all.ratioLow(), all.ratioHigh())),
                Cell.of(all.longestGapMm() / 1000),
                names.verdict(all.verdict(), all.evidence())));
        for (String operator : operators) {
            LineRow one = row.get(operator);
            cells.add(one == null ? Cell.of("") : names.verdict(one.verdict(), one.evidence()));
        }
        return cells;
    }

    private static String share(OptionalDouble ratio, OptionalDouble low, OptionalDouble high) {
        if (ratio.isEmpty()) {
            return "";
        }
        String from = Names.percent(low.orElse(0));
        String to = Names.percent(high.orElse(1));
        return Names.percent(ratio.getAsDouble()) + "% [" + from + "–" + to + "]";
    }

    private static String km(long millimetres) {
        return String.format(Locale.ROOT, "%,.1f", millimetres / 1e6);
    }
}
