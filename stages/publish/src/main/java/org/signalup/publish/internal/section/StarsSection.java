package org.signalup.publish.internal.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.signalup.domain.Evidence;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Bar;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.Standard;

/** Stars with their reasons in words, how long they hold, and how many have how many. */
public final class StarsSection implements Section {
    private record Rated(
            String name,
            String id,
            String operator,
            Verdict verdict,
            Optional<Evidence> evidence,
            OptionalDouble score,
            OptionalInt stars,
            String reason) {}

    private record Spread(String operator, Map<Integer, Integer> counts, int unrated) {}

    @Override
    public String id() {
        return "stars";
    }

    @Override
    public Text title() {
        return Text.of("星级评定", "Stars");
    }

    @Override
    public Text shortTitle() {
        return Text.of("星级", "Stars");
    }

    @Override
    public void write(Html html, Facts facts) {
        List<Rated> rated = rated(facts);
        rules(html, facts);
        List<Spread> spreads = facts.names().operatorsAndAll().stream()
                .map(operator -> spread(operator, rated))
                .toList();
        spreadTable(facts, rated.size()).write(html, spreads, "");
        html.el("h3", Text.of("限制星级的原因", "What held stars back"));
        reasons(html, facts.names(), rated);
        LostPoints.write(html, facts);
        List<Rated> all = rated.stream()
                .filter(row -> row.operator().equals(ResultRows.ALL))
                .sorted(Comparator.comparingInt((Rated row) -> row.stars().orElse(0))
                        .reversed()
                        .thenComparing(row -> -row.score().orElse(0))
                        .thenComparing(Rated::id))
                .toList();
        html.el("details", () -> {
            html.el("summary", Text.of("逐个星级（全部应达标企业中最低者）", "Each one (the least of all obliged operators)"));
            table(facts.names()).write(html, all, "places.csv, lines.csv");
        });
    }

    private static List<Rated> rated(Facts facts) {
        Names names = facts.names();
        List<Rated> rated = new ArrayList<>();
        facts.places()
                .values()
                .forEach(rows -> rows.values()
                        .forEach(row -> rated.add(new Rated(
                                names.placeName(row.placeId()),
                                row.placeId(),
                                row.operator(),
                                row.verdict(),
                                row.evidence(),
                                row.score(),
                                row.stars(),
                                row.starsReason()))));
        facts.lines()
                .values()
                .forEach(rows -> rows.values()
                        .forEach(row -> rated.add(new Rated(
                                names.lineName(row.lineId()),
                                row.lineId(),
                                row.operator(),
                                row.verdict(),
                                row.evidence(),
                                OptionalDouble.empty(),
                                row.stars(),
                                row.starsReason()))));
        return rated;
    }

    private static void rules(Html html, Facts facts) {
        Standard standard = facts.results().standard();
        Standard.Stars stars = standard.stars();
        Optional<LocalDate> expiry = facts.results().summary().asOf().map(day -> day.plusMonths(stars.validMonths()));
        String until = expiry.map(LocalDate::toString).orElse(Format.NONE);
        String points = Format.plain(stars.hysteresisPoints());
        html.el(
                "p.lead",
                Text.of(
                        "星级有效至 " + until + "（" + stars.validMonths() + " 个月）。与上期比较时，分数越过分界 " + points
                                + " 分以上星级才变动，避免来回跳动。不达标不评星，缺必备项最高 " + stars.capMissingMandatory() + " 星。",
                        "Stars hold until " + until + " (" + stars.validMonths()
                                + " months). Against the previous evaluation stars"
                                + " change only when the score passes a cut by more than " + points
                                + " points. No stars without a pass; at most " + stars.capMissingMandatory()
                                + " while a mandatory part is missing."));
        if (standard.status() == Standard.Status.PROPOSAL) {
            html.el(
                    "p.note",
                    Text.of(
                            "平台试评：星级算法是本平台的建议，不是官方评定。",
                            "Platform proposal: the star rule is this platform's suggestion, not an official rating."));
        }
    }

    private static Spread spread(String operator, List<Rated> rated) {
        Map<Integer, Integer> counts = new TreeMap<>();
        int unrated = 0;
        for (Rated row : rated) {
            if (row.operator().equals(operator)) {
                row.stars().ifPresent(stars -> counts.merge(stars, 1, Integer::sum));
                unrated += row.stars().isPresent() ? 0 : 1;
            }
        }
        return new Spread(operator, counts, unrated);
    }

    private static Table<Spread> spreadTable(Facts facts, int size) {
        Table<Spread> table = new Table<Spread>()
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) ->
                                html.el("b", () -> html.text(facts.names().operator(row.operator()))));
        if (size > 0) {
            table.column(Text.of("分布", "Spread"), (html, row) -> bar(row).write(html));
        }
        for (int stars = 5; stars >= 1; stars--) {
            int level = stars;
            table.number(
                    Text.same("★".repeat(stars)),
                    (html, row) -> html.figure(Format.count(row.counts().getOrDefault(level, 0))));
        }
        return table.number(Text.of("未评星", "no stars"), (html, row) -> html.figure(Format.count(row.unrated())));
    }

    private static Bar bar(Spread row) {
        int total = row.counts().values().stream().mapToInt(Integer::intValue).sum() + row.unrated();
        Bar bar = new Bar(total, 14);
        for (int stars = 5; stars >= 1; stars--) {
            bar.part(row.counts().getOrDefault(stars, 0), "s" + stars);
        }
        return bar;
    }

    private static void reasons(Html html, Names names, List<Rated> rated) {
        Map<String, Integer> counts = new TreeMap<>();
        rated.stream()
                .filter(row -> !row.operator().equals(ResultRows.ALL))
                .flatMap(row -> codes(row.reason()).stream())
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        List<Map.Entry<String, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .toList();
        new Table<Map.Entry<String, Integer>>()
                .column(
                        Text.of("原因", "Reason"),
                        (out, entry) -> out.text(Words.starReason(entry.getKey(), names::operator)))
                .number(
                        Text.of("次数（场所或线路 × 企业）", "Times (place or line × operator)"),
                        (out, entry) -> out.figure(Format.count(entry.getValue())))
                .write(html, sorted, "", 20);
    }

    private static List<String> codes(String reason) {
        return Arrays.stream(reason.split(";"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static Table<Rated> table(Names names) {
        return new Table<Rated>()
                .column(Text.of("场所 / 线路", "Place / line"), (html, row) -> {
                    html.el("b", () -> html.data(row.name()));
                    html.el("small", () -> html.data(row.id()));
                })
                .column(Text.of("判定", "Verdict"), (html, row) -> Chips.verdict(html, row.verdict(), row.evidence()))
                .number(Text.of("分数", "Score"), (html, row) -> html.figure(Format.decimal(row.score())))
                .column(Text.of("星级", "Stars"), (html, row) -> {
                    if (row.stars().isPresent()) {
                        Chips.stars(html, row.stars().getAsInt());
                    } else {
                        html.figure(Format.NONE);
                    }
                })
                .column(
                        Text.of("原因", "Reason"),
                        (html, row) -> Chips.list(
                                html,
                                codes(row.reason()).stream()
                                        .map(code -> Words.starReason(code, names::operator))
                                        .toList()));
    }
}
