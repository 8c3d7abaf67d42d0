package org.signalup.web.internal.sample;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 对质: every operator's samples at one place or stretch on one day, side by side in time. */
@Controller
@Needs({Capability.RESULT_READ, Capability.SAMPLE_READ})
final class ReplayPages {
    /** Samples replayed at once; the next ones are the next page. */
    private static final int AT_ONCE = 400;

    /** A day with how many samples each operator has. */
    record Day(String date, long epochDay, Map<String, Long> byOperator) {
        public long samples() {
            return byOperator.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @GetMapping("/e/{evaluation}/replay")
    String replay(
            OpenEvaluation evaluation,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Language language,
            Model model) {
        Scene scene = scene(evaluation, query, language);
        List<Day> days = days(evaluation, scene);
        Optional<Day> day = chosen(days, query.getOrDefault("date", ""));
        day.ifPresent(chosen -> scene.where().and("m.date = ?", chosen.epochDay()));
        SampleQuery samples = new SampleQuery(evaluation.tables(), "match", scene.where(), scene.targets());
        Paging paging = Paging.of(page, AT_ONCE, samples.count());
        model.addAttribute("nav", scene.line() ? "lines" : "places");
        model.addAttribute("scene", scene);
        model.addAttribute("point", query.getOrDefault("point", ""));
        model.addAttribute("days", days);
        model.addAttribute("day", day.map(Day::date).orElse(""));
        model.addAttribute("paging", paging);
        model.addAttribute(
                "replay", Replay.of(samples.list(paging), evaluation.names().operators()));
        return "sample/replay";
    }

    private static Scene scene(OpenEvaluation evaluation, Map<String, String> query, Language language) {
        String place = query.getOrDefault("place", "");
        String line = query.getOrDefault("line", "");
        if (place.isEmpty() == line.isEmpty()) {
            throw PageFailure.badRequest(
                    Text.of("请给出一个场所（place=）或一条线路（line=）", "Give either a place (place=) or a line (line=)"));
        }
        return place.isEmpty()
                ? Scene.ofLine(evaluation, line, query.getOrDefault("from", ""), query.getOrDefault("to", ""), language)
                : Scene.ofPlace(evaluation, place, query.getOrDefault("point", ""), language);
    }

    private static List<Day> days(OpenEvaluation evaluation, Scene scene) {
        Map<Long, Day> days = new LinkedHashMap<>();
        evaluation
                .tables()
                .forEach(
                        "SELECT m.date, m.operator, COUNT(*) FROM match AS m"
                                + scene.where().sql() + " GROUP BY m.date, m.operator ORDER BY m.date, m.operator",
                        row -> days.computeIfAbsent(
                                        row.getLong(0),
                                        date -> new Day(
                                                LocalDate.ofEpochDay(date).toString(), date, new LinkedHashMap<>()))
                                .byOperator()
                                .put(row.text(1), row.getLong(2)),
                        scene.where().values());
        return List.copyOf(days.values());
    }

    /** The day asked for, else the one with most operators, then most samples. */
    private static Optional<Day> chosen(List<Day> days, String asked) {
        if (asked.isEmpty()) {
            return days.stream()
                    .max((a, b) -> a.byOperator().size() != b.byOperator().size()
                            ? Integer.compare(
                                    a.byOperator().size(), b.byOperator().size())
                            : Long.compare(a.samples(), b.samples()));
        }
        String date = date(asked);
        return Optional.of(days.stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow(() ->
                        PageFailure.notFound(Text.of("这一天没有样本：" + date, "There are no samples of this day: " + date))));
    }

    private static String date(String asked) {
        try {
            return LocalDate.parse(asked).toString();
        } catch (DateTimeException e) {
            throw PageFailure.badRequest(Text.of("日期无法识别（应为 2025-09-01）", "Not a date (expected: 2025-09-01)"));
        }
    }
}
