package org.signalup.web.internal.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.WhatIf.Answer;
import org.signalup.evaluate.WhatIf.Judged;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.BeforeAfter;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 如果换标准: sliders on the left, the counts and what flips on the right. */
@Controller
@Needs(Capability.RESULT_READ)
final class WhatIfPages {
    private static final int PAGE = 50;

    private final Trials trials;

    WhatIfPages(Trials trials) {
        this.trials = trials;
    }

    /** The whole page; works as a plain form. */
    @GetMapping("/e/{evaluation}/whatif")
    String page(OpenEvaluation evaluation, Filter filter, @RequestParam Map<String, String> parameters, Model model) {
        answer(evaluation, filter, parameters, model);
        model.addAttribute("nav", "whatif");
        model.addAttribute("limits", Limits.of(evaluation.standard()));
        model.addAttribute("most", evaluation.names().operators().size());
        return "whatif/whatif";
    }

    /** Only the answer, for the sliders. */
    @GetMapping("/e/{evaluation}/whatif/answer")
    String fragment(
            OpenEvaluation evaluation, Filter filter, @RequestParam Map<String, String> parameters, Model model) {
        answer(evaluation, filter, parameters, model);
        return "whatif/answer :: answer";
    }

    private void answer(OpenEvaluation evaluation, Filter filter, Map<String, String> parameters, Model model) {
        if (evaluation.reach().operators().isPresent()) {
            throw PageFailure.forbidden(Text.of(
                    "试算要用全部企业的样本，只向企业范围不受限的人提供",
                    "A trial rests on the samples of all operators and is for those who see them all"));
        }
        Question question = Question.of(parameters);
        Answer answer = trials.answer(evaluation, question.change());
        Reading places = Reading.of(answer.places().of(filter.operator()));
        Reading lines = Reading.of(answer.lines().of(filter.operator()));
        Map<String, BeforeAfter> operators = new LinkedHashMap<>();
        for (String operator : columns(evaluation)) {
            operators.put(operator, Reading.of(answer.places().of(operator)).total());
        }
        String flow = parameters.getOrDefault("flow", "");
        List<Judged> flips = places.flips(flow);
        int page = page(parameters.getOrDefault("page", "1"), flips.size());
        List<Judged> shown = flips.subList((page - 1) * PAGE, Math.min(page * PAGE, flips.size()));
        model.addAttribute("question", question);
        model.addAttribute("filter", filter);
        model.addAttribute("places", places);
        model.addAttribute("lines", lines);
        model.addAttribute("operators", operators);
        model.addAttribute("flow", flow);
        model.addAttribute("flips", shown);
        model.addAttribute("found", flips.size());
        model.addAttribute("placeNames", names(evaluation, "place", shown));
        model.addAttribute("lineNames", names(evaluation, "line", lines.flips()));
        model.addAttribute("page", page);
        model.addAttribute("pages", Math.max(1, (flips.size() + PAGE - 1) / PAGE));
    }

    private static List<String> columns(OpenEvaluation evaluation) {
        List<String> columns = new ArrayList<>(List.of(ResultRows.ALL));
        columns.addAll(evaluation.names().operators());
        return columns;
    }

    private static int page(String asked, int found) {
        if (!asked.matches("[0-9]{1,7}") || Integer.parseInt(asked) < 1) {
            throw PageFailure.badRequest(Text.of("参数 page：应为从 1 起的页码", "parameter page: expected a page from 1 on"));
        }
        return Math.min(Integer.parseInt(asked), Math.max(1, (found + PAGE - 1) / PAGE));
    }

    /** Names of the few that are shown. */
    private static Map<String, String> names(OpenEvaluation evaluation, String kind, List<Judged> shown) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Judged> few = shown.subList(0, Math.min(PAGE, shown.size()));
        if (!few.isEmpty()) {
            String marks = few.stream().map(own -> "?").collect(Collectors.joining(", "));
            String id = kind + "_id";
            evaluation
                    .tables()
                    .forEach(
                            "SELECT " + id + ", name FROM ledger_" + kind + " WHERE " + id + " IN (" + marks + ")",
                            row -> names.put(row.text(0), row.text(1)),
                            few.stream().map(Judged::id).toArray());
        }
        return names;
    }
}
