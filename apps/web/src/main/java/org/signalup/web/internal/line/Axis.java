package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.List;

/** Marks of the chainage axis, at round numbers. */
public record Axis(List<Double> marksM) {
    private static final int MOST = 8;

    static Axis of(Window window) {
        double rough = (window.toM() - window.fromM()) / MOST;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        List<Double> marks = new ArrayList<>();
        for (double at = Math.ceil(window.fromM() / step) * step; at <= window.toM(); at += step) {
            marks.add(at);
        }
        return new Axis(marks);
    }
}
