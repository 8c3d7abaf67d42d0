package org.signalup.publish.internal.section;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.signalup.domain.Text;
import org.signalup.evaluate.Summary;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.standards.Standard;

/** Which evaluation this is: programme, standard, period, what was read, digests. */
public final class HeadSection implements Section {
    @Override
    public String id() {
        return "top";
    }

    @Override
    public Text title() {
        return Text.of("达标评测报告", "Evaluation report");
    }

    @Override
    public Text shortTitle() {
        return Text.of("批次", "Batch");
    }

    @Override
    public void write(Html html, Facts facts) {
        Summary summary = facts.results().summary();
        Standard standard = facts.results().standard();
        html.el("header#top.head", () -> {
            if (summary.simulated()) {
                html.el(
                        "p.banner",
                        Text.of(
                                "模拟数据：本报告含模拟的台账或样本，仅作示意，不反映任何网络的真实情况。",
                                "Simulated data: ledger or samples of this report are simulated. It is an illustration and says"
                                        + " nothing about any real network."));
            }
            html.el("p.kicker", () -> html.text(facts.results().programme().name()));
            html.el("h1", title());
            html.el("dl.facts", () -> facts(html, summary, standard));
            digests(html, facts);
        });
    }

    private static void facts(Html html, Summary summary, Standard standard) {
        fact(html, Text.of("评测标准", "Standard"), () -> standard(html, standard));
        fact(html, Text.of("评测期", "Period"), () -> period(html, summary));
        fact(html, Text.of("截止日", "As of"), () -> html.figure(day(summary.asOf())));
        fact(html, Text.of("台账", "Ledger"), () -> ledger(html, summary));
        fact(html, Text.of("样本", "Samples"), () -> samples(html, summary));
    }

    private static void fact(Html html, Text name, Runnable value) {
        html.el("div", () -> {
            html.el("dt", name);
            html.el("dd", value);
        });
    }

    private static void standard(Html html, Standard standard) {
        html.text(standard.name());
        if (standard.status() == Standard.Status.PROPOSAL) {
            html.el("span.tag", Text.of("平台试评", "platform proposal"));
        }
        html.el("small", () -> {
            html.data(standard.id());
            html.text(Text.of("，自 " + standard.validFrom() + " 起", ", valid from " + standard.validFrom()));
            standard.validTo().ifPresent(to -> html.text(Text.of(" 至 " + to, " to " + to)));
        });
    }

    private static void period(Html html, Summary summary) {
        if (summary.from().isEmpty() && summary.to().isEmpty()) {
            html.text(Text.of("全部样本", "all samples"));
        } else {
            html.figure(day(summary.from()) + " – " + day(summary.to()));
        }
        html.el("small", () -> {
            html.text(Text.of("样本日期 ", "sampled "));
            html.figure(day(summary.firstSample()) + " – " + day(summary.lastSample()));
        });
    }

    private static void ledger(Html html, Summary summary) {
        html.text(Text.of(
                Format.count(summary.places()) + " 处场所 · " + Format.count(summary.lines()) + " 条线路",
                Format.count(summary.places()) + " places · " + Format.count(summary.lines()) + " lines"));
        html.el(
                "small",
                Text.of(
                        "关键点位 " + Format.count(summary.keyPoints()) + "，免测 " + Format.count(summary.exemptPoints()),
                        Format.count(summary.keyPoints()) + " key points, " + Format.count(summary.exemptPoints())
                                + " exempt"));
    }

    private static void samples(Html html, Summary summary) {
        html.text(Text.of("读入 " + Format.count(summary.read()), Format.count(summary.read()) + " read"));
        html.el(
                "small",
                Text.of(
                        "采用 " + Format.count(summary.kept()) + " + 抽稀 " + Format.count(summary.thinned()) + " + 拒收 "
                                + Format.count(summary.rejected()),
                        Format.count(summary.kept()) + " kept + " + Format.count(summary.thinned()) + " thinned + "
                                + Format.count(summary.rejected()) + " rejected"));
    }

    private static void digests(Html html, Facts facts) {
        Map<String, String> digests = new TreeMap<>(facts.results().summary().digests());
        digests.putIfAbsent("ledger", facts.results().ledger().digest());
        digests.putIfAbsent("standard", facts.results().standard().digest());
        digests.putIfAbsent("programme", facts.results().programme().digest());
        html.el("details.digests", () -> {
            html.el("summary", Text.of("数字指纹（SHA-256）", "Digests (SHA-256)"));
            html.el(
                    "dl",
                    () -> digests.forEach((name, digest) -> {
                        html.el("dt", () -> html.data(name));
                        html.el("dd", () -> html.el("code", () -> html.data(digest)));
                    }));
        });
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(Format.NONE);
    }
}
