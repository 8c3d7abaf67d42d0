package org.signalup.cli.internal.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.evaluate.ResultRows.ProgressRow;

/** The headline of progress: the whole programme, all obliged operators together. */
record ProgressTables(Terminal terminal, Names names) {
    void print(List<ProgressRow> progress) {
        List<ProgressRow> rows = progress.stream()
                .filter(row -> row.region().equals(names.programme().rootRegion()))
                .filter(row -> row.operator().equals(Names.ALL))
                .toList();
        counts(rows);
        estimates(rows);
    }

    private void counts(List<ProgressRow> rows) {
        Table table = Table.of(
                1,
                names.say("目标", "target"),
                names.say("目标值", "goal"),
                names.say("台账", "listed"),
                names.say("上报", "reported"),
                names.say("已测", "tested"),
                names.say("达标", "passed"),
                "A/B/C",
                names.say("待复测", "re-test"),
                names.say("不达标", "failed"),
                names.say("待定", "open"));
        rows.stream()
                .filter(row -> row.listed().orElse(0) > 0)
                .forEach(row -> table.row(List.of(
                        Cell.of(names.target(row.target()) + unit(row)),
                        Cell.of(Names.number(row.goal())),
                        Cell.of(Names.number(row.listed())),
                        Cell.of(Names.number(row.reported())),
                        Cell.of(Names.number(row.tested())),
                        Cell.of(Names.number(row.passed())),
                        Cell.of(Names.number(row.passedA()) + "/" + Names.number(row.passedB()) + "/"
                                + Names.number(row.passedC())),
                        Cell.of(Names.number(row.retest())),
                        Cell.of(Names.number(row.failed())),
                        Cell.of(Names.number(row.open())))));
        if (!table.isEmpty()) {
            title(names.say("目标进展（全部应覆盖运营商）", "Progress (all obliged operators)"));
            table.print(terminal);
        }
    }

    private void estimates(List<ProgressRow> rows) {
        Predicate<ProgressRow> estimated = row -> row.estimate().isPresent();
        Table table = Table.of(
                1,
                names.say("速率目标", "rate target"),
                names.say("目标值", "goal"),
                names.say("估计", "estimate"),
                names.say("区间", "interval"),
                "n",
                names.say("判定", "verdict"));
        rows.stream()
                .filter(estimated)
                .forEach(row -> table.row(List.of(
                        Cell.of(names.target(row.target()) + unit(row)),
                        Cell.of(Names.number(row.goal())),
                        Cell.of(Names.number(row.estimate())),
                        Cell.of(Names.number(row.low()) + "–" + Names.number(row.high())),
                        Cell.of(row.n().orElse(0)),
                        row.verdict()
                                .map(v -> names.verdict(v, Optional.empty()))
                                .orElse(Cell.of("")))));
        if (!table.isEmpty()) {
            title(names.say("速率", "Rates"));
            table.print(terminal);
        }
    }

    private static String unit(ProgressRow row) {
        return switch (row.unit()) {
            case "KM" -> " km";
            case "MBPS" -> " Mbit/s";
            default -> "";
        };
    }

    private void title(String title) {
        terminal.out().println();
        terminal.out().println(terminal.out(Style.HEADING, title));
    }
}
