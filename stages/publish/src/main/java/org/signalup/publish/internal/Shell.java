package org.signalup.publish.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.signalup.domain.Language;
import org.signalup.domain.Sha256;
import org.signalup.domain.Text;
import org.signalup.publish.Look;
import org.signalup.publish.internal.html.Html;

/**
 * What every page has around its content. It loads nothing: style and script are inline and named by their digests in
 * the content security policy, so that nothing else could run even if it got in. The language switch is two radio
 * buttons and CSS, so it works without the script.
 */
public final class Shell {
    private final Html html;
    private final Language first;

    public Shell(Html html, Language first) {
        this.html = html;
        this.first = first;
    }

    /**
     * The whole document.
     *
     * @param links of the navigation
     * @param main the content, with its footer
     */
    public String render(String title, Runnable links, Runnable main) {
        String style = Look.tokens() + resource("report.css");
        String script = resource("report.js");
        html.el(
                "html",
                () -> {
                    html.el("head", () -> head(title, style, script));
                    html.el("body", () -> {
                        switches();
                        html.el("div.page", () -> {
                            html.el("nav.top", () -> navigation(links));
                            main.run();
                        });
                        html.own("script", script);
                    });
                },
                "lang",
                first == Language.ZH ? "zh-CN" : "en");
        return html.document();
    }

    private void head(String title, String style, String script) {
        html.leaf("meta", "charset", "utf-8");
        html.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, script));
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.leaf("meta", "name", "color-scheme", "content", "light dark");
        html.leaf("meta", "name", "referrer", "content", "no-referrer");
        html.el("title", () -> html.figure(title));
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

    private void navigation(Runnable links) {
        html.el("a.brand", () -> html.text(Text.of("升格", "SignalUp")), "href", "#top");
        html.el("div.links", links);
        html.el("div.choose", () -> {
            html.el("label", () -> html.data("中文"), "for", "language-zh");
            html.el("label", () -> html.data("English"), "for", "language-en");
        });
    }

    private static String resource(String name) {
        try (InputStream in = Shell.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": missing from the class path (expected: beside Shell)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String content) {
        return Base64.getEncoder().encodeToString(Sha256.begin().digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
