package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.Measured;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.evaluate.ResultRows.PointRow;
import org.signalup.ledger.Place;
import org.signalup.publish.Causes;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.facts.Stretch;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** Where it is worst: places, gaps on lines, failing stretches. */
public final class WorstSection implements Section {
    private static final int SHOWN = 12;

    @Override
    public String id() {
        return "worst";
    }

    @Override
    public Text title() {
        return Text.of("最差的场所与路段", "The worst places and stretches");
    }

    @Override
    public Text shortTitle() {
        return Text.of("短板", "Worst");
    }

    @Override
    public void write(Html html, Facts facts) {
        html.el("h3", Text.of("场所", "Places"));
        html.el(
                "p.lead",
                Text.of(
                        "先列不达标、再列待复测；不达标企业多者在前。最差点位按合格占比。",
                        "Failing first, then suspected; most failing operators first. The worst point is the one with the least"
                                + " compliant share."));
        List<PlaceRow> places = facts.worstPlaces();
        shortThenAll(html, places(facts, places), places, "places.csv");
        html.el("h3", Text.of("线路最长连续不达标长度", "Longest gap of each line"));
        List<LineRow> gaps = gaps(facts);
        shortThenAll(html, gaps(facts, gaps), gaps, "lines.csv");
        html.el("h3", Text.of("不达标与待复测路段", "Failing and suspected stretches"));
        html.el(
                "p.lead",
                Text.of(
                        "同一线路、同一企业、判定相同的相邻里程段连成一段，共 " + Format.count(facts.stretchCount()) + " 段，最长者在前。",
                        "Neighbouring bins of one line and operator with the same verdict make a stretch: "
                                + Format.count(facts.stretchCount()) + " in all, the longest first."));
        shortThenAll(html, stretches(facts), facts.stretches(), "bins.csv");
    }

    private static <R> void shortThenAll(Html html, Table<R> table, List<R> rows, String file) {
        if (rows.size() <= SHOWN) {
            table.write(html, rows, file);
            return;
        }
        table.write(html, rows.subList(0, SHOWN), "");
        html.el("details", () -> {
            html.el(
                    "summary",
                    Text.of(
                            "其余 " + Format.count(rows.size() - SHOWN) + " 行",
                            "The other " + Format.count(rows.size() - SHOWN) + " rows"));
            table.write(html, rows.subList(SHOWN, rows.size()), file);
        });
    }

    private static Table<PlaceRow> places(Facts facts, List<PlaceRow> ranked) {
        Map<String, Integer> ranks = new java.util.HashMap<>();
        ranked.forEach(row -> ranks.put(row.placeId(), ranks.size() + 1));
        Names names = facts.names();
        Table<PlaceRow> table = new Table<PlaceRow>()
                .number(Text.same("#"), (html, row) -> html.figure(Format.count(ranks.get(row.placeId()))))
                .column(Text.of("场所", "Place"), (html, row) -> place(html, names, row));
        for (String operator : names.operators()) {
            table.column(
                    names.operator(operator),
                    (html, row) -> Optional.ofNullable(
                                    facts.places().get(row.placeId()).get(operator))
                            .ifPresent(own -> Chips.verdict(html, own.verdict(), own.evidence())));
        }
        return table.number(
                        Text.of("不达标 / 点位", "Failing / points"),
                        (html, row) -> html.figure(row.pointsFailed() + " / " + row.points()))
                .column(
                        Text.of("最差点位", "Worst point"),
                        (html, row) -> facts.worstPoint(row.placeId()).ifPresent(point -> point(html, names, point)))
                .column(
                        Text.of("上报完成", "Reported done"),
                        (html, row) -> html.figure(names.place(row.placeId())
                                .flatMap(Place::reportedDone)
                                .map(Object::toString)
                                .orElse(Format.NONE)));
    }

    private static void place(Html html, Names names, PlaceRow row) {
        html.el("b", () -> html.data(names.placeName(row.placeId())));
        html.el("small", () -> {
            html.data(row.placeId());
            names.place(row.placeId()).ifPresent(place -> {
                html.figure(" · ");
                html.text(names.scenario(place.scenario()));
                html.figure(" · ");
                html.data(names.division(place.divisionCode()));
            });
        });
    }

    private static void point(Html html, Names names, PointRow row) {
        html.data(names.pointName(row.pointId()));
        html.figure(" · ");
        html.text(names.operator(row.operator()));
        html.el("small", () -> share(html, row.measured()));
    }

    /** A share with its interval, n, tests and days. */
    private static void share(Html html, Measured measured) {
        html.figure(Format.percent(measured.share()) + " "
                + Format.percents(measured.shareLow(), measured.shareHigh()) + " · n = "
                + Format.count(measured.samples().orElse(0)) + " · ");
        long tests = measured.clusters().orElse(0);
        int days = measured.dates().orElse(0);
        html.text(Text.of(tests + " 次 / " + days + " 天", tests + " tests / " + days + " days"));
    }

    private static List<LineRow> gaps(Facts facts) {
        return facts.lines().values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(row -> !row.operator().equals(ResultRows.ALL) && row.longestGapMm() > 0)
                .sorted(Comparator.comparing(LineRow::longestGapMm, Comparator.reverseOrder())
                        .thenComparing(LineRow::lineId)
                        .thenComparing(LineRow::operator))
                .toList();
    }

    private static Table<LineRow> gaps(Facts facts, List<LineRow> rows) {
        long most = rows.isEmpty() ? 1 : rows.get(0).longestGapMm();
        Names names = facts.names();
        return new Table<LineRow>()
                .column(Text.of("线路", "Line"), (html, row) -> line(html, names, row.lineId()))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .number(
                        Text.of("最长不达标", "Longest gap"),
                        (html, row) -> html.el("b", () -> html.figure(Format.length(row.longestGapMm()))))
                .column(
                        Text.of("对比", "Compared"),
                        (html, row) -> new org.signalup.publish.internal.html.Bar((double) most, 8)
                                .part((double) row.longestGapMm(), "ink")
                                .write(html))
                .number(
                        Text.of("不达标 / 已判 / 全长 km", "Failing / judged / length km"),
                        (html, row) -> html.figure(Format.km(row.failedMm()) + " / " + Format.km(row.judgedMm()) + " / "
                                + Format.km(row.lengthMm())))
                .number(Text.of("达标里程比例", "Ratio that passes"), (html, row) -> {
                    html.figure(Format.percent(row.ratio()));
                    html.el("small", () -> html.figure(Format.percents(row.ratioLow(), row.ratioHigh())));
                })
                .column(Text.of("判定", "Verdict"), (html, row) -> Chips.verdict(html, row.verdict(), row.evidence()));
    }

    private static void line(Html html, Names names, String lineId) {
        html.el("b", () -> html.data(names.lineName(lineId)));
        html.el("small", () -> {
            html.data(lineId);
            names.line(lineId).ifPresent(line -> {
                html.figure(" · ");
                html.text(line.kind().text());
            });
        });
    }

    private static Table<Stretch> stretches(Facts facts) {
        Names names = facts.names();
        return new Table<Stretch>()
                .column(Text.of("线路", "Line"), (html, row) -> html.data(names.lineName(row.lineId())))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(
                        Text.of("里程", "Chainage"),
                        (html, row) -> html.figure(Format.chainage(row.fromMm()) + " – " + Format.chainage(row.toMm())))
                .number(Text.of("长度", "Length"), (html, row) -> html.figure(Format.length(row.lengthMm())))
                .column(Text.of("判定", "Verdict"), (html, row) -> Chips.verdict(html, row.verdict(), Optional.empty()))
                .column(Text.of("原因（采样点）", "Why (samples)"), (html, row) -> why(html, row.causes()));
    }

    private static void why(Html html, Causes causes) {
        html.text(Text.of(
                "脱网 " + causes.noService() + " · 弱覆盖 " + causes.weak() + " · 干扰 " + causes.interfered() + " · 其他 "
                        + causes.other(),
                "no service " + causes.noService() + " · weak " + causes.weak() + " · interfered " + causes.interfered()
                        + " · other " + causes.other()));
        html.figure(" · n = " + Format.count(causes.samples()));
    }
}
