package org.signalup.web.internal.map;

import org.signalup.domain.RatRow;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** 地图. */
@Controller
@Needs(Capability.RESULT_READ)
final class MapPages {
    /** Where the map looks: the script reads it from the address, here it is only checked. */
    record View(Double z, Double lat, Double lon) {}

    @GetMapping("/e/{evaluation}/map")
    String map(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @ModelAttribute View view,
            Model model) {
        model.addAttribute("nav", "map");
        model.addAttribute("filter", filter);
        model.addAttribute("rats", RatRow.values());
        model.addAttribute("ready", evaluation.tables().has("map_slot"));
        if (evaluation.tables().has("map_slot")) {
            MapList list = new MapList(MapChoice.of(evaluation, filter));
            Paging paging = MapList.paging(page, list.countPlaces());
            model.addAttribute("paging", paging);
            model.addAttribute("places", list.places(paging));
            model.addAttribute("lines", list.lines());
            model.addAttribute("bounds", list.bounds());
            model.addAttribute("tiles", filter.link(evaluation.path() + "/tiles/Z/X/Y.mvt"));
            model.addAttribute("about", filter.link(evaluation.path() + "/map/about"));
        }
        return "map/map";
    }
}
