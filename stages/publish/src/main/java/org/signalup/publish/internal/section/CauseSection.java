package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Text;
import org.signalup.publish.Causes;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Bar;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** Why samples are not compliant: 脱网, 弱覆盖, 干扰. */
public final class CauseSection implements Section {
    private record Row(Text group, Text name, Causes causes) {}

    @Override
    public String id() {
        return "causes";
    }

    @Override
    public Text title() {
        return Text.of("为什么不合格", "Why it fails");
    }

    @Override
    public Text shortTitle() {
        return Text.of("原因", "Why");
    }

    @Override
    public void write(Html html, Facts facts) {
        html.el(
                "p.lead",
                Text.of(
                        "脱网：没有可用服务；弱覆盖：信号电平低于限值；干扰：电平够、信干噪比低于限值；其他：驻留 2G/3G。一个样本落在几个点位内就在几处计数。",
                        "No service: nothing usable; weak: level below its limit; interfered: level fine, SINR below its limit;"
                                + " other: on 2G or 3G. A sample within several points counts at each."));
        html.el("p.legend", () -> {
            Chips.key(html, "c1", Text.of("脱网", "no service"));
            Chips.key(html, "c2", Text.of("弱覆盖", "weak level"));
            Chips.key(html, "c3", Text.of("干扰", "interference"));
            Chips.key(html, "c4", Text.of("其他（2G/3G）", "other (2G/3G)"));
        });
        List<Row> rows = new ArrayList<>();
        Text points = Text.of("关键点位", "key points");
        Text lines = Text.of("线路", "lines");
        operators(facts, facts.pointCauses(), points, rows);
        operators(facts, facts.lineCauses(), lines, rows);
        facts.results().programme().scenarios().forEach(scenario -> {
            Causes causes = facts.scenarioCauses().getOrDefault(scenario.code(), Causes.NONE);
            rows.add(new Row(Text.of("场景", "scenario"), scenario.name(), causes));
        });
        table().write(
                        html,
                        rows.stream().filter(row -> row.causes().samples() > 0).toList(),
                        "points.csv, bins.csv");
    }

    private static void operators(Facts facts, Map<String, Causes> causes, Text group, List<Row> rows) {
        facts.names()
                .operators()
                .forEach(operator -> rows.add(
                        new Row(group, facts.names().operator(operator), causes.getOrDefault(operator, Causes.NONE))));
    }

    private static Table<Row> table() {
        return new Table<Row>()
                .column(Text.of("范围", "Where"), (html, row) -> html.text(row.group()))
                .column(
                        Text.of("企业 / 场景", "Operator / scenario"),
                        (html, row) -> html.el("b", () -> html.text(row.name())))
                .column(Text.of("不合格样本的构成", "Make-up of the non-compliant"), (html, row) -> bar(html, row.causes()))
                .number(
                        Text.of("脱网", "No service"),
                        (html, row) -> count(html, row.causes().noService()))
                .number(
                        Text.of("弱覆盖", "Weak"),
                        (html, row) -> count(html, row.causes().weak()))
                .number(
                        Text.of("干扰", "Interfered"),
                        (html, row) -> count(html, row.causes().interfered()))
                .number(
                        Text.of("其他", "Other"),
                        (html, row) -> count(html, row.causes().other()))
                .number(
                        Text.of("不合格 / 样本", "Non-compliant / samples"),
                        (html, row) -> html.figure(Format.count(row.causes().bad()) + " / "
                                + Format.count(row.causes().samples())));
    }

    private static void count(Html html, long value) {
        html.figure(Format.count(value));
    }

    private static void bar(Html html, Causes causes) {
        new Bar((double) causes.bad(), 14)
                .part((double) causes.noService(), "c1")
                .part((double) causes.weak(), "c2")
                .part((double) causes.interfered(), "c3")
                .part((double) causes.other(), "c4")
                .write(html);
    }
}
