package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.ledger.Place;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Tally;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.Scenario;

/** Scenario × operator, and line kind × operator: how many of how many pass. */
public final class ScenarioSection implements Section {
    private record Row(Text name, Function<String, Tally> tallies) {}

    @Override
    public String id() {
        return "scenarios";
    }

    @Override
    public Text title() {
        return Text.of("分场景 · 分企业", "By scenario and operator");
    }

    @Override
    public Text shortTitle() {
        return Text.of("场景", "Scenarios");
    }

    @Override
    public void write(Html html, Facts facts) {
        html.el(
                "p.lead",
                Text.of(
                        "每格：达标 / 台账（场所为处，线路为公里）；条形的颜色同上方图例。",
                        "Each cell: passed / listed (places; kilometres for lines); colours as in the legend above."));
        List<Row> rows = new ArrayList<>();
        scenarios(facts)
                .forEach(code -> rows.add(new Row(
                        facts.names().scenario(code), operator -> facts.placeTally(operator, Optional.of(code)))));
        for (LineKind kind : LineKind.values()) {
            rows.add(new Row(kind.text(), operator -> facts.lineTally(operator, Optional.of(kind))));
        }
        matrix(facts)
                .write(html, rows.stream().filter(row -> listed(facts, row)).toList(), "places.csv, sections.csv");
    }

    /** Scenarios in the programme's order, then those only the ledger knows. */
    private static Set<String> scenarios(Facts facts) {
        Set<String> codes = new LinkedHashSet<>();
        facts.results().programme().scenarios().stream().map(Scenario::code).forEach(codes::add);
        facts.results().ledger().places().stream().map(Place::scenario).forEach(codes::add);
        return codes;
    }

    private static boolean listed(Facts facts, Row row) {
        return facts.names().operatorsAndAll().stream()
                .anyMatch(operator -> row.tallies().apply(operator).listed() > 0);
    }

    private static Table<Row> matrix(Facts facts) {
        Table<Row> table = new Table<Row>()
                .column(
                        Text.of("场景 / 线路", "Scenario / lines"),
                        (html, row) -> html.el("b", () -> html.text(row.name())));
        for (String operator : facts.names().operatorsAndAll()) {
            table.column(
                    facts.names().operator(operator),
                    (html, row) -> cell(html, row.tallies().apply(operator)));
        }
        return table;
    }

    private static void cell(Html html, Tally tally) {
        if (tally.listed() == 0) {
            html.figure(Format.NONE);
            return;
        }
        html.el("span.ratio", () -> {
            html.el("b", () -> html.figure(Format.amount(tally.passed())));
            html.figure(" / " + Format.amount(tally.listed()));
        });
        Chips.bar(tally, 8).write(html);
    }
}
