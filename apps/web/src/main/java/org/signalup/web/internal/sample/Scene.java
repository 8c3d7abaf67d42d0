package org.signalup.web.internal.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.publish.Format;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.line.LineHead;
import org.signalup.web.internal.place.PlaceHead;
import org.signalup.web.internal.place.PlacePoint;
import org.signalup.web.internal.result.Chainage;
import org.signalup.web.internal.result.RuleText;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;

/**
 * What is in dispute: a place, one of its points, or a stretch of a line; with the targets it has and the rules they are
 * judged by.
 *
 * @param name of the place or line
 * @param part which point or stretch, or empty
 * @param where conditions over {@code match AS m}
 * @param points of a place, to choose one
 */
public record Scene(
        String id,
        String name,
        String part,
        boolean line,
        List<PlacePoint> points,
        List<RuleText> rules,
        SqlWhere where,
        IntFunction<Target> targets) {
    static Scene ofPlace(OpenEvaluation evaluation, String placeId, String pointId, Language language) {
        PlaceHead head = PlaceHead.of(evaluation, placeId);
        List<PlacePoint> points = PlacePoint.list(evaluation, placeId).stream()
                .filter(point -> point.tid().isPresent())
                .toList();
        Map<Integer, Target> targets = new HashMap<>();
        Map<CoverageRule, RuleText> rules = new LinkedHashMap<>();
        List<String> part = new ArrayList<>();
        for (PlacePoint point : PlacePoint.chosen(points, pointId)) {
            targets.put(
                    point.tid().getAsInt(),
                    new Target(point.id(), point.name(), point.rule().limits()));
            rules.computeIfAbsent(point.rule(), rule -> RuleText.of(evaluation, rule, language));
            part.add(point.name());
        }
        return new Scene(
                placeId,
                head.name(),
                pointId.isEmpty() ? "" : String.join("、", part),
                false,
                points,
                List.copyOf(rules.values()),
                new SqlWhere().in("m.tid", targets.keySet()),
                targets::get);
    }

    static Scene ofLine(OpenEvaluation evaluation, String lineId, String from, String to, Language language) {
        LineHead head = LineHead.of(evaluation, lineId);
        double fromM = Chainage.metres(from).orElse(0.0);
        double toM = Chainage.metres(to).orElse(head.lengthM());
        if (toM <= fromM) {
            throw PageFailure.badRequest(Text.of("起点里程须小于终点里程", "The stretch must start before it ends"));
        }
        Map<Integer, Target> targets = new HashMap<>();
        evaluation
                .tables()
                .forEach(
                        "SELECT tid, from_m FROM ledger_bin WHERE line_id = ? AND to_m > ? AND from_m < ?",
                        row -> {
                            String sign = chainage(row.getDouble(1));
                            targets.put(
                                    row.getInt(0),
                                    new Target(sign, sign, head.rule().limits()));
                        },
                        lineId,
                        fromM,
                        toM);
        return new Scene(
                lineId,
                head.name(),
                chainage(fromM) + "–" + chainage(Math.min(toM, head.lengthM())),
                true,
                List.of(),
                List.of(RuleText.of(evaluation, head.rule(), language)),
                between(targets),
                targets::get);
    }

    /** Bins of a line are neighbours: two bounds say as much as a list of thousands. */
    private static SqlWhere between(Map<Integer, Target> targets) {
        OptionalInt first =
                targets.keySet().stream().mapToInt(Integer::intValue).min();
        OptionalInt last = targets.keySet().stream().mapToInt(Integer::intValue).max();
        return first.isEmpty()
                ? new SqlWhere().and("1 = 0")
                : new SqlWhere().and("m.tid BETWEEN ? AND ?", first.getAsInt(), last.getAsInt());
    }

    private static String chainage(double metres) {
        return Format.chainage(Math.round(metres * 1000));
    }
}
