package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** What the filters of crowd samples caught, and the mean rate with and without each. */
final class CrowdTable {
    private CrowdTable() {}

    /** Writes nothing where no crowd samples were filtered. */
    static void write(Html html, Facts facts) {
        List<CrowdRow> all = facts.results().crowdFilters();
        if (all.isEmpty()) {
            return;
        }
        List<CrowdRow> rows = all.stream()
                .filter(row -> row.caught() > 0)
                .sorted(Comparator.comparing(CrowdRow::rule)
                        .thenComparing(CrowdRow::source)
                        .thenComparing(CrowdRow::operator))
                .toList();
        html.el("h3", Text.of("众测过滤", "Filters of crowd samples"));
        html.el(
                "p",
                Text.of(
                        "每条样本只记入第一条命中的规则。“若不用此规则”是下行测试的简单均值在计入此规则排除的测试（或剔除其标记的测试）后的值；关掉一条规则重新评测（evaluate --without-filter）并与本次对比，可看到判定的变化。",
                        "A sample is charged to the first rule that catches it. \"Without the rule\" is the plain mean of the downlink tests"
                                + " with those it took away counted (or those it flagged not). What becomes of the verdicts is shown by evaluating"
                                + " without the rule (evaluate --without-filter) and comparing."));
        table(facts).write(html, rows, "crowd_filters.csv");
    }

    private static Table<CrowdRow> table(Facts facts) {
        return new Table<CrowdRow>()
                .column(Text.of("规则", "Rule"), (html, row) -> {
                    html.el("b", () -> html.text(row.rule().text()));
                    html.el(
                            "small",
                            () -> html.el("code", () -> html.data(row.rule().code())));
                })
                .column(
                        Text.of("来源", "Source"),
                        (html, row) -> html.text(row.source().text()))
                .column(
                        Text.of("运营商", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .number(Text.of("检查", "Looked at"), (html, row) -> html.figure(Format.count(row.lookedAt())))
                .number(Text.of("命中", "Caught"), (html, row) -> html.figure(Format.count(row.caught())))
                .number(Text.of("终端日", "Device-days"), (html, row) -> html.figure(Format.count(row.deviceDays())))
                .number(Text.of("涉及评测单元", "Targets touched"), (html, row) -> html.figure(Format.count(row.targets())))
                .number(Text.of("下行均值", "DL mean"), (html, row) -> html.figure(rate(row.meanDlMbps())))
                .number(
                        Text.of("若不用此规则", "Without the rule"),
                        (html, row) -> html.figure(rate(row.meanDlOtherwiseMbps())));
    }

    private static String rate(OptionalDouble mbps) {
        return Format.decimal(mbps);
    }
}
