package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.AgreementRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** Whether drive tests, probes, apps and other sources say the same of the targets they have in common. */
public final class SourcesSection implements Section {
    /** Places and lines listed; the file has all. */
    private static final int LISTED = 20;

    /** What is compared with what: targets of one kind, in one mode, by the same sources. */
    private record Kind(String unit, TestMode mode, List<Source> sources) {
        static Kind of(AgreementRow row) {
            return new Kind(row.unit(), row.mode(), row.sources());
        }
    }

    private record Sum(Kind kind, long compared, long agreeing, long verdictsDiffer, long intervalsApart) {
        static Sum of(AgreementRow row) {
            return new Sum(Kind.of(row), row.compared(), row.agreeing(), row.verdictsDiffer(), row.intervalsApart());
        }

        Sum plus(Sum other) {
            return new Sum(
                    kind,
                    compared + other.compared,
                    agreeing + other.agreeing,
                    verdictsDiffer + other.verdictsDiffer,
                    intervalsApart + other.intervalsApart);
        }
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public Text title() {
        return Text.of("来源对照：路测、定点、互联网应用是否一致", "Do drive tests, probes and apps agree?");
    }

    @Override
    public Text shortTitle() {
        return Text.of("来源对照", "Sources");
    }

    @Override
    public void write(Html html, Facts facts) {
        html.el(
                "p.lead",
                Text.of(
                        "同一评测单元、同一测试模式有两种以上来源时，各来源按标准单独判定一次：已有定论的判定不同，或置信区间没有重叠，记为不一致。正式判定合用全部来源，不因对照改变。",
                        "Where several sources measured one target in one mode, each is judged alone by the standard: they differ where"
                                + " decided verdicts differ or intervals have nothing in common. Verdicts themselves pool all sources and"
                                + " are not changed by this."));
        html.el("p", precedence(facts.results().standard().precedence()));
        List<AgreementRow> rows = facts.results().sourceAgreement();
        kinds().write(html, sums(rows), "source_agreement.csv");
        List<AgreementRow> differing = rows.stream()
                .filter(row -> differing(row) > 0)
                .sorted(Comparator.comparingLong(SourcesSection::differing).reversed())
                .toList();
        if (!differing.isEmpty()) {
            html.el("h3", Text.of("不一致最多的场所和线路", "Places and lines where they differ most"));
            objects(facts).write(html, differing, "source_disagreements.csv", LISTED);
        }
    }

    private static Text precedence(List<Source> order) {
        return order.isEmpty()
                ? Text.of("标准没有规定来源的次序。", "The standard states no order of sources.")
                : Text.of(
                        "标准规定的次序（不一致时，靠前且已有定论者为准，直至复测）：" + names(order, " › ").zh() + "。",
                        "Order stated by the standard (where they differ the first that decided something stands until a new test): "
                                + names(order, " › ").en() + ".");
    }

    private static Text names(List<Source> sources, String between) {
        return Text.of(
                sources.stream().map(source -> source.text().zh()).collect(Collectors.joining(between)),
                sources.stream().map(source -> source.text().en()).collect(Collectors.joining(between)));
    }

    private static long differing(AgreementRow row) {
        return row.compared() - row.agreeing();
    }

    private static List<Sum> sums(List<AgreementRow> rows) {
        Map<Kind, Sum> sums = new LinkedHashMap<>();
        rows.forEach(row -> sums.merge(Kind.of(row), Sum.of(row), Sum::plus));
        List<Sum> ordered = new ArrayList<>(sums.values());
        ordered.sort(Comparator.comparing((Sum sum) -> sum.kind().unit())
                .reversed()
                .thenComparing(sum -> sum.kind().mode())
                .thenComparing(Sum::compared, Comparator.reverseOrder()));
        return ordered;
    }

    private static Table<Sum> kinds() {
        return new Table<Sum>()
                .column(
                        Text.of("评测单元", "Targets"),
                        (html, row) -> html.text(Words.unitOfTarget(row.kind().unit())))
                .column(
                        Text.of("模式", "Mode"),
                        (html, row) -> html.text(row.kind().mode().text()))
                .column(
                        Text.of("来源", "Sources"),
                        (html, row) -> html.text(names(row.kind().sources(), " + ")))
                .number(Text.of("可对照", "Compared"), (html, row) -> html.figure(Format.count(row.compared())))
                .number(Text.of("一致", "Agree"), (html, row) -> html.figure(Format.count(row.agreeing())))
                .number(
                        Text.of("不一致", "Differ"),
                        (html, row) -> html.figure(Format.count(row.compared() - row.agreeing())))
                .number(Text.of("其中结论不同", "By verdict"), (html, row) -> html.figure(Format.count(row.verdictsDiffer())))
                .number(
                        Text.of("其中区间不重叠", "By interval"),
                        (html, row) -> html.figure(Format.count(row.intervalsApart())));
    }

    private static Table<AgreementRow> objects(Facts facts) {
        return new Table<AgreementRow>()
                .column(
                        Text.of("场所或线路", "Place or line"),
                        (html, row) -> ObjectName.write(html, facts, row.object(), row.objectId()))
                .column(Text.of("评测单元", "Targets"), (html, row) -> html.text(Words.unitOfTarget(row.unit())))
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(facts.names().operator(row.operator())))
                .column(
                        Text.of("模式", "Mode"),
                        (html, row) -> html.text(row.mode().text()))
                .column(Text.of("来源", "Sources"), (html, row) -> html.text(names(row.sources(), " + ")))
                .number(Text.of("可对照", "Compared"), (html, row) -> html.figure(Format.count(row.compared())))
                .number(Text.of("不一致", "Differ"), (html, row) -> html.figure(Format.count(differing(row))));
    }
}
