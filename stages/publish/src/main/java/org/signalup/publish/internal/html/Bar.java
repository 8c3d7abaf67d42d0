package org.signalup.publish.internal.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A horizontal bar of parts and marks, as wide as its cell. Positions are percentages, so that the drawing stretches
 * and its text does not.
 */
public final class Bar {
    private final double full;
    private final int height;
    private final List<Piece> parts = new ArrayList<>();
    private final List<Piece> marks = new ArrayList<>();
    private double end;

    private record Piece(double from, double size, String style) {}

    /** A bar whose whole width stands for {@code full}. */
    public Bar(double full, int height) {
        this.full = full > 0 ? full : 1;
        this.height = height;
    }

    /** Adds a part after the last one. */
    public Bar part(double size, String style) {
        parts.add(new Piece(end, Math.max(0, size), style));
        end += Math.max(0, size);
        return this;
    }

    /** Adds a part at a place of its own. */
    public Bar span(double from, double to, String style) {
        parts.add(new Piece(from, Math.max(0, to - from), style));
        return this;
    }

    /** Adds an upright line. */
    public Bar mark(double at, String style) {
        marks.add(new Piece(at, 0, style));
        return this;
    }

    public void write(Html html) {
        String h = Integer.toString(height);
        html.el(
                "svg.bar",
                () -> {
                    html.leaf("rect.track", "width", "100%", "height", h, "rx", "3");
                    parts.stream().filter(part -> part.size() > 0).forEach(part -> rect(html, part, h));
                    marks.forEach(mark -> line(html, mark, h));
                },
                "width",
                "100%",
                "height",
                h,
                "aria-hidden",
                "true");
    }

    private void rect(Html html, Piece part, String h) {
        html.leaf("rect." + part.style(), "x", percent(part.from()), "width", percent(part.size()), "height", h);
    }

    private void line(Html html, Piece mark, String h) {
        String x = percent(mark.from());
        html.leaf("line." + mark.style(), "x1", x, "x2", x, "y1", "0", "y2", h);
    }

    private String percent(double value) {
        double share = Math.max(0, Math.min(100, 100 * value / full));
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
