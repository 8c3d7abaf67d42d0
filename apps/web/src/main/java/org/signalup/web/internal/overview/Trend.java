package org.signalup.web.internal.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.Summary;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.site.Counts;

/** The evaluations of one programme by the day they speak of, as stacked bars of places. */
public record Trend(List<Step> steps, List<Box> boxes, double width) {
    /** Height of the drawing without its labels. */
    public static final double HEIGHT = 140;

    private static final double STEP = 72;
    private static final double BAR = 36;
    private static final int MOST = 16;

    /** One evaluation. */
    public record Step(CatalogEntry entry, Counts counts, double middle, boolean here) {}

    /** A piece of a bar; {@code style} is that of its verdict. */
    public record Box(double x, double y, double height, String style) {
        public double width() {
            return BAR;
        }
    }

    static Trend of(List<CatalogEntry> entries, CatalogEntry here, String operator) {
        List<CatalogEntry> same = entries.stream()
                .filter(entry -> entry.programme().id().equals(here.programme().id()))
                .sorted(Comparator.comparing(CatalogEntry::asOfText).thenComparing(CatalogEntry::id))
                .toList();
        List<CatalogEntry> latest = same.subList(Math.max(0, same.size() - MOST), same.size()).stream()
                .filter(entry -> entry.summary().verdicts().containsKey(operator))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (CatalogEntry entry : latest) {
            steps.add(new Step(
                    entry,
                    counts(entry.summary(), operator),
                    (steps.size() + 0.5) * STEP,
                    entry.id().equals(here.id())));
        }
        double most =
                steps.stream().mapToDouble(step -> step.counts().listed()).max().orElse(1);
        List<Box> boxes = new ArrayList<>();
        steps.forEach(step -> draw(step, HEIGHT / Math.max(1, most), boxes));
        return new Trend(steps, boxes, Math.max(1, steps.size()) * STEP);
    }

    private static Counts counts(Summary summary, String operator) {
        Counts sum = Counts.NONE;
        for (Map.Entry<String, Integer> own :
                summary.verdicts().getOrDefault(operator, Map.of()).entrySet()) {
            Verdict verdict = Coded.find(Verdict.class, own.getKey()).orElse(Verdict.NOT_MEASURED);
            if (verdict != Verdict.PASS) {
                sum = sum.plus(Counts.of(verdict, Evidence.C, own.getValue()));
            }
        }
        for (Map.Entry<String, Integer> own :
                summary.passes().getOrDefault(operator, Map.of()).entrySet()) {
            Evidence evidence = Coded.find(Evidence.class, own.getKey()).orElse(Evidence.C);
            sum = sum.plus(Counts.of(Verdict.PASS, evidence, own.getValue()));
        }
        return sum;
    }

    private static void draw(Step step, double scale, List<Box> boxes) {
        Counts counts = step.counts();
        double[] parts = {
            counts.passedA(), counts.passedB(), counts.passedC(), counts.retest(), counts.failed(), counts.open()
        };
        String[] styles = {"pa", "pb", "pc", "retest", "fail", "open"};
        double y = HEIGHT;
        for (int i = 0; i < parts.length; i++) {
            double height = parts[i] * scale;
            y -= height;
            if (height > 0) {
                boxes.add(new Box(step.middle() - BAR / 2, y, height, styles[i]));
            }
        }
    }
}
