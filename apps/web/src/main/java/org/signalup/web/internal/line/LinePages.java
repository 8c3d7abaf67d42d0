package org.signalup.web.internal.line;

import java.util.ArrayList;
import java.util.List;
import org.signalup.domain.Language;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Rates;
import org.signalup.web.internal.result.RuleText;
import org.signalup.web.internal.result.Trouble;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 线路: one line along its kilometres. */
@Controller
final class LinePages {
    private static final int LISTED = 200;

    @GetMapping("/e/{evaluation}/line")
    String line(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Language language,
            Model model) {
        LineHead head = LineHead.of(evaluation, id);
        Window window = Window.of(head, from, to);
        List<LineRow> verdicts = Stretches.ofLines(evaluation, List.of(id), filter.rat());
        model.addAttribute("nav", "lines");
        model.addAttribute("filter", filter);
        model.addAttribute("head", head);
        model.addAttribute("window", window);
        model.addAttribute("facts", LineFacts.of(evaluation, head, verdicts, filter.rat()));
        model.addAttribute("listed", LISTED);
        model.addAttribute("troubles", Trouble.values());
        model.addAttribute("sections", Stretches.sections(evaluation, id, filter.rat()));
        model.addAttribute("landmarks", Landmark.list(evaluation, id, filter.rat()));
        model.addAttribute("rates", Rates.list(evaluation.tables(), "LINE", id, filter.rat()));
        model.addAttribute("rule", RuleText.of(evaluation, head.rule(), language));
        draw(evaluation, head, filter, window, model);
        return "line/line";
    }

    private static void draw(OpenEvaluation evaluation, LineHead head, Filter filter, Window window, Model model) {
        List<String> operators = new ArrayList<>(evaluation.names().operators());
        List<Lane> lanes = new Lanes(evaluation, head.id(), filter.rat(), window)
                .read(operators.stream().filter(head.operators()::contains).toList());
        model.addAttribute(
                "drawings",
                lanes.stream()
                        .map(lane -> Drawing.of(lane, filter.rat(), head.rule()))
                        .toList());
        model.addAttribute(
                "tables", lanes.stream().map(lane -> LaneTable.of(lane, window)).toList());
        model.addAttribute("axis", Axis.of(window));
    }
}
