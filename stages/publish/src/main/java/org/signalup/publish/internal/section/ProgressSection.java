package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Tally;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;

/** Programme targets: 目标 / 底数 / 上报 / 已测 / 达标 by evidence / 待复测 / 不达标 / 未定, and the gap 上报 − 达标. */
public final class ProgressSection implements Section {
    @Override
    public String id() {
        return "progress";
    }

    @Override
    public Text title() {
        return Text.of("专项行动目标进度", "Progress against the programme's targets");
    }

    @Override
    public Text shortTitle() {
        return Text.of("进度", "Progress");
    }

    @Override
    public void write(Html html, Facts facts) {
        String root = facts.results().programme().rootRegion();
        List<ProgressRow> counts = inOrder(facts, row -> !Rates.isRate(facts, row));
        List<ProgressRow> whole = rows(counts, row -> row.region().equals(root) && isAll(row));
        html.el(
                "p.lead",
                Text.of(
                        "达标指全部应达标企业均达标；A、B、C 级证据分列，从不合并。目标为全国或地区总目标，台账可能只含其中一部分。",
                        "Passed means passed for every obliged operator; evidence A, B and C stand apart. Goals are those of the"
                                + " nation or region, of which the ledger may hold only a part."));
        table(facts, false).write(html, whole, "progress.csv");
        fold(
                html,
                Text.of("分企业", "By operator"),
                () -> table(facts, true)
                        .write(html, rows(counts, row -> row.region().equals(root) && !isAll(row)), "progress.csv"));
        fold(
                html,
                Text.of("分地区", "By region"),
                () -> table(facts, true)
                        .write(html, rows(counts, row -> !row.region().equals(root)), "progress.csv"));
        aims(html, facts);
        html.el("h3", Text.of("速率目标", "Rate targets"));
        List<ProgressRow> rates = inOrder(facts, row -> Rates.isRate(facts, row));
        rateTable(facts).write(html, rows(rates, row -> row.region().equals(root)), "progress.csv");
        fold(
                html,
                Text.of("分地区速率", "Rates by region"),
                () -> rateTable(facts)
                        .write(html, rows(rates, row -> !row.region().equals(root)), "progress.csv"));
    }

    /** Aims the notice gives no number for: shown, never computed. */
    private static void aims(Html html, Facts facts) {
        List<Programme.Aim> aims = facts.results().programme().aims().stream()
                .filter(aim -> aim.year() == facts.results().standard().year())
                .toList();
        if (!aims.isEmpty()) {
            fold(
                    html,
                    Text.of("通知中没有数字的目标", "Aims without a number"),
                    () -> new Table<Programme.Aim>()
                            .column(Text.of("目标", "Aim"), (out, aim) -> out.text(aim.name()))
                            .column(Text.of("通知原文", "The notice's words"), (out, aim) -> out.data(aim.words()))
                            .write(html, aims, ""));
        }
    }

    private static boolean isAll(ProgressRow row) {
        return row.operator().equals(ResultRows.ALL);
    }

    /** Targets with something in the ledger first; within each the order they came in. */
    private static List<ProgressRow> rows(List<ProgressRow> all, Function<ProgressRow, Boolean> choice) {
        return all.stream()
                .filter(choice::apply)
                .sorted(Comparator.comparing((ProgressRow row) -> row.listed().orElse(0) == 0))
                .toList();
    }

    /** In the programme's own order: what the notice names first is read first. */
    private static List<ProgressRow> inOrder(Facts facts, Predicate<ProgressRow> choice) {
        List<String> order = facts.results().programme().targets().stream()
                .map(ProgrammeTarget::id)
                .toList();
        return facts.results().progress().stream()
                .filter(choice)
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.target())))
                .toList();
    }

    private static void fold(Html html, Text name, Runnable content) {
        html.el("details", () -> {
            html.el("summary", name);
            content.run();
        });
    }

    private static Table<ProgressRow> table(Facts facts, boolean detailed) {
        Table<ProgressRow> table = new Table<ProgressRow>()
                .column(Text.of("目标", "Target"), (html, row) -> target(html, facts, row, !detailed));
        if (detailed) {
            table.column(
                            Text.of("地区", "Region"),
                            (html, row) -> html.text(facts.names().region(row.region())))
                    .column(
                            Text.of("企业", "Operator"),
                            (html, row) -> html.text(facts.names().operator(row.operator())));
        }
        table.number(Text.of("目标数 · 底数", "Goal · base"), (html, row) -> goal(html, facts, row))
                .column(
                        Text.of("构成", "Make-up"),
                        (html, row) -> Chips.bar(Tally.of(row), 16).write(html));
        amount(table, Text.of("台账", "Listed"), ProgressRow::listed);
        amount(table, Text.of("上报", "Reported"), ProgressRow::reported);
        amount(table, Text.of("已测", "Tested"), ProgressRow::tested);
        table.number(Text.of("达标", "Passed"), (html, row) -> passed(html, row));
        amount(table, Text.of("待复测", "Re-test"), ProgressRow::retest);
        amount(table, Text.of("不达标", "Fail"), ProgressRow::failed);
        amount(table, Text.of("未定", "Open"), ProgressRow::open);
        return table.number(
                Text.of("上报 − 达标", "Reported − passed"),
                (html, row) -> Chips.gap(html, Tally.of(row).gap()));
    }

    private static void amount(Table<ProgressRow> table, Text heading, Function<ProgressRow, OptionalDouble> value) {
        table.number(heading, (html, row) -> html.figure(Format.amount(value.apply(row))));
    }

    private static void target(Html html, Facts facts, ProgressRow row, boolean withRule) {
        html.el("b", () -> html.text(Rates.name(facts, row)));
        if (withRule) {
            facts.names()
                    .target(row.target())
                    .map(ProgrammeTarget::rule)
                    .ifPresent(rule -> html.el("small", Words.rule(rule)));
        }
    }

    private static void goal(Html html, Facts facts, ProgressRow row) {
        Unit unit = Rates.unit(facts, row);
        boolean share = unit == Unit.PLACE_SHARE;
        String goal = share ? Format.percent(row.goal()) : Format.amount(row.goal());
        html.figure(row.goal().isPresent() && share ? "≥ " + goal : goal);
        if (row.goal().isPresent() && !share) {
            html.figure(" ");
            html.text(Words.unit(unit));
        }
        if (row.base().isPresent()) {
            html.el("small", Text.of("底数 " + Format.amount(row.base()), "base " + Format.amount(row.base())));
        }
    }

    /** The sum is printed small: the grades are what counts. */
    private static void passed(Html html, ProgressRow row) {
        html.el("b", () -> html.figure(Format.amount(row.passed())));
        if (row.passed().orElse(0) > 0) {
            html.el(
                    "small",
                    () -> html.figure("A " + Format.amount(row.passedA()) + " · B " + Format.amount(row.passedB())
                            + " · C " + Format.amount(row.passedC())));
        }
    }

    private static Table<ProgressRow> rateTable(Facts facts) {
        return new Table<ProgressRow>()
                .column(Text.of("目标", "Target"), (html, row) -> target(html, facts, row, true))
                .column(
                        Text.of("地区", "Region"),
                        (html, row) -> html.text(facts.names().region(row.region())))
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .number(Text.of("目标数", "Goal"), (html, row) -> Rates.goal(html, facts, row))
                .number(
                        Text.of("估计值", "Estimate"),
                        (html, row) -> html.el("b", () -> html.figure(Rates.estimate(facts, row))))
                .number(Text.of("置信区间", "Interval"), (html, row) -> html.figure(Rates.interval(facts, row)))
                .number(
                        Text.of("测速数 n", "Tests n"),
                        (html, row) -> html.figure(
                                row.n().isPresent() ? Format.count(row.n().getAsLong()) : Format.NONE))
                .column(
                        Text.of("口径", "Method"),
                        (html, row) -> html.text(
                                Words.method(facts.results().standard().rates().targetMethod())))
                .column(
                        Text.of("判定", "Verdict"),
                        (html, row) -> row.verdict()
                                .ifPresent(verdict -> Chips.verdict(html, verdict, java.util.Optional.empty())));
    }
}
