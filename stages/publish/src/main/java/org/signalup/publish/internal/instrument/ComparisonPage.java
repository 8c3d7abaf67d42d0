package org.signalup.publish.internal.instrument;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.instrument.Agreement;
import org.signalup.instrument.Agreement.MonthBias;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.ComparisonFiles;
import org.signalup.instrument.ComparisonVerdict;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;
import org.signalup.publish.Format;
import org.signalup.publish.internal.Shell;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.InstrumentPolicy;

/** Comparisons one under another: verdict, numbers, plot, table of the plot, months, method. */
public final class ComparisonPage {
    private static final int ROWS = 200;

    private final Html html = new Html();
    private final List<Comparison> comparisons;
    private final InstrumentPolicy policy;

    public ComparisonPage(List<Comparison> comparisons, InstrumentPolicy policy) {
        this.comparisons = comparisons;
        this.policy = policy;
    }

    public String render(Language first) {
        return new Shell(html, first).render("升格 SignalUp · 仪器比对 Instruments compared", this::links, this::body);
    }

    private void links() {
        html.el("a", Text.of("方法", "Method"), "href", "#method");
    }

    private void body() {
        html.el("main", () -> {
            html.el("header#top.head", () -> html.el("h1", Text.of("评测仪器仪表比对", "Instruments compared")));
            comparisons.forEach(this::comparison);
            html.el("section#method", this::method);
        });
        html.el(
                "footer",
                Text.of(
                        "升格 SignalUp · 本页不含外部资源，可离线保存与打印",
                        "SignalUp · this page loads nothing, keep or print it offline"));
    }

    private void comparison(Comparison of) {
        html.el("section", () -> {
            html.el("h2", () -> {
                html.data(of.other()).text(Text.of(" 对照 ", " against ")).data(of.reference());
                html.figure(" · ").text(of.quantity().text());
            });
            html.el("p", () -> verdict(of));
            of.agreement().ifPresent(found -> agreement(of, found));
        });
    }

    private void verdict(Comparison of) {
        html.el(chip(of.verdict()), of.verdict().text());
        if (!of.certain()) {
            html.figure(" ").text(Text.of("（区间跨过限值，尚不确定）", "(an interval crosses a limit: not certain)"));
        }
        of.reasons().forEach(reason -> html.figure(" ").text(reason));
    }

    private static String chip(ComparisonVerdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "span.chip.pass";
            case REFUSED -> "span.chip.fail";
            case EXPIRED -> "span.chip.retest";
            case TOO_FEW, NOT_JUDGED -> "span.chip.unseen";
        };
    }

    private record Line(Text name, String value, Optional<Estimate> interval) {}

    private void agreement(Comparison of, Agreement found) {
        new Table<Line>()
                .column(Text.of("量", "Number"), (page, line) -> page.text(line.name()))
                .number(Text.of("值", "Value"), (page, line) -> page.figure(line.value()))
                .number(Text.of("区间", "Interval"), (page, line) -> page.figure(interval(line.interval())))
                .write(html, lines(of, found), "");
        html.el("h3", Text.of("一致性图（Bland–Altman）", "Agreement (Bland–Altman)"));
        new AgreementPlot(html, of, found).write(of.quantity().limits(policy));
        new Table<Pair>()
                .column(Text.of("时间", "Slot"), (page, pair) -> page.figure(start(pair)))
                .column(
                        Text.of("位置", "Place"),
                        (page, pair) -> page.data(pair.slot().place()))
                .column(
                        Text.of("网络", "Network"),
                        (page, pair) -> page.data(pair.slot().network()))
                .number(Text.of("参考", "Reference"), (page, pair) -> page.figure(two(pair.reference())))
                .number(Text.of("另一台", "Other"), (page, pair) -> page.figure(two(pair.other())))
                .number(Text.of("差 dB", "Difference dB"), (page, pair) -> page.figure(two(pair.difference())))
                .fold(html, of.pairs(), ComparisonFiles.PAIRS);
        html.el("h3", Text.of("逐月偏差（漂移）", "Bias by month (drift)"));
        new Table<MonthBias>()
                .column(
                        Text.of("月份", "Month"),
                        (page, month) -> page.figure(month.month().toString()))
                .number(Text.of("样本对", "Pairs"), (page, month) -> page.figure(Format.count(month.pairs())))
                .number(Text.of("偏差 dB", "Bias dB"), (page, month) -> page.figure(two(month.value())))
                .number(Text.of("区间", "Interval"), (page, month) -> page.figure(interval(month.bias())))
                .write(html, found.drift(), ComparisonFiles.DRIFT, ROWS);
    }

    private static List<Line> lines(Comparison of, Agreement found) {
        String en = of.en().isPresent() ? two(of.en().getAsDouble()) : Format.NONE;
        return List.of(
                new Line(Text.of("样本对", "pairs"), Format.count(found.pairs()), Optional.empty()),
                new Line(Text.of("时段", "period"), found.first() + " – " + found.last(), Optional.empty()),
                line(Text.of("偏差（另一台减参考）dB", "bias (other minus reference) dB"), Optional.of(found.bias())),
                new Line(
                        Text.of("差的标准差 dB", "standard deviation of differences dB"), two(found.sd()), Optional.empty()),
                line(Text.of("一致性下限 dB", "lower limit of agreement dB"), Optional.of(found.lower())),
                line(Text.of("一致性上限 dB", "upper limit of agreement dB"), Optional.of(found.upper())),
                line(Text.of("Deming 斜率", "Deming slope"), found.deming().map(Agreement.Deming::slope)),
                line(Text.of("Deming 截距", "Deming intercept"), found.deming().map(Agreement.Deming::intercept)),
                new Line(Text.of("En 值", "En score"), en, Optional.empty()),
                line(Text.of("末月减首月 dB", "last month less first dB"), found.driftChange()),
                line(
                        Text.of("建议修正 dB（只是建议，没有应用）", "proposed correction dB (a proposal, applied nowhere)"),
                        of.proposedCorrection()));
    }

    private static Line line(Text name, Optional<Estimate> estimate) {
        return new Line(name, estimate.map(found -> two(found.value())).orElse(Format.NONE), estimate);
    }

    private void method() {
        html.el("h2", Text.of("方法", "Method"));
        long window = policy.pairing().window().toSeconds();
        String cell = Format.plain(policy.pairing().cellM());
        String sd = Format.plain(policy.method().agreementSd());
        String confidence = Format.percent(policy.method().confidence());
        html.el("ul.words", () -> {
            html.el(
                    "li",
                    Text.of(
                            "并排：同一 " + window + " 秒、同一点位或同一 " + cell + " 米格、同一运营商、制式和测试模式；每格取两台各自的中位数，成一对。",
                            "Side by side: same " + window + " s, same key point or cell of " + cell
                                    + " m, same operator, RAT and test mode; the two medians make one pair."));
            html.el(
                    "li",
                    Text.of(
                            "一致性界限：偏差 ± " + sd + " 倍标准差；区间置信度 " + confidence + "。相邻时段相似，区间偏窄。",
                            "Limits of agreement: bias ± " + sd + " standard deviations; intervals of " + confidence
                                    + ". Neighbouring slots are alike, so the intervals are on the narrow side."));
            html.el(
                    "li",
                    Text.of(
                            "两台不在同一小区时也会有差别；限值与有效期（" + policy.validityMonths() + " 个月）是平台默认值。",
                            "Devices on different cells differ for that reason too; limits and validity ("
                                    + policy.validityMonths() + " months) are defaults of the platform."));
        });
    }

    private static String start(Pair pair) {
        return Instant.ofEpochMilli(pair.slot().startMs()).toString();
    }

    private static String interval(Optional<Estimate> estimate) {
        return estimate.map(found -> "[" + two(found.low()) + ", " + two(found.high()) + "]")
                .orElse(Format.NONE);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
    }
}
