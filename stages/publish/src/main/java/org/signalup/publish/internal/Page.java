package org.signalup.publish.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.evaluate.Results;
import org.signalup.publish.Look;
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
import org.signalup.publish.internal.section.StarsSection;
import org.signalup.publish.internal.section.WorstSection;

/**
 * The frame of the page. It loads nothing: style and script are inline and named by their digests in the content
 * security policy, so that nothing else could run even if it got in. The language switch is two radio buttons and CSS,
 * so it works without the script.
 */
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
            new PlanSection(),
            new StarsSection(),
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
        String style = Look.tokens() + resource("report.css");
        String script = resource("report.js");
        html.el(
                "html",
                () -> {
                    html.el("head", () -> head(style, script));
                    html.el("body", () -> {
                        switches();
                        html.el("div.page", this::body);
                        html.own("script", script);
                    });
                },
                "lang",
                first == Language.ZH ? "zh-CN" : "en");
        return html.document();
    }

    private void head(String style, String script) {
        html.leaf("meta", "charset", "utf-8");
        html.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("meta", "name", "color-scheme", "content", "light dark");
        html.leaf("meta", "name", "referrer", "content", "no-referrer");
        html.el(
                "title",
                () -> html.figure("升格 SignalUp · 达标评测报告 Evaluation report · "
                        + facts.results().summary().standard()));
        html.own("style", style);
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src 'sha256-" + digest(style) + "'; script-src 'sha256-" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private void switches() {
        choice("zh", first == Language.ZH);
        choice("en", first == Language.EN);
    }

    private void choice(String code, boolean chosen) {
        String id = "input#language-" + code + ".language";
        if (chosen) {
            html.leaf(id, "type", "radio", "name", "language", "checked", "checked");
        } else {
            html.leaf(id, "type", "radio", "name", "language");
        }
    }

    private void body() {
        html.el("nav.top", this::navigation);
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

    private void navigation() {
        html.el("a.brand", () -> html.text(Text.of("升格", "SignalUp")), "href", "#top");
        html.el(
                "div.links",
                () -> SECTIONS.forEach(section -> html.el("a", section.shortTitle(), "href", "#" + section.id())));
        html.el("div.choose", () -> {
            html.el("label", () -> html.data("中文"), "for", "language-zh");
            html.el("label", () -> html.data("English"), "for", "language-en");
        });
    }

    private void section(Section section) {
        html.el("section#" + section.id(), () -> {
            html.el("h2", section.title());
            section.write(html, facts);
        });
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": missing from the class path (expected: beside Page)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
