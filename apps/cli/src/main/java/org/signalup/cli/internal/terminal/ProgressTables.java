package org.signalup.cli.internal.terminal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.cli.internal.terminal.Table.Cell;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.standards.ProgrammeTarget;

/** The headline of progress, all obliged operators together: the whole programme, and regions that have goals of their own. */
record ProgressTables(Terminal terminal, Names names) {
    void print(List<ProgressRow> progress) {
        List<String> order =
                names.programme().targets().stream().map(ProgrammeTarget::id).toList();
        List<ProgressRow> rows = progress.stream()
                .filter(row -> isWhole(row) || row.goal().isPresent())
                .filter(row -> row.operator().equals(ResultRows.ALL))
                .sorted(Comparator.comparing((ProgressRow row) -> order.indexOf(row.target()))
                        .thenComparing(row -> !isWhole(row)))
                .toList();
        counts(rows);
        estimates(rows);
    }

    private boolean isWhole(ProgressRow row) {
        return row.region().equals(names.programme().rootRegion());
    }

    private Cell name(ProgressRow row) {
        String region = isWhole(row) ? "" : " · " + names.region(row.region());
        return Cell.of(names.target(row.target()) + Names.unit(row.unit()) + region);
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
        rows.stream().filter(row -> row.listed().orElse(0) > 0).forEach(row -> table.row(counts(row)));
        if (!table.isEmpty()) {
            title(names.say("目标进展（全部应覆盖运营商）", "Progress (all obliged operators)"));
            table.print(terminal);
        }
    }

    /** The goal of a share is a share; what is listed, tested and passed are counts all the same. */
    private List<Cell> counts(ProgressRow row) {
        String unit = row.unit().equals("KM") ? "KM" : "PLACE";
        String grades = Stream.of(row.passedA(), row.passedB(), row.passedC())
                .map(count -> Names.number(count, unit))
                .collect(Collectors.joining("/"));
        return List.of(
                name(row),
                Cell.of(Names.number(row.goal(), row.unit())),
                Cell.of(Names.number(row.listed(), unit)),
                Cell.of(Names.number(row.reported(), unit)),
                Cell.of(Names.number(row.tested(), unit)),
                Cell.of(Names.number(row.passed(), unit)),
                Cell.of(grades),
                Cell.of(Names.number(row.retest(), unit)),
                Cell.of(Names.number(row.failed(), unit)),
                Cell.of(Names.number(row.open(), unit)));
    }

    private void estimates(List<ProgressRow> rows) {
        Table table = Table.of(
                1,
                names.say("估计值目标", "estimated target"),
                names.say("目标值", "goal"),
                names.say("估计", "estimate"),
                names.say("区间", "interval"),
                "n",
                names.say("判定", "verdict"));
        rows.stream().filter(row -> row.estimate().isPresent()).forEach(row -> table.row(estimate(row)));
        if (!table.isEmpty()) {
            title(names.say("速率与占比", "Rates and shares"));
            table.print(terminal);
        }
    }

    private List<Cell> estimate(ProgressRow row) {
        return List.of(
                name(row),
                Cell.of(Names.number(row.goal(), row.unit())),
                Cell.of(Names.number(row.estimate(), row.unit())),
                Cell.of(Names.number(row.low(), row.unit()) + "–" + Names.number(row.high(), row.unit())),
                Cell.of(row.n().orElse(0)),
                row.verdict()
                        .map(verdict -> names.verdict(verdict, Optional.empty()))
                        .orElse(Cell.of("")));
    }

    private void title(String title) {
        terminal.out().println();
        terminal.out().println(terminal.out(Style.HEADING, title));
    }
}
