package org.signalup.publish.internal.section;

import java.util.List;
import java.util.TreeSet;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.AggregateRow;
import org.signalup.publish.Format;
import org.signalup.publish.ServiceValues;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** What internet companies brought, beside the own measurement; never part of it. */
final class AggregateTable {
    private AggregateTable() {}

    /** Writes nothing where nobody brought anything. */
    static void write(Html html, Facts facts) {
        List<AggregateRow> rows = facts.results().aggregates();
        if (rows.isEmpty()) {
            return;
        }
        html.el("h3", Text.of("互联网企业汇总数据（对照）", "Aggregates of internet companies (beside)"));
        html.el(
                "p",
                Text.of(
                        "由互联网企业按地区汇总提供，用同样的限值评级；与自有测量并列，不混入自有测量，也不进入判定、得分和星级。差 = 企业值 − 自有值。",
                        "Brought by internet companies per region and graded by the same limits; set beside the own measurement, never mixed into it,"
                                + " and no part of verdicts, scores and stars. Difference = theirs − own."));
        table(facts).write(html, rows, "service_aggregates.csv");
        html.el("h4", Text.of("口径说明", "Statements of method"));
        TreeSet<String> methods = new TreeSet<>();
        rows.forEach(row -> methods.add(row.provider() + "：" + row.method()));
        html.el("ul", () -> methods.forEach(method -> html.el("li", () -> html.data(method))));
    }

    private static Table<AggregateRow> table(Facts facts) {
        return new Table<AggregateRow>()
                .column(Text.of("地区", "Region"), (html, row) -> html.data(row.division()))
                .column(Text.of("提供方", "Provider"), (html, row) -> {
                    html.el("b", () -> html.data(row.provider()));
                    html.el("small", () -> html.data(row.from() + " – " + row.to()));
                })
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .column(
                        Text.of("业务", "Service"),
                        (html, row) -> html.text(row.service().text()))
                .column(Text.of("指标", "KPI"), (html, row) -> html.text(row.kpi().text()))
                .number(
                        Text.of("企业值", "Theirs"),
                        (html, row) -> html.el("b", () -> html.figure(ServiceValues.of(row.kpi(), row.value()))))
                .number(Text.of("业务次数", "Sessions"), (html, row) -> html.figure(Format.count(row.sessions())))
                .column(
                        Text.of("评级", "Grade"),
                        (html, row) -> row.grade()
                                .ifPresentOrElse(grade -> html.text(grade.text()), () -> html.data(Format.NONE)))
                .number(
                        Text.of("自有值（n）", "Own (n)"),
                        (html, row) -> html.figure(
                                row.ownValue().isPresent()
                                        ? ServiceValues.of(
                                                        row.kpi(),
                                                        row.ownValue().getAsDouble()) + " ("
                                                + Format.count(row.ownN().orElse(0)) + ")"
                                        : Format.NONE))
                .number(
                        Text.of("差", "Difference"),
                        (html, row) -> html.figure(
                                row.difference().isPresent()
                                        ? ServiceValues.difference(
                                                row.kpi(), row.difference().getAsDouble())
                                        : Format.NONE));
    }
}
