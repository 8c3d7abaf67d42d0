package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.List;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.ServiceRow;
import org.signalup.publish.Format;
import org.signalup.publish.ServiceValues;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** How services are experienced: KPIs of sessions, graded by the standard; whole regions first, then places and lines that are poor. */
public final class ServiceSection implements Section {
    private static final String REGION = "REGION";

    @Override
    public String id() {
        return "services";
    }

    @Override
    public Text title() {
        return Text.of("业务感知", "Experience of services");
    }

    @Override
    public Text shortTitle() {
        return Text.of("业务感知", "Services");
    }

    @Override
    public void write(Html html, Facts facts) {
        List<ServiceRow> rows = facts.results().services();
        html.el(
                "p.lead",
                Text.of(
                        "只计自由模式的业务测试；n 是能说明该指标的次数，不足标准要求的不评级。模型MOS由公开模型推算（语音：E-model 简式；云游戏：G.1072，按标准所设码流；视频：VMOS-lite，不是 P.1203），只供参考，不评级。",
                        "Sessions in free mode. n is how many tell the KPI; with fewer than the standard asks for there is no grade. Modelled MOS"
                                + " comes from public models (voice: short E-model; cloud gaming: G.1072 for the standard's stream;"
                                + " video: VMOS-lite, which is not P.1203) and is never graded."));
        table(facts.names())
                .write(html, rows.stream().filter(ServiceSection::isRegion).toList(), "services.csv");
        List<ServiceRow> objects = rows.stream()
                .filter(row -> !isRegion(row) && row.grade().isPresent())
                .sorted(Comparator.comparing((ServiceRow row) -> row.grade().orElseThrow())
                        .reversed())
                .toList();
        html.el("details", () -> {
            html.el("summary", Text.of("场所与线路（差者在前）", "Places and lines (poor first)"));
            table(facts.names()).write(html, objects, "services.csv");
        });
        AggregateTable.write(html, facts);
    }

    private static boolean isRegion(ServiceRow row) {
        return row.object().equals(REGION);
    }

    private static Table<ServiceRow> table(Names names) {
        return new Table<ServiceRow>()
                .column(Text.of("对象", "Of"), (html, row) -> object(html, names, row))
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(
                        Text.of("业务", "Service"),
                        (html, row) -> html.text(row.service().text()))
                .column(Text.of("指标", "KPI"), (html, row) -> html.text(row.kpi().text()))
                .number(
                        Text.of("值", "Value"),
                        (html, row) -> html.el("b", () -> html.figure(ServiceValues.of(row.kpi(), row.value()))))
                .number(Text.of("次数 n", "n"), (html, row) -> html.figure(Format.count(row.n())))
                .column(
                        Text.of("评级", "Grade"),
                        (html, row) -> row.grade()
                                .ifPresentOrElse(grade -> html.text(grade.text()), () -> html.data(Format.NONE)))
                .column(Text.of("标准", "Limits"), (html, row) -> html.text(ServiceValues.limits(row)));
    }

    private static void object(Html html, Names names, ServiceRow row) {
        if (isRegion(row)) {
            html.text(names.region(row.objectId()));
        } else {
            html.data(row.object().equals("LINE") ? names.lineName(row.objectId()) : names.placeName(row.objectId()));
        }
    }
}
