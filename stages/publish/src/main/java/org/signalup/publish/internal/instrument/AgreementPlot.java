package org.signalup.publish.internal.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.signalup.domain.Text;
import org.signalup.instrument.Agreement;
import org.signalup.instrument.Comparison;
import org.signalup.instrument.Estimate;
import org.signalup.instrument.Series.Pair;
import org.signalup.publish.Format;
import org.signalup.publish.internal.html.Html;
import org.signalup.standards.InstrumentPolicy.Limits;

/** Bland and Altman's plot: mean of each pair across, difference upwards; bias and limits with their intervals as bands. */
final class AgreementPlot {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 400;
    private static final double LEFT = 50;
    private static final double RIGHT = 790;
    private static final double TOP = 16;
    private static final double BOTTOM = 350;
    private static final int DOTS = 2_000;
    private static final int TICKS = 8;

    private final Html html;
    private final Comparison of;
    private final Agreement found;
    private double lowX;
    private double highX;
    private double lowY;
    private double highY;

    AgreementPlot(Html html, Comparison of, Agreement found) {
        this.html = html;
        this.of = of;
        this.found = found;
    }

    void write(Optional<Limits> limits) {
        scale(limits);
        html.el(
                "div.scroll",
                () -> html.el(
                        "svg",
                        () -> {
                            axes();
                            line(found.bias(), Text.of("偏差", "bias"));
                            line(found.lower(), Text.of("下限", "lower limit"));
                            line(found.upper(), Text.of("上限", "upper limit"));
                            limits.ifPresent(allowed -> {
                                goal(allowed.agreementDb());
                                goal(-allowed.agreementDb());
                            });
                            dots();
                        },
                        "viewBox",
                        "0 0 " + (int) WIDTH + " " + (int) HEIGHT,
                        "aria-hidden",
                        "true"),
                "tabindex",
                "0");
        String unit = of.quantity().unit();
        html.el(
                "p.more",
                Text.of(
                        "横轴：两台平均（" + unit + "）；纵轴：另一台减参考（dB）；虚线：政策允许的界限。"
                                + (of.pairs().size() > DOTS ? "只画出 " + DOTS + " 点。" : ""),
                        "Across: mean of both (" + unit
                                + "); upwards: other minus reference (dB); dashed: limits of the" + " policy."
                                + (of.pairs().size() > DOTS ? " " + DOTS + " dots are drawn." : "")));
    }

    private void scale(Optional<Limits> limits) {
        List<Pair> pairs = of.pairs();
        lowX = pairs.stream().mapToDouble(Pair::mean).min().orElse(0) - 1;
        highX = pairs.stream().mapToDouble(Pair::mean).max().orElse(0) + 1;
        double far = DoubleStream.concat(
                        pairs.stream().mapToDouble(Pair::difference),
                        DoubleStream.of(
                                found.lower().low(),
                                found.upper().high(),
                                limits.map(Limits::agreementDb).orElse(0.0)))
                .map(Math::abs)
                .max()
                .orElse(0);
        highY = far + 1;
        lowY = -highY;
    }

    private void axes() {
        double stepX = step(highX - lowX);
        for (double x = Math.ceil(lowX / stepX) * stepX; x <= highX; x += stepX) {
            html.leaf("line.tick", "x1", at(x(x)), "x2", at(x(x)), "y1", at(BOTTOM), "y2", at(BOTTOM + 5));
            label(x(x), BOTTOM + 22, "middle", Format.plain(x));
        }
        double stepY = step(highY - lowY);
        for (double y = Math.ceil(lowY / stepY) * stepY; y <= highY; y += stepY) {
            html.leaf("line.tick", "x1", at(LEFT - 5), "x2", at(LEFT), "y1", at(y(y)), "y2", at(y(y)));
            label(LEFT - 9, y(y) + 5, "end", Format.plain(y));
        }
        html.leaf("line.tick", "x1", at(LEFT), "x2", at(RIGHT), "y1", at(y(0)), "y2", at(y(0)));
    }

    /** A step of 1, 2 or 5 times a power of ten, at least 1, that gives few ticks. */
    private static double step(double range) {
        double step = 1;
        int turn = 0;
        while (range / step > TICKS) {
            step *= turn % 3 == 1 ? 2.5 : 2;
            turn++;
        }
        return step;
    }

    private void line(Estimate estimate, Text name) {
        html.leaf(
                "rect.range",
                "x",
                at(LEFT),
                "y",
                at(y(estimate.high())),
                "width",
                at(RIGHT - LEFT),
                "height",
                at(Math.max(0, y(estimate.low()) - y(estimate.high()))),
                "fill-opacity",
                "0.45");
        html.leaf(
                "line.mean",
                "x1",
                at(LEFT),
                "x2",
                at(RIGHT),
                "y1",
                at(y(estimate.value())),
                "y2",
                at(y(estimate.value())));
        html.el(
                "text",
                () -> html.text(name).figure(" " + Format.plain(Math.rint(estimate.value() * 100) / 100) + " dB"),
                "x",
                at(RIGHT + 8),
                "y",
                at(y(estimate.value()) + 5),
                "fill",
                "currentColor");
    }

    private void goal(double value) {
        html.leaf("line.goal", "x1", at(LEFT), "x2", at(RIGHT), "y1", at(y(value)), "y2", at(y(value)));
    }

    private void dots() {
        List<Pair> pairs = of.pairs();
        int every = (pairs.size() + DOTS - 1) / DOTS;
        for (int i = 0; i < pairs.size(); i += every) {
            Pair pair = pairs.get(i);
            html.leaf(
                    "circle.c1",
                    "cx",
                    at(x(pair.mean())),
                    "cy",
                    at(y(pair.difference())),
                    "r",
                    "3",
                    "fill-opacity",
                    "0.6");
        }
    }

    private void label(double x, double y, String anchor, String value) {
        html.el(
                "text",
                () -> html.figure(value),
                "x",
                at(x),
                "y",
                at(y),
                "text-anchor",
                anchor,
                "fill",
                "currentColor");
    }

    private double x(double value) {
        return LEFT + (value - lowX) / (highX - lowX) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - (value - lowY) / (highY - lowY) * (BOTTOM - TOP);
    }

    private static String at(double value) {
        return Format.coordinate(value);
    }
}
