package org.signalup.web.internal.overview;

import java.util.List;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Tally;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 总览. */
@Controller
final class OverviewPages {
    /** Places of a scenario by verdict. */
    record ScenarioRow(String scenario, Tally tally) {}

    @GetMapping("/e/{evaluation}")
    String overview(OpenEvaluation evaluation, Filter filter, Model model) {
        model.addAttribute("nav", "overview");
        model.addAttribute("filter", filter);
        model.addAttribute("scenarios", scenarios(evaluation, filter));
        return "overview/overview";
    }

    private static List<ScenarioRow> scenarios(OpenEvaluation evaluation, Filter filter) {
        return evaluation
                .tables()
                .list(
                        "SELECT l.scenario, " + Tally.SUMS + " FROM places AS p JOIN ledger_place AS l ON p.place_id ="
                                + " l.place_id WHERE p.operator = ? GROUP BY l.scenario ORDER BY l.scenario",
                        row -> new ScenarioRow(row.text(0), Tally.of(row, 1)),
                        filter.operator());
    }
}
