package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.signalup.domain.Direction;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.RateRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Bar;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** Rates per object, operator, technology and method; methods are never mixed. */
public final class RatesSection implements Section {
    @Override
    public String id() {
        return "rates";
    }

    @Override
    public Text title() {
        return Text.of("速率", "Rates");
    }

    @Override
    public Text shortTitle() {
        return title();
    }

    @Override
    public void write(Html html, Facts facts) {
        List<RateRow> rows =
                facts.results().rates().stream().filter(row -> row.tests() > 0).toList();
        html.el(
                "p.lead",
                Text.of(
                        "不同口径从不混算。均值先在设备日内平均，再在设备日之间平均；区间同样按设备日计算，不足两个设备日时没有区间。截峰均值按标准的上限截断后计算。",
                        "Methods are never mixed. Means are over device-days, each the mean of its tests; so are intervals, which"
                                + " need two device-days. The clipped mean cuts peaks at the standard's cap."));
        for (Direction direction : Direction.values()) {
            chart(html, facts, direction, rows);
        }
        List<RateRow> regions = rows.stream().filter(RatesSection::isRegion).toList();
        List<RateRow> objects = rows.stream()
                .filter(row -> !isRegion(row))
                .sorted(Comparator.comparingInt(RatesSection::severity))
                .toList();
        details(html, Text.of("地区速率表", "Regions"), () -> table(facts).write(html, regions, "rates.csv"));
        details(
                html,
                Text.of("场所与线路速率表（不达标者在前）", "Places and lines (failing first)"),
                () -> table(facts).write(html, objects, "rates.csv"));
        QuantileTable.write(html, facts);
    }

    private static boolean isRegion(RateRow row) {
        return row.object().equals("REGION");
    }

    private static int severity(RateRow row) {
        return row.verdict().map(Facts::severity).orElse(5);
    }

    private static void details(Html html, Text name, Runnable content) {
        html.el("details", () -> {
            html.el("summary", name);
            content.run();
        });
    }

    private static void chart(Html html, Facts facts, Direction direction, List<RateRow> all) {
        String root = facts.results().programme().rootRegion();
        List<RateRow> rows = all.stream()
                .filter(row -> isRegion(row) && row.objectId().equals(root) && row.direction() == direction)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        OptionalDouble goal = goal(facts, direction);
        double full = 1.05
                * Math.max(
                        goal.orElse(0),
                        rows.stream().mapToDouble(RatesSection::right).max().orElse(1));
        html.el("h3", direction == Direction.DL ? Text.of("下行均值", "Mean downlink") : Text.of("上行均值", "Mean uplink"));
        html.el("p.legend", () -> {
            Chips.key(html, "mean", Text.of("均值", "mean"));
            Chips.key(html, "range", Text.of("置信区间", "interval"));
            goal.ifPresent(value -> Chips.key(
                    html,
                    "goal",
                    Text.of(
                            "竖线：目标 " + Format.amount(value) + " Mbit/s（只对目标口径）",
                            "upright line: goal " + Format.amount(value) + " Mbit/s (for the goal's method only)")));
        });
        chartTable(facts, goal, full).write(html, rows, "");
    }

    private static double right(RateRow row) {
        return Math.max(row.high().orElse(0), row.mean().orElse(0));
    }

    private static OptionalDouble goal(Facts facts, Direction direction) {
        return facts.results().progress().stream()
                .filter(row -> facts.names()
                        .target(row.target())
                        .flatMap(target -> target.direction())
                        .equals(Optional.of(direction)))
                .filter(row -> row.region().equals(facts.results().programme().rootRegion()))
                .map(row -> row.goal())
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static Table<RateRow> chartTable(Facts facts, OptionalDouble goal, double full) {
        Names names = facts.names();
        return new Table<RateRow>()
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.el("b", () -> html.text(names.operator(row.operator()))))
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .column(Text.of("口径", "Method"), (html, row) -> html.text(Words.method(row.method())))
                .column(
                        Text.of("均值与区间", "Mean and interval"),
                        (html, row) -> bar(row, facts, goal, full).write(html))
                .number(Text.same("Mbit/s"), (html, row) -> {
                    html.el("b", () -> html.figure(Format.decimal(row.mean())));
                    html.el("small", () -> html.figure(Format.decimals(row.low(), row.high())));
                })
                .number(Text.of("测速数 n", "Tests n"), (html, row) -> html.figure(Format.count(row.tests())));
    }

    private static Bar bar(RateRow row, Facts facts, OptionalDouble goal, double full) {
        Bar bar = new Bar(full, 16);
        if (row.low().isPresent() && row.high().isPresent()) {
            bar.span(row.low().getAsDouble(), row.high().getAsDouble(), "range");
        }
        row.mean().ifPresent(mean -> bar.mark(mean, "mean"));
        boolean judged = row.rat() == RatRow.ANY
                && row.method().equals(facts.results().standard().rates().targetMethod());
        if (judged) {
            goal.ifPresent(value -> bar.mark(value, "goal"));
        }
        return bar;
    }

    private static Table<RateRow> table(Facts facts) {
        Names names = facts.names();
        return new Table<RateRow>()
                .column(Text.of("对象", "Object"), (html, row) -> object(html, names, row))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .column(
                        Text.of("方向", "Direction"),
                        (html, row) -> html.text(row.direction().text()))
                .column(Text.of("口径", "Method"), (html, row) -> html.text(Words.method(row.method())))
                .number(
                        Text.of("测速 / 设备", "Tests / devices"),
                        (html, row) -> html.figure(Format.count(row.tests()) + " / " + Format.count(row.devices())))
                .number(Text.of("均值 Mbit/s", "Mean Mbit/s"), (html, row) -> {
                    html.el("b", () -> html.figure(Format.decimal(row.mean())));
                    html.el("small", () -> html.figure(Format.decimals(row.low(), row.high())));
                })
                .number(Text.of("截峰均值", "Clipped"), (html, row) -> html.figure(Format.decimal(row.clippedMean())))
                .number(
                        Text.of("中位 / P10", "Median / P10"),
                        (html, row) -> html.figure(Format.decimal(row.median()) + " / " + Format.decimal(row.p10())))
                .number(Text.of("达标速率占比", "Compliant share"), (html, row) -> {
                    html.figure(Format.percent(row.shareOk()));
                    html.el("small", () -> html.figure(Format.percents(row.shareLow(), row.shareHigh())));
                })
                .column(
                        Text.of("判定", "Verdict"),
                        (html, row) ->
                                row.verdict().ifPresent(verdict -> Chips.verdict(html, verdict, Optional.empty())));
    }

    private static void object(Html html, Names names, RateRow row) {
        switch (row.object()) {
            case "PLACE" -> html.data(names.placeName(row.objectId()));
            case "LINE" -> html.data(names.lineName(row.objectId()));
            case "REGION" -> html.text(names.region(row.objectId()));
            default -> html.data(row.objectId());
        }
        html.el("small", Words.object(row.object()));
    }
}
