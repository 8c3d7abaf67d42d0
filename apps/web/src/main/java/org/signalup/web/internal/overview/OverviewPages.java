package org.signalup.web.internal.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.RatRow;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.publish.Words;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.Names;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.overview.PlaceCells.Cell;
import org.signalup.web.internal.result.Brought;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 总览. */
@Controller
@Needs(Capability.RESULT_READ)
final class OverviewPages {
    private record LinesOf(String operator, RegionScope scope) {}

    private record BroughtOf(RegionScope scope) {}

    private record WorstOf(String operator, RegionScope scope) {}

    private final Catalog catalog;

    OverviewPages(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/e/{evaluation}")
    String overview(OpenEvaluation evaluation, Filter asked, Model model) {
        Names names = evaluation.names();
        RegionScope scope = RegionScope.of(evaluation, asked.region());
        Filter filter =
                new Filter(asked.operator(), RatRow.ANY, "", scope.prefix(), Optional.empty(), Optional.empty(), "");
        PlaceCells cells = PlaceCells.of(evaluation, scope);
        PlaceCells own = cells.of(filter.operator());
        model.addAttribute("nav", "overview");
        model.addAttribute("filter", filter);
        model.addAttribute("scope", scope);
        model.addAttribute("crumbs", scope.crumbs(names));
        model.addAttribute("total", own.total());
        model.addAttribute("reported", own.where(Cell::reported).total());
        model.addAttribute("columns", columns(names));
        model.addAttribute("method", Words.method(evaluation.standard().rates().targetMethod()));
        model.addAttribute("byScenario", new ByOperator(cells));
        model.addAttribute("children", scope.childLength() == 0 ? Map.of() : own.byChild());
        String region = names.regionCode(scope.prefix());
        model.addAttribute("goals", Goals.of(evaluation, region));
        model.addAttribute(
                "lines",
                evaluation.keep(
                        new LinesOf(filter.operator(), scope), () -> LineKm.of(evaluation, filter.operator(), scope)));
        model.addAttribute(
                "worst",
                evaluation.keep(
                        new WorstOf(filter.operator(), scope),
                        () -> Worst.of(evaluation, scope, cells, filter.operator())));
        model.addAttribute(
                "brought",
                evaluation.keep(new BroughtOf(scope), () -> Brought.list(evaluation.tables(), scope.prefix())));
        model.addAttribute("trend", Trend.of(catalog.list(evaluation.reach()), evaluation.entry(), filter.operator()));
        return "overview/overview";
    }

    private static List<String> columns(Names names) {
        List<String> columns = new ArrayList<>();
        columns.add(ResultRows.ALL);
        columns.addAll(names.operators());
        return columns;
    }
}
