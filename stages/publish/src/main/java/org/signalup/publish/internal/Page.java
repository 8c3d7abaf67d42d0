package org.signalup.publish.internal;

import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.evaluate.Results;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.section.CauseSection;
import org.signalup.publish.internal.section.GlossarySection;
import org.signalup.publish.internal.section.HeadSection;
import org.signalup.publish.internal.section.LinesSection;
import org.signalup.publish.internal.section.MapSection;
import org.signalup.publish.internal.section.MethodSection;
import org.signalup.publish.internal.section.MinuteSection;
import org.signalup.publish.internal.section.PlanSection;
import org.signalup.publish.internal.section.ProgressSection;
import org.signalup.publish.internal.section.QualitySection;
import org.signalup.publish.internal.section.RatesSection;
import org.signalup.publish.internal.section.ScenarioSection;
import org.signalup.publish.internal.section.Section;
import org.signalup.publish.internal.section.ServiceSection;
import org.signalup.publish.internal.section.SourcesSection;
import org.signalup.publish.internal.section.StarsSection;
import org.signalup.publish.internal.section.WorstSection;

/** The report of an evaluation, section by section. */
public final class Page {
    private static final List<Section> SECTIONS = List.of(
            new MinuteSection(),
            new ProgressSection(),
            new ScenarioSection(),
            new WorstSection(),
            new CauseSection(),
            new LinesSection(),
            new MapSection(),
            new RatesSection(),
            new ServiceSection(),
            new PlanSection(),
            new StarsSection(),
            new SourcesSection(),
            new MethodSection(),
            new QualitySection(),
            new GlossarySection());

    private final Html html = new Html();
    private final Facts facts;
    private final Language first;

    public Page(Results results, Language first) {
        this.facts = new Facts(results);
        this.first = first;
    }

    /** The whole document. */
    public String render() {
        String title = "升格 SignalUp · 达标评测报告 Evaluation report · "
                + facts.results().summary().standard();
        return new Shell(html, first).render(title, this::links, this::body);
    }

    private void body() {
        html.el("main", () -> {
            new HeadSection().write(html, facts);
            SECTIONS.forEach(this::section);
        });
        html.el(
                "footer",
                Text.of(
                        "升格 SignalUp · 本页不含外部资源，可离线保存与打印 · 每个数字可在同目录 CSV 中下钻",
                        "SignalUp · this page loads nothing, keep or print it offline · every number opens down in the CSV files"
                                + " beside it"));
    }

    private void links() {
        SECTIONS.forEach(section -> html.el("a", section.shortTitle(), "href", "#" + section.id()));
    }

    private void section(Section section) {
        html.el("section#" + section.id(), () -> {
            html.el("h2", section.title());
            section.write(html, facts);
        });
    }
}
