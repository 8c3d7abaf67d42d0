package org.signalup.web.internal.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.evaluate.Summary;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.RuleText;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 场所: one place on one page. */
@Controller
@Needs(Capability.RESULT_READ)
final class PlacePages {
    private final Catalog catalog;

    PlacePages(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A rule in words with the points it decides. */
    record Ruled(RuleText text, List<PlacePoint> points) {}

    @GetMapping("/e/{evaluation}/place")
    String place(OpenEvaluation evaluation, Filter filter, @RequestParam String id, Language language, Model model) {
        WholePlace place = WholePlace.of(evaluation, id, filter.rat());
        PlaceFacts facts = place.facts();
        Summary summary = evaluation.summary();
        model.addAttribute("nav", "places");
        model.addAttribute("filter", filter);
        model.addAttribute("facts", facts);
        model.addAttribute("rates", place.rates());
        model.addAttribute("quantiles", place.quantiles());
        model.addAttribute("sessions", place.sessions());
        model.addAttribute("experience", place.experience());
        model.addAttribute("losses", place.losses());
        model.addAttribute("agreement", place.agreement());
        model.addAttribute("lost", place.lost());
        model.addAttribute("history", PlaceHistory.of(catalog, evaluation, id));
        model.addAttribute("rules", rules(evaluation, facts, language));
        model.addAttribute("from", day(summary.from().or(summary::firstSample)));
        model.addAttribute("to", day(summary.to().or(summary::lastSample)));
        int validMonths = evaluation.standard().stars().validMonths();
        model.addAttribute("expiry", day(summary.asOf().map(day -> day.plusMonths(validMonths))));
        return "place/place";
    }

    /** As text: templates would write a date their own way. */
    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private static List<Ruled> rules(OpenEvaluation evaluation, PlaceFacts facts, Language language) {
        return facts.rules().entrySet().stream()
                .map(entry -> new Ruled(RuleText.of(evaluation, entry.getKey(), language), entry.getValue()))
                .toList();
    }
}
