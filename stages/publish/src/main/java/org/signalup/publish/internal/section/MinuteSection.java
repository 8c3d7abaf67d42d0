package org.signalup.publish.internal.section;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.ProgressRow;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Tally;
import org.signalup.publish.internal.html.Html;

/** The minute of a director: three big numbers and what to notice. */
public final class MinuteSection implements Section {
    @Override
    public String id() {
        return "minute";
    }

    @Override
    public Text title() {
        return Text.of("一分钟读懂", "In one minute");
    }

    @Override
    public Text shortTitle() {
        return title();
    }

    @Override
    public void write(Html html, Facts facts) {
        Tally places = facts.placeTally(ResultRows.ALL, Optional.empty());
        Tally lines = facts.lineTally(ResultRows.ALL, Optional.empty());
        html.el("div.tiles", () -> {
            tile(html, Text.of("重点场所达标", "Key places that pass"), places, Text.of("处", "places"));
            tile(html, Text.of("线路连续覆盖达标", "Line length that passes"), lines, Text.of("公里", "km"));
            rates(html, facts);
        });
        Chips.legend(html);
        List<Text> findings = new Findings(facts, places, lines).all();
        if (!findings.isEmpty()) {
            html.el("h3", Text.of("先看这几条", "Notice first"));
            html.el("ol.findings", () -> findings.forEach(finding -> html.el("li", finding)));
        }
    }

    private static void tile(Html html, Text name, Tally tally, Text unit) {
        html.el("div.tile", () -> {
            html.el("h3", name);
            html.el("p.big", () -> {
                html.el("b", () -> html.figure(Format.amount(tally.passed())));
                html.figure(" / " + Format.amount(tally.listed()) + " ");
                html.el("small", unit);
            });
            Chips.bar(tally, 16).write(html);
            html.el("p.pairs", () -> {
                pair(html, Text.of("上报", "reported"), Format.amount(tally.reported()));
                pair(html, Text.of("已测", "tested"), Format.amount(tally.tested()));
                pair(html, Text.of("待复测", "re-test"), Format.amount(tally.retest()));
                pair(html, Text.of("不达标", "fail"), Format.amount(tally.failed()));
                pair(html, Text.of("未定", "open"), Format.amount(tally.open()));
            });
            html.el("p.pairs", () -> {
                html.text(Text.of("达标证据", "pass by evidence"));
                grade(html, "A", tally.passedA());
                grade(html, "B", tally.passedB());
                grade(html, "C", tally.passedC());
            });
            html.el("p.gapline", () -> {
                html.text(Text.of("上报 − 达标 = ", "reported − passed = "));
                Chips.gap(html, tally.gap());
            });
        });
    }

    private static void grade(Html html, String grade, double amount) {
        html.el("span", () -> {
            html.figure(grade + " ");
            html.el("b", () -> html.figure(Format.amount(amount)));
        });
    }

    private static void pair(Html html, Text name, String figure) {
        html.el("span", () -> {
            html.text(name);
            html.figure(" ");
            html.el("b", () -> html.figure(figure));
        });
    }

    private static void rates(Html html, Facts facts) {
        List<ProgressRow> rows = Rates.headline(facts);
        html.el("div.tile", () -> {
            html.el("h3", Text.of("速率（各企业中最低者）", "Rates (the lowest of the operators)"));
            if (rows.isEmpty()) {
                html.el("p.big", () -> html.figure(Format.NONE));
                html.el("p.none", Text.of("没有速率测试。", "No rate tests."));
            }
            rows.forEach(row -> rate(html, facts, row));
        });
    }

    private static void rate(Html html, Facts facts, ProgressRow row) {
        html.el("div.rate", () -> {
            html.el("p.big.second", () -> {
                html.el("b", () -> html.figure(Rates.estimate(facts, row)));
                html.el("small", () -> Rates.goal(html, facts, row));
            });
            html.el("p.pairs", () -> {
                html.text(Rates.name(facts, row));
                html.figure(" · ");
                html.text(facts.names().operator(row.operator()));
                html.figure(" · " + Rates.interval(facts, row) + " · n = "
                        + (row.n().isPresent() ? Format.count(row.n().getAsLong()) : Format.NONE));
            });
        });
    }
}
