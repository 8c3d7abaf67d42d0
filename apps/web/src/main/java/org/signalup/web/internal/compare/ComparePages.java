package org.signalup.web.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.publish.Words;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.compare.Flip.Cause;
import org.signalup.web.internal.overview.RegionScope;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 对比: what flipped since another evaluation, and what did it. */
@Controller
@Needs(Capability.RESULT_READ)
final class ComparePages {
    private static final int PAGE = 50;
    private static final int PROVINCE = 2;
    private static final int CITY = 4;

    private record OperatorsOf(String region) {}

    private record ScenariosOf(String operator, String region) {}

    private record RegionsOf(String operator, String region) {}

    private final Others others;
    private final Pairs pairs;

    ComparePages(Others others, Pairs pairs) {
        this.others = others;
        this.pairs = pairs;
    }

    @GetMapping("/e/{evaluation}/compare")
    String compare(
            OpenEvaluation evaluation, Filter filter, @RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("nav", "compare");
        model.addAttribute("filter", filter);
        model.addAttribute("others", others.of(evaluation));
        Optional<CatalogEntry> other = others.find(evaluation, parameters.getOrDefault("with", ""));
        model.addAttribute("other", other.orElse(null));
        Choice choice = Choice.of(filter, parameters);
        if (other.isPresent()) {
            pairs.ask(evaluation.entry(), other.get(), pair -> {
                tell(evaluation, pair, choice, model);
                return pair;
            });
        }
        return "compare/compare";
    }

    /** What a reader wants to see of the flips. */
    private record Choice(Filter filter, String flow, Optional<Cause> cause, int page) {
        static Choice of(Filter filter, Map<String, String> parameters) {
            String page = parameters.getOrDefault("page", "1");
            if (!page.matches("[0-9]{1,7}") || Integer.parseInt(page) < 1) {
                throw PageFailure.badRequest(
                        Text.of("参数 page：应为从 1 起的页码", "parameter page: expected a page from 1 on"));
            }
            return new Choice(
                    filter,
                    parameters.getOrDefault("flow", ""),
                    causeOf(parameters.getOrDefault("cause", "")),
                    Integer.parseInt(page));
        }

        boolean takes(Flip flip) {
            return (flow.isEmpty() || Matrix.key(flip).equals(flow))
                    && (cause.isEmpty() || flip.causes().contains(cause.get()));
        }
    }

    private static Optional<Cause> causeOf(String code) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        for (Cause cause : Cause.values()) {
            if (cause.name().equals(code.toUpperCase(Locale.ROOT))) {
                return Optional.of(cause);
            }
        }
        throw PageFailure.badRequest(Text.of(
                "参数 cause 无法识别（应为：DATA, LEDGER, STANDARD）",
                "parameter cause is not understood (expected: DATA, LEDGER, STANDARD)"));
    }

    private static void tell(OpenEvaluation evaluation, Pair pair, Choice choice, Model model) {
        Filter filter = choice.filter();
        model.addAttribute(
                "query",
                new Query(pair.other().id(), operatorOf(filter), filter.region(), choice.flow(), causeOf(choice)));
        String operator = filter.operator();
        String region = RegionScope.of(evaluation, filter.region()).prefix();
        Sides sides = new Sides(pair.tables(), region);
        model.addAttribute("changes", pair);
        model.addAttribute("operators", pair.keep(new OperatorsOf(region), sides::byOperator));
        model.addAttribute("scenarios", pair.keep(new ScenariosOf(operator, region), () -> sides.byScenario(operator)));
        int letters = region.isEmpty() ? PROVINCE : CITY;
        model.addAttribute(
                "regions", pair.keep(new RegionsOf(operator, region), () -> sides.byRegion(operator, letters)));
        List<String> columns = new ArrayList<>(List.of(ResultRows.ALL));
        columns.addAll(evaluation.names().operators());
        model.addAttribute("rates", RatePair.of(pair, evaluation.names().regionCode(region), columns));
        model.addAttribute("method", Words.method(evaluation.standard().rates().targetMethod()));
        List<Flip> all = Flips.of(pair, operator);
        model.addAttribute("matrix", Matrix.of(all));
        model.addAttribute("all", all.size());
        page(all.stream().filter(choice::takes).toList(), choice, model);
    }

    private static String operatorOf(Filter filter) {
        return filter.operator().equals(ResultRows.ALL) ? "" : filter.operator();
    }

    private static String causeOf(Choice choice) {
        return choice.cause().map(Enum::name).orElse("");
    }

    private static void page(List<Flip> found, Choice choice, Model model) {
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int page = Math.min(choice.page(), pages);
        model.addAttribute("found", found.size());
        model.addAttribute("flips", found.subList((page - 1) * PAGE, Math.min(page * PAGE, found.size())));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
    }
}
