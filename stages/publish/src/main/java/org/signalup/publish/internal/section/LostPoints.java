package org.signalup.publish.internal.section;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows.ScoreRow;
import org.signalup.publish.Format;
import org.signalup.publish.Words;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;
import org.signalup.standards.Standard.Part;

/** Where scores lost points: by part, and what kept parts down how often. */
final class LostPoints {
    private static final int MOST = 20;

    private final Map<String, Map<Part, Sum>> byPart = new TreeMap<>();
    private final Map<Reason, Integer> reasons =
            new TreeMap<>(Comparator.comparing(Reason::code).thenComparing(Reason::operator));

    private record Sum(int objects, double score, double lost) {
        Sum plus(Sum other) {
            return new Sum(objects + other.objects, score + other.score, lost + other.lost);
        }
    }

    private record Reason(String operator, String code) {}

    private record Lost(String operator, Part part, Sum sum) {}

    private LostPoints() {}

    /** Writes nothing for an evaluation that has no scores. */
    static void write(Html html, Facts facts) {
        LostPoints lost = new LostPoints();
        facts.results().forEachScore(lost::add);
        if (lost.byPart.isEmpty()) {
            return;
        }
        html.el("h3", Text.of("失分在哪里", "Where points were lost"));
        html.el(
                "p",
                Text.of(
                        "每处场所、每条线路（综合行）的得分按已测部分加权；下表为各部分的平均分和平均失分。",
                        "The score of a place or line (row ANY) is weighted over the parts measured; below, mean score and mean points lost of each part."));
        parts(facts.names()).write(html, lost.parts(), "scores.csv");
        html.el("h3", Text.of("失分的具体原因", "What kept parts down"));
        reasons(facts.names()).write(html, lost.reasons(), "scores.csv", MOST);
    }

    private void add(ScoreRow row) {
        if (row.rat() == RatRow.ANY) {
            byPart.computeIfAbsent(row.operator(), unused -> new EnumMap<>(Part.class))
                    .merge(row.part(), new Sum(1, row.score(), row.lost()), Sum::plus);
            row.because().forEach(code -> reasons.merge(new Reason(row.operator(), code), 1, Integer::sum));
        }
    }

    private List<Lost> parts() {
        return byPart.entrySet().stream()
                .flatMap(operator -> operator.getValue().entrySet().stream()
                        .map(part -> new Lost(operator.getKey(), part.getKey(), part.getValue())))
                .toList();
    }

    private List<Map.Entry<Reason, Integer>> reasons() {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<Reason, Integer>comparingByValue().reversed())
                .toList();
    }

    private static Table<Lost> parts(Names names) {
        return new Table<Lost>()
                .column(Text.of("企业", "Operator"), (html, row) -> html.text(names.operator(row.operator())))
                .column(Text.of("部分", "Part"), (html, row) -> html.text(Words.part(row.part())))
                .number(
                        Text.of("已测对象", "Objects measured"),
                        (html, row) -> html.figure(Format.count(row.sum().objects())))
                .number(
                        Text.of("平均分", "Mean score"),
                        (html, row) -> html.figure(mean(row.sum().score(), row.sum())))
                .number(
                        Text.of("平均失分", "Mean points lost"),
                        (html, row) -> html.figure(mean(row.sum().lost(), row.sum())));
    }

    private static String mean(double sum, Sum of) {
        return Format.decimal(OptionalDouble.of(sum / of.objects()));
    }

    private static Table<Map.Entry<Reason, Integer>> reasons(Names names) {
        return new Table<Map.Entry<Reason, Integer>>()
                .column(
                        Text.of("原因", "Reason"),
                        (html, row) -> html.text(Words.lost(row.getKey().code())))
                .column(
                        Text.of("企业", "Operator"),
                        (html, row) -> html.text(names.operator(row.getKey().operator())))
                .number(Text.of("场所或线路", "Places and lines"), (html, row) -> html.figure(Format.count(row.getValue())));
    }
}
