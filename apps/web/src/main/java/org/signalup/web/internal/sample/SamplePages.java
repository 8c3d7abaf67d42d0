package org.signalup.web.internal.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.place.PlaceHead;
import org.signalup.web.internal.place.PlacePoint;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 样本明细 of a place: paged, and as CSV. */
@Controller
@Needs({Capability.RESULT_READ, Capability.SAMPLE_READ})
final class SamplePages {
    @GetMapping("/e/{evaluation}/place/samples")
    String samples(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam Map<String, String> query,
            @RequestParam String id,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        PlaceHead head = PlaceHead.of(evaluation, id);
        List<PlacePoint> points = PlacePoint.list(evaluation, id);
        SampleQuery samples = query(evaluation, filter, points, query);
        Paging paging = Paging.of(page, samples.count());
        model.addAttribute("nav", "places");
        model.addAttribute("filter", filter);
        model.addAttribute("head", head);
        model.addAttribute("points", points);
        model.addAttribute("point", query.getOrDefault("point", ""));
        model.addAttribute("tests", tests(query));
        model.addAttribute("paging", paging);
        model.addAttribute("samples", samples.list(paging));
        return "sample/list";
    }

    @GetMapping("/e/{evaluation}/place/samples.csv")
    ResponseEntity<StreamingResponseBody> csv(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam Map<String, String> query,
            @RequestParam String id) {
        PlaceHead head = PlaceHead.of(evaluation, id);
        SampleQuery samples = query(evaluation, filter, PlacePoint.list(evaluation, id), query);
        return SampleCsv.answer(evaluation, head.id() + (tests(query) ? "-tests" : "-samples"), samples);
    }

    private static boolean tests(Map<String, String> query) {
        return query.getOrDefault("kind", "").equals("test");
    }

    private static SampleQuery query(
            OpenEvaluation evaluation, Filter filter, List<PlacePoint> points, Map<String, String> query) {
        Map<Integer, Target> targets = new HashMap<>();
        PlacePoint.chosen(points, query.getOrDefault("point", "")).stream()
                .filter(point -> point.tid().isPresent())
                .forEach(point -> targets.put(
                        point.tid().getAsInt(),
                        new Target(point.id(), point.name(), point.rule().limits())));
        SqlWhere where = new SqlWhere().in("m.tid", targets.keySet());
        if (!filter.operator().equals(ResultRows.ALL)) {
            where.and("m.operator = ?", filter.operator());
        }
        return new SampleQuery(evaluation.tables(), tests(query) ? "test_match" : "match", where, targets::get);
    }
}
