package org.signalup.web.internal.place;

import java.util.Map;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 场所清单: what every number elsewhere leads to. */
@Controller
@Needs(Capability.RESULT_READ)
final class PlacesPages {
    @GetMapping("/e/{evaluation}/places")
    String list(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PlaceChoice choice = PlaceChoice.of(filter, query);
        model.addAttribute("nav", "places");
        model.addAttribute("filter", filter);
        model.addAttribute("choice", choice);
        model.addAttribute("orders", PlaceOrder.values());
        model.addAttribute("target", choice.find(evaluation).orElse(null));
        model.addAttribute("list", PlaceList.of(evaluation, choice, page));
        return "place/list";
    }
}
