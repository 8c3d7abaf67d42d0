package org.signalup.publish.internal.section;

import java.util.List;
import java.util.Optional;
import org.signalup.domain.Evidence;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Tally;
import org.signalup.publish.internal.html.Bar;
import org.signalup.publish.internal.html.Html;

/** Verdicts and tallies as they look everywhere on the page. Colour never speaks alone: each has a word or a letter. */
final class Chips {
    private Chips() {}

    /** A verdict with its evidence grade. */
    static void verdict(Html html, Verdict verdict, Optional<Evidence> evidence) {
        html.el("span.chip." + style(verdict), () -> {
            html.text(Words.verdict(verdict));
            evidence.ifPresent(grade -> html.el("b", () -> html.figure(grade.code())));
        });
    }

    static String style(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case RETEST -> "retest";
            case TOO_FEW, UNDECIDED -> "open";
            case NOT_MEASURED -> "unseen";
        };
    }

    /** The bar of a tally: passed by evidence, to be re-tested, failed, open; a line where 上报 stands. */
    static Bar bar(Tally tally, int height) {
        double full = Math.max(tally.listed(), tally.reported());
        Bar bar = new Bar(full, height)
                .part(tally.passedA(), "pa")
                .part(tally.passedB(), "pb")
                .part(tally.passedC(), "pc")
                .part(tally.retest(), "retest")
                .part(tally.failed(), "fail")
                .part(tally.open(), "open");
        return tally.reported() > 0 ? bar.mark(tally.reported(), "reported") : bar;
    }

    /** What the colours of {@link #bar} mean. */
    static void legend(Html html) {
        html.el("p.legend", () -> {
            key(html, "pa", Text.of("达标 A 级（统计充分）", "pass, evidence A (statistical)"));
            key(html, "pb", Text.of("达标 B 级（多日重复）", "pass, evidence B (repeated)"));
            key(html, "pc", Text.of("达标 C 级（单次）", "pass, evidence C (single)"));
            key(html, "retest", Text.of("疑似不达标，待复测", "suspected, to be re-tested"));
            key(html, "fail", Text.of("不达标", "fail"));
            key(html, "open", Text.of("未定：未测试、样本不足、待判定", "open: not measured, too few, undecided"));
            key(html, "reported", Text.of("竖线：上报完成", "upright line: reported done"));
        });
    }

    /** One entry of a legend. */
    static void key(Html html, String style, Text text) {
        html.el("span.key", () -> {
            html.el("svg", () -> swatch(html, style), "width", "14", "height", "14", "aria-hidden", "true");
            html.text(text);
        });
    }

    private static void swatch(Html html, String style) {
        if (style.equals("reported") || style.equals("goal") || style.equals("mean")) {
            html.leaf("line." + style, "x1", "7", "x2", "7", "y1", "0", "y2", "14");
        } else if (style.startsWith("dot.")) {
            html.leaf("path." + style, "d", "M7 7h0");
        } else {
            html.leaf("rect." + style, "width", "14", "height", "14", "rx", "3");
        }
    }

    /** A gap, loud when there is one. */
    static void gap(Html html, double gap) {
        html.el(
                gap > 0 ? "strong.gap" : "span",
                () -> html.figure(Format.amount(gap).replace("-", "−")));
    }

    /** Stars as signs. */
    static void stars(Html html, int stars) {
        String signs = "★".repeat(stars) + "☆".repeat(Math.max(0, 5 - stars));
        html.el("span.stars", () -> html.figure(signs));
    }

    /** Several texts one after the other, separated by a sign. */
    static void list(Html html, List<Text> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                html.figure(" · ");
            }
            html.text(texts.get(i));
        }
    }
}
