package org.signalup.publish.internal.section;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.PlanRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Bar;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** What to test next: visits that would lift each target to evidence B or A, and why. */
public final class PlanSection implements Section {
    private static final int SHOWN = 25;

    @Override
    public String id() {
        return "plan";
    }

    @Override
    public Text title() {
        return Text.of("下一步测什么", "What to test next");
    }

    @Override
    public Text shortTitle() {
        return Text.of("补测", "Next");
    }

    @Override
    public void write(Html html, Facts facts) {
        List<PlanRow> rows = facts.results().plan().stream().sorted(PRIORITY).toList();
        html.el(
                "p.lead",
                Text.of(
                        "一次补测＝另一天的一个独立测次，规模不小于以往各次，也不小于最低样本数按最少测次平分；全部采样点达标时，补足次数即达到该证据等级。",
                        "A visit is one independent test on another day, no smaller than those so far nor than the minimum of"
                                + " samples shared over its clusters. When every sample is covered, that many visits give that"
                                + " evidence."));
        if (!rows.isEmpty()) {
            reasons(html, rows);
        }
        html.el("h3", Text.of("最先补测的", "First of all"));
        table(facts).write(html, rows, "plan.csv", SHOWN);
    }

    /** Suspected first: one more visit settles them. Then failing, then what is open, cheapest first. */
    private static final Comparator<PlanRow> PRIORITY = Comparator.comparingInt(
                    (PlanRow row) -> switch (row.verdict()) {
                        case RETEST -> 0;
                        case UNDECIDED, TOO_FEW -> 1;
                        case NOT_MEASURED -> 2;
                        case PASS -> 3;
                        case FAIL -> 4;
                    })
            .thenComparing(row -> row.visitsForB().orElse(Integer.MAX_VALUE))
            .thenComparing(row -> row.visitsForA().orElse(Integer.MAX_VALUE));

    private static void reasons(Html html, List<PlanRow> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.reason(), 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElse(1);
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        new Table<Map.Entry<String, Integer>>()
                .column(Text.of("原因", "Reason"), (html2, entry) -> reason(html2, entry.getKey()))
                .column(
                        Text.of("分布", "Spread"),
                        (html2, entry) ->
                                new Bar(most, 10).part(entry.getValue(), "ink").write(html2))
                .number(Text.of("项数", "Items"), (html2, entry) -> html2.figure(Format.count(entry.getValue())))
                .write(html, sorted, "", 12);
    }

    private static Table<PlanRow> table(Facts facts) {
        Names names = facts.names();
        return new Table<PlanRow>()
                .column(Text.of("评测单元", "Target"), (html, row) -> target(html, names, row.target()))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .column(
                        Text.of("现判定", "Verdict now"),
                        (html, row) -> Chips.verdict(html, row.verdict(), row.evidence()))
                .number(Text.of("到 B 级还需", "Visits for B"), (html, row) -> visits(html, row.visitsForB()))
                .number(Text.of("到 A 级还需", "Visits for A"), (html, row) -> visits(html, row.visitsForA()))
                .column(Text.of("原因", "Reason"), (html, row) -> reason(html, row.reason()));
    }

    private static void visits(Html html, OptionalInt visits) {
        html.figure(visits.isPresent() ? Format.count(visits.getAsInt()) : Format.NONE);
    }

    static void reason(Html html, String codes) {
        Chips.list(
                html,
                Arrays.stream(codes.split(";"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .map(Words::planReason)
                        .toList());
    }

    /** A key point with its place; a stretch of a line ({@code line:K1+200-K1+900}) with the line's name. */
    private static void target(Html html, Names names, String id) {
        if (names.point(id).isPresent()) {
            KeyPoint point = names.point(id).get();
            html.el("b", () -> html.data(point.name()));
            html.el("small", () -> {
                point.placeId().ifPresent(place -> html.data(names.placeName(place)));
                point.lineId().ifPresent(line -> html.data(names.lineName(line)));
                html.figure(" · ");
                html.data(id);
            });
            return;
        }
        int colon = id.lastIndexOf(':');
        if (colon > 0 && names.line(id.substring(0, colon)).isPresent()) {
            html.el("b", () -> html.data(names.lineName(id.substring(0, colon))));
            html.el("small", () -> html.data(id.substring(colon + 1) + " · " + id.substring(0, colon)));
            return;
        }
        String name = names.place(id).isPresent() ? names.placeName(id) : names.lineName(id);
        html.el("b", () -> html.data(name));
        if (!name.equals(id)) {
            html.el("small", () -> html.data(id));
        }
    }
}
