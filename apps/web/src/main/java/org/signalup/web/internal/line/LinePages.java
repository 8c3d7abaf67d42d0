package org.signalup.web.internal.line;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Rates;
import org.signalup.web.internal.result.RuleText;
import org.signalup.web.internal.result.Trouble;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 线路: one line along its kilometres. */
@Controller
final class LinePages {
    private static final int LISTED = 50;

    @GetMapping("/e/{evaluation}/line")
    String line(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam String id,
            @RequestParam Map<String, String> query,
            Language language,
            Model model) {
        LineHead head = LineHead.of(evaluation, id);
        Window window = Window.of(head, query.getOrDefault("from", ""), query.getOrDefault("to", ""));
        RatRow rat = filter.rat();
        List<LineRow> verdicts = Stretches.ofLines(evaluation, List.of(head.id()), rat);
        LineFacts facts = LineFacts.of(evaluation, head, verdicts, rat);
        List<BadStretch> bad = facts.badIn(window);
        Paging paging = Paging.of(Paging.asked(query), LISTED, bad.size());
        model.addAttribute("nav", "lines");
        model.addAttribute("filter", filter);
        model.addAttribute("head", head);
        model.addAttribute("window", window);
        model.addAttribute("spot", MapSpot.of(evaluation, head, window).orElse(null));
        model.addAttribute("facts", facts);
        model.addAttribute("bad", bad.subList((int) paging.offset(), (int) paging.last()));
        model.addAttribute("paging", paging);
        model.addAttribute("troubles", Trouble.values());
        model.addAttribute("sections", Stretches.sections(evaluation, head.id(), rat));
        model.addAttribute("landmarks", Landmark.list(evaluation, head.id(), rat));
        model.addAttribute("rates", Rates.list(evaluation.tables(), "LINE", head.id(), rat));
        model.addAttribute("rule", RuleText.of(evaluation, head.rule(), language));
        model.addAttribute("strips", Strips.of(evaluation, head, rat, window));
        model.addAttribute("axis", Axis.of(window));
        return "line/line";
    }
}
