package org.signalup.web.internal.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.engine.Row;
import org.signalup.publish.Look;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;
import org.signalup.web.internal.site.Tally;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 大屏. {@code ?rotate=20} moves on every so many seconds, through the regions or with {@code over=evaluations} through those. */
@Controller
final class WallPages {
    private static final int SHORTEST_S = 5;
    private static final int LONGEST_S = 3600;
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Catalog catalog;

    WallPages(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Places of a scenario by verdict. */
    record ScenarioRow(String scenario, Tally tally) {}

    /** A counted target of the programme. */
    record GoalRow(Text name, OptionalDouble goal, Tally tally) {
        /** What the width of its bar stands for: the goal, or what is listed when that is more or there is no goal. */
        public double full() {
            return Math.max(goal.orElse(0), tally.listed());
        }
    }

    @GetMapping("/e/{evaluation}/wall")
    String wall(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam(name = "rotate", required = false) Integer rotate,
            @RequestParam(name = "over", defaultValue = "regions") String over,
            Model model) {
        String region = filter.region();
        List<ScenarioRow> scenarios = scenarios(evaluation, region);
        model.addAttribute("filter", filter);
        model.addAttribute("region", evaluation.names().region(region.isEmpty() ? root(evaluation) : region));
        model.addAttribute("scenarios", scenarios);
        model.addAttribute("total", total(scenarios));
        model.addAttribute("goals", goals(evaluation, region));
        model.addAttribute("bounds", "");
        if (evaluation.tables().has("map_slot")) {
            model.addAttribute("tiles", filter.link(evaluation.path() + "/tiles/Z/X/Y.mvt"));
            model.addAttribute("about", filter.link(evaluation.path() + "/map/about"));
            model.addAttribute("bounds", bounds(evaluation, region));
        }
        if (rotate != null) {
            model.addAttribute("seconds", seconds(rotate));
            model.addAttribute("next", next(evaluation, region, rotate, over));
        }
        return "wall/wall";
    }

    /** The style tokens with their dark side always on. */
    @GetMapping("/wall/tokens.css")
    ResponseEntity<String> tokens() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)))
                .body(Look.tokens().replace("@media (prefers-color-scheme: dark)", "@media all"));
    }

    private static int seconds(int rotate) {
        if (rotate < SHORTEST_S || rotate > LONGEST_S) {
            throw PageFailure.badRequest(Text.of(
                    "rotate 应为 " + SHORTEST_S + " 至 " + LONGEST_S + " 秒",
                    "rotate is " + SHORTEST_S + " to " + LONGEST_S + " seconds"));
        }
        return rotate;
    }

    private static String root(OpenEvaluation evaluation) {
        return evaluation.programme().rootRegion();
    }

    private static SqlWhere inRegion(OpenEvaluation evaluation, String region) {
        SqlWhere where = new SqlWhere().and("p.operator = ?", Filter.ALL);
        evaluation.names().inRegion(where, "l.division_code", region);
        return where;
    }

    private static List<ScenarioRow> scenarios(OpenEvaluation evaluation, String region) {
        SqlWhere where = inRegion(evaluation, region);
        List<ScenarioRow> found = evaluation
                .tables()
                .list(
                        "SELECT l.scenario, " + Tally.SUMS + " FROM places AS p JOIN ledger_place AS l ON p.place_id ="
                                + " l.place_id" + where.sql() + " GROUP BY l.scenario",
                        row -> new ScenarioRow(row.text(0), Tally.of(row, 1)),
                        where.values());
        return evaluation.names().scenarios().stream()
                .flatMap(code -> found.stream().filter(row -> row.scenario().equals(code)))
                .toList();
    }

    private static Tally total(List<ScenarioRow> scenarios) {
        return scenarios.stream().map(ScenarioRow::tally).reduce(new Tally(0, 0, 0, 0, 0, 0, 0), WallPages::plus);
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.listed() + other.listed(),
                one.passedA() + other.passedA(),
                one.passedB() + other.passedB(),
                one.passedC() + other.passedC(),
                one.retest() + other.retest(),
                one.failed() + other.failed(),
                one.open() + other.open());
    }

    /** Targets counted in places or kilometres that have something listed. */
    private static List<GoalRow> goals(OpenEvaluation evaluation, String region) {
        List<GoalRow> goals = new ArrayList<>();
        for (ProgrammeTarget target : evaluation.programme().targets()) {
            evaluation
                    .tables()
                    .find(
                            "SELECT goal, listed, passed_a, passed_b, passed_c, retest, failed, open FROM progress WHERE"
                                    + " target = ? AND region = ? AND operator = 'ALL' AND listed > 0",
                            row -> new GoalRow(target.name(), goal(target, row), tally(row)),
                            target.id(),
                            region.isEmpty() ? root(evaluation) : region)
                    .ifPresent(goals::add);
        }
        return goals;
    }

    /** Goals that are shares of what is listed have no length on a bar. */
    private static OptionalDouble goal(ProgrammeTarget target, Row row) {
        boolean counted = switch (target.unit()) {
            case PLACE, KM, LINE -> true;
            case PLACE_SHARE, MBPS, SHARE -> false;
        };
        return row.isNull(0) || !counted ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(0));
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getDouble(1),
                row.getDouble(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7));
    }

    private static String bounds(OpenEvaluation evaluation, String region) {
        SqlWhere where = new SqlWhere();
        evaluation.names().inRegion(where, "division_code", region);
        return evaluation
                .tables()
                .find(
                        "SELECT MIN(lon), MIN(lat), MAX(lon), MAX(lat) FROM ledger_place" + where.sql(),
                        row -> row.isNull(0)
                                ? ""
                                : row.getDouble(0) + "," + row.getDouble(1) + "," + row.getDouble(2) + ","
                                        + row.getDouble(3),
                        where.values())
                .orElse("");
    }

    private String next(OpenEvaluation evaluation, String region, int rotate, String over) {
        UriComponentsBuilder link;
        if (over.equals("evaluations")) {
            List<String> ids = catalog.list().stream().map(CatalogEntry::id).toList();
            String id = ids.get((ids.indexOf(evaluation.id()) + 1) % ids.size());
            link = UriComponentsBuilder.fromPath("/e/{id}/wall").queryParam("over", over);
            return link.queryParam("rotate", rotate).encode().buildAndExpand(id).toUriString();
        }
        List<String> regions =
                evaluation.tables().list("SELECT DISTINCT region FROM progress ORDER BY 1", row -> row.text(0));
        String here = region.isEmpty() ? root(evaluation) : region;
        String following = regions.isEmpty() ? "" : regions.get((regions.indexOf(here) + 1) % regions.size());
        link = UriComponentsBuilder.fromPath(evaluation.path() + "/wall").queryParam("rotate", rotate);
        return following.isEmpty() || following.equals(root(evaluation))
                ? link.toUriString()
                : link.queryParam("region", "{region}")
                        .encode()
                        .buildAndExpand(following)
                        .toUriString();
    }
}
