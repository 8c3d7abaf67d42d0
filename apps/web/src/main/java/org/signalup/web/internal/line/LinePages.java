package org.signalup.web.internal.line;

import java.util.List;
import java.util.Map;
import org.signalup.domain.Language;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
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
@Needs(Capability.RESULT_READ)
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
        WholeLine line = WholeLine.of(evaluation, id, filter.rat());
        LineHead head = line.head();
        Window window = Window.of(head, query.getOrDefault("from", ""), query.getOrDefault("to", ""));
        List<BadStretch> bad = line.facts().badIn(window);
        Paging paging = Paging.of(Paging.asked(query), LISTED, bad.size());
        model.addAttribute("nav", "lines");
        model.addAttribute("filter", filter);
        model.addAttribute("head", head);
        model.addAttribute("window", window);
        model.addAttribute("spot", MapSpot.of(evaluation, head, window).orElse(null));
        model.addAttribute("facts", line.facts());
        model.addAttribute("bad", bad.subList((int) paging.offset(), (int) paging.last()));
        model.addAttribute("paging", paging);
        model.addAttribute("troubles", Trouble.values());
        model.addAttribute("sections", line.sections());
        model.addAttribute("landmarks", line.landmarks());
        model.addAttribute("rates", line.rates());
        model.addAttribute("quantiles", line.quantiles());
        model.addAttribute("experience", line.experience());
        model.addAttribute("losses", line.losses());
        model.addAttribute("agreement", line.agreement());
        model.addAttribute("lost", line.lost());
        model.addAttribute("rule", RuleText.of(evaluation, head.rule(), language));
        model.addAttribute("strips", Strips.of(evaluation, head, filter.rat(), window));
        model.addAttribute("axis", Axis.of(window));
        return "line/line";
    }
}
