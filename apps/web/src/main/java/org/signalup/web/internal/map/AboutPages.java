package org.signalup.web.internal.map;

import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cards of the map, pieces of a page: {@code ?place=}, {@code ?point=}, {@code ?line=&from=&to=}, {@code ?sample=}. */
@Controller
@Needs(Capability.RESULT_READ)
final class AboutPages {
    @GetMapping(value = "/e/{evaluation}/map/about", params = "place")
    String place(OpenEvaluation evaluation, Filter filter, @RequestParam("place") String id, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("place", new About(evaluation, filter).place(id));
        return "map/about :: place";
    }

    @GetMapping(value = "/e/{evaluation}/map/about", params = "point")
    String point(OpenEvaluation evaluation, Filter filter, @RequestParam("point") String id, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("target", new About(evaluation, filter).point(id));
        return "map/about :: target";
    }

    @GetMapping(value = "/e/{evaluation}/map/about", params = "line")
    String line(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam("line") String id,
            @RequestParam("from") double fromM,
            @RequestParam("to") double toM,
            Model model) {
        About about = new About(evaluation, filter);
        model.addAttribute("filter", filter);
        model.addAttribute("from", fromM);
        model.addAttribute("to", toM);
        return about.bin(id, fromM, toM)
                .map(bin -> {
                    model.addAttribute("target", bin);
                    return "map/about :: target";
                })
                .orElseGet(() -> {
                    model.addAttribute("stretch", about.stretch(id, fromM, toM));
                    return "map/about :: stretch";
                });
    }

    @GetMapping(value = "/e/{evaluation}/map/about", params = "sample")
    @Needs({Capability.RESULT_READ, Capability.SAMPLE_READ})
    String sample(OpenEvaluation evaluation, @RequestParam("sample") String id, Model model) {
        if (!id.matches("[0-9]{1,9}:[0-9]{1,18}")) {
            throw PageFailure.badRequest(Text.of("采样点编号应为 文件:行", "A sample is named file:row"));
        }
        String[] parts = id.split(":", 2);
        model.addAttribute(
                "sample", AboutSample.find(evaluation, Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
        return "map/about :: sample";
    }
}
