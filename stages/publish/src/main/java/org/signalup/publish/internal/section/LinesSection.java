package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.ledger.KeyPoint;
import org.signalup.ledger.Line;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.facts.Strip;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** Strip charts: the verdicts of the bins along the kilometres, the operators one above the other. */
public final class LinesSection implements Section {
    private static final int STRIP_HEIGHT = 26;

    @Override
    public String id() {
        return "lines";
    }

    @Override
    public Text title() {
        return Text.of("线路条形图", "Lines along their length");
    }

    @Override
    public Text shortTitle() {
        return Text.of("线路", "Lines");
    }

    @Override
    public void write(Html html, Facts facts) {
        Map<String, Map<String, Strip>> strips = facts.strips();
        if (strips.isEmpty()) {
            html.el("p.none", Text.of("没有已测的线路。", "No line has been measured."));
            return;
        }
        html.el(
                "p.lead",
                Text.of(
                        "横轴为里程，每列高度按列内各判定的长度分配；白色为未测。每条线路最多 " + Strip.COLUMNS + " 列，较长线路每列合并若干里程段。共 "
                                + Format.count(facts.lines().size()) + " 条线路，此处绘最需关注的 " + strips.size() + " 条。",
                        "Across: chainage. Each column is divided by how much of its length has which verdict; empty is not"
                                + " measured. A line has at most " + Strip.COLUMNS
                                + " columns, so those of long lines join several"
                                + " bins. " + Format.count(facts.lines().size()) + " lines in all, the " + strips.size()
                                + " most in need of a look are drawn."));
        legend(html);
        strips.forEach((line, byOperator) -> line(html, facts, line, byOperator));
        html.el("details", () -> {
            html.el("summary", Text.of("全部线路与区段表", "All lines and sections"));
            table(facts).write(html, rows(facts), "lines.csv, sections.csv");
        });
    }

    private static void legend(Html html) {
        html.el("p.legend", () -> {
            Chips.key(html, "pa", Text.of("达标", "pass"));
            Chips.key(html, "retest", Text.of("待复测", "re-test"));
            Chips.key(html, "fail", Text.of("不达标", "fail"));
            Chips.key(html, "open", Text.of("样本不足或待判定", "too few or undecided"));
            Chips.key(html, "ink", Text.of("关键点位（隧道、站、桥等）", "key points (tunnels, stations, bridges …)"));
        });
    }

    private static void line(Html html, Facts facts, String lineId, Map<String, Strip> strips) {
        long length =
                facts.names().line(lineId).map(l -> l.geometry().lengthMm()).orElse(1L);
        html.el("figure.strips", () -> {
            html.el("figcaption", () -> caption(html, facts, lineId, strips));
            facts.names().operatorsAndAll().stream()
                    .filter(strips::containsKey)
                    .forEach(operator -> strip(html, facts, lineId, operator, strips.get(operator)));
            axis(html, facts, lineId, length);
        });
        facts.names().line(lineId).ifPresent(l -> landmarks(html, facts, l));
    }

    private static void caption(Html html, Facts facts, String lineId, Map<String, Strip> strips) {
        html.el("b", () -> html.data(facts.names().lineName(lineId)));
        facts.names().line(lineId).ifPresent(line -> {
            html.figure(" · ");
            html.text(line.kind().text());
            html.figure(" · " + Format.length(line.geometry().lengthMm()));
        });
        strips.values().stream()
                .findFirst()
                .ifPresent(strip -> html.el(
                        "small",
                        Text.of(
                                " 每列约 " + strip.columnMm() / 1000 + " m",
                                " one column is about " + strip.columnMm() / 1000 + " m")));
    }

    private static void strip(Html html, Facts facts, String lineId, String operator, Strip strip) {
        html.el("div.strip", () -> {
            html.el("span.who", () -> html.text(facts.names().operator(operator)));
            html.el(
                    "svg",
                    () -> {
                        html.leaf("rect.blank", "width", Integer.toString(strip.columns()), "height", "100");
                        for (Strip.Share share : Strip.Share.values()) {
                            path(html, strip, share);
                        }
                    },
                    "viewBox",
                    "0 0 " + strip.columns() + " 100",
                    "preserveAspectRatio",
                    "none",
                    "width",
                    "100%",
                    "height",
                    Integer.toString(STRIP_HEIGHT),
                    "aria-hidden",
                    "true");
            html.el("span.what", () -> verdict(html, facts.lines().get(lineId).get(operator)));
        });
    }

    private static void verdict(Html html, LineRow row) {
        if (row == null) {
            return;
        }
        Chips.verdict(html, row.verdict(), row.evidence());
        html.el(
                "small",
                () -> html.figure(
                        Format.percent(row.ratio()) + " " + Format.percents(row.ratioLow(), row.ratioHigh())));
    }

    /** All boxes of one kind in one path; neighbouring columns that look the same become one box. */
    private static void path(Html html, Strip strip, Strip.Share share) {
        StringBuilder path = new StringBuilder();
        int column = 0;
        while (column < strip.columns()) {
            int next = column + 1;
            while (next < strip.columns() && strip.same(column, next)) {
                next++;
            }
            box(path, strip, share, column, next);
            column = next;
        }
        if (!path.isEmpty()) {
            html.leaf("path." + style(share), "d", path.toString());
        }
    }

    private static void box(StringBuilder path, Strip strip, Strip.Share share, int from, int to) {
        long top = strip.top(from, share);
        long height = top - strip.bottom(from, share);
        if (height > 0) {
            path.append('M').append(from).append(' ').append(100 - top);
            path.append('h')
                    .append(to - from)
                    .append('v')
                    .append(height)
                    .append('h')
                    .append(from - to)
                    .append('z');
        }
    }

    private static String style(Strip.Share share) {
        return switch (share) {
            case PASS -> "pa";
            case RETEST -> "retest";
            case FAIL -> "fail";
            case OPEN -> "open";
        };
    }

    private static void axis(Html html, Facts facts, String lineId, long length) {
        html.el("div.strip.axis", () -> {
            html.el("span.who", () -> html.figure("km"));
            html.el(
                    "svg",
                    () -> {
                        facts.names().line(lineId).ifPresent(line -> marks(html, facts, line, length));
                        for (int i = 0; i <= 4; i++) {
                            tick(html, length, i);
                        }
                    },
                    "width",
                    "100%",
                    "height",
                    "34",
                    "aria-hidden",
                    "true");
            html.el("span.what", () -> {});
        });
    }

    private static void tick(Html html, long length, int quarter) {
        String x = percent(quarter / 4.0);
        String anchor = quarter == 0 ? "start" : quarter == 4 ? "end" : "middle";
        html.leaf("line.tick", "x1", x, "x2", x, "y1", "10", "y2", "15");
        html.el(
                "text",
                () -> html.figure(Format.amount(length * quarter / 4.0 / 1e6)),
                "x",
                x,
                "y",
                "29",
                "text-anchor",
                anchor);
    }

    private static void marks(Html html, Facts facts, Line line, long length) {
        line.sections().stream().skip(1).forEach(section -> {
            String x = percent(section.fromM() * 1000 / length);
            html.leaf("line.section", "x1", x, "x2", x, "y1", "0", "y2", "10");
        });
        landmarks(facts, line).forEach(point -> {
            double from = point.chainage().get().fromM() * 1000 / length;
            double to = point.chainage().get().toM() * 1000 / length;
            html.leaf(
                    "rect.ink",
                    "x",
                    percent(from),
                    "width",
                    percent(Math.max(to - from, 0.002)),
                    "y",
                    "2",
                    "height",
                    "6");
        });
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.max(0, Math.min(1, share)));
    }

    /** Key points of a line with a chainage; those with a position only are in the points file. */
    private static List<KeyPoint> landmarks(Facts facts, Line line) {
        return facts.results().ledger().keyPoints().stream()
                .filter(point -> point.lineId().equals(Optional.of(line.id()))
                        && point.chainage().isPresent())
                .limit(Table.CAP)
                .toList();
    }

    private static void landmarks(Html html, Facts facts, Line line) {
        List<KeyPoint> points = landmarks(facts, line);
        if (points.isEmpty()) {
            return;
        }
        html.el(
                "p.landmarks",
                () -> points.stream()
                        .limit(12)
                        .forEach(point -> html.el("span", () -> {
                            html.data(point.name());
                            html.figure(" "
                                    + Format.chainage(
                                            Math.round(point.chainage().get().fromM() * 1000)));
                        })));
    }

    private static List<LineRow> rows(Facts facts) {
        List<LineRow> rows = new ArrayList<>();
        facts.lines().values().stream()
                .sorted((one, two) -> Facts.worstLines().compare(first(one), first(two)))
                .forEach(byOperator -> rows.addAll(byOperator.values()));
        rows.addAll(facts.sections());
        return rows;
    }

    private static LineRow first(Map<String, LineRow> rows) {
        return rows.getOrDefault(ResultRows.ALL, rows.values().iterator().next());
    }

    private static Table<LineRow> table(Facts facts) {
        Names names = facts.names();
        return new Table<LineRow>()
                .column(Text.of("线路", "Line"), (html, row) -> html.data(names.lineName(row.lineId())))
                .column(
                        Text.of("区段", "Section"),
                        (html, row) -> html.data(row.sectionId().orElse(Format.NONE)))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(Text.of("制式", "RAT"), (html, row) -> html.text(row.rat().text()))
                .number(Text.of("长度 km", "Length km"), (html, row) -> html.figure(Format.km(row.lengthMm())))
                .number(Text.of("已判 km", "Judged km"), (html, row) -> html.figure(Format.km(row.judgedMm())))
                .number(
                        Text.of("达标 / 待复测 / 不达标 km", "Pass / re-test / fail km"),
                        (html, row) -> html.figure(Format.km(row.passedMm()) + " / " + Format.km(row.retestMm()) + " / "
                                + Format.km(row.failedMm())))
                .number(Text.of("达标里程比例", "Ratio that passes"), (html, row) -> {
                    html.figure(Format.percent(row.ratio()));
                    html.el("small", () -> html.figure(Format.percents(row.ratioLow(), row.ratioHigh())));
                })
                .number(Text.of("最长不达标", "Longest gap"), (html, row) -> html.figure(Format.length(row.longestGapMm())))
                .column(Text.of("判定", "Verdict"), (html, row) -> Chips.verdict(html, row.verdict(), row.evidence()));
    }
}
