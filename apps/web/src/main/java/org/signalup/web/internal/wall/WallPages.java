package org.signalup.web.internal.wall;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.signalup.domain.Text;
import org.signalup.evaluate.ResultRows;
import org.signalup.people.Capability;
import org.signalup.publish.Look;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.Catalog;
import org.signalup.web.internal.catalog.CatalogEntry;
import org.signalup.web.internal.catalog.Names;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.overview.GoalRow;
import org.signalup.web.internal.overview.Goals;
import org.signalup.web.internal.overview.PlaceCells;
import org.signalup.web.internal.overview.PlaceCells.Cell;
import org.signalup.web.internal.overview.RegionScope;
import org.signalup.web.internal.site.Counts;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 大屏: the numbers of the overview. {@code ?rotate=20} moves on every so many seconds, through the regions or with {@code
 * over=evaluations} through those.
 */
@Controller
@Needs(Capability.RESULT_READ)
final class WallPages {
    private static final int SHORTEST_S = 5;
    private static final int LONGEST_S = 3600;
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    /** As many as can be read from afar; the first of the programme are its main ones. */
    private static final int MOST_GOALS = 7;

    private final Catalog catalog;

    WallPages(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Places of a scenario by verdict. */
    record ScenarioBar(String scenario, Counts counts) {}

    /** A counted target of the programme, for all obliged operators together. */
    record GoalBar(GoalRow row) {
        /** In the target's unit; a share of what is listed is no length. */
        public OptionalDouble goal() {
            return row.share() ? OptionalDouble.empty() : row.goal();
        }

        /** What the width of the bar stands for: the goal, or what is listed when that is more or there is no goal. */
        public double full() {
            return Math.max(goal().orElse(0), row.counts().listed());
        }
    }

    private record BoundsOf(String region) {}

    @GetMapping("/e/{evaluation}/wall")
    String wall(
            OpenEvaluation evaluation,
            Filter asked,
            @RequestParam(name = "rotate", required = false) Integer rotate,
            @RequestParam(name = "over", defaultValue = "regions") String over,
            Model model) {
        RegionScope scope = RegionScope.of(evaluation, asked.region());
        String region = evaluation.names().regionCode(scope.prefix());
        PlaceCells cells = PlaceCells.of(evaluation, scope).of(ResultRows.ALL);
        model.addAttribute("region", evaluation.names().region(region));
        model.addAttribute("total", cells.total());
        model.addAttribute("reported", cells.where(Cell::reported).total());
        model.addAttribute("scenarios", scenarios(evaluation.names(), cells));
        model.addAttribute("goals", goals(evaluation, region));
        Filter shown = Filter.inRegion(asked.region());
        model.addAttribute("filter", shown);
        model.addAttribute("bounds", "");
        if (evaluation.tables().has("map_slot")) {
            model.addAttribute("tiles", shown.link(evaluation.path() + "/tiles/Z/X/Y.mvt"));
            model.addAttribute("about", shown.link(evaluation.path() + "/map/about"));
            model.addAttribute(
                    "bounds", evaluation.keep(new BoundsOf(asked.region()), () -> bounds(evaluation, asked.region())));
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
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
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

    private static List<ScenarioBar> scenarios(Names names, PlaceCells cells) {
        Map<String, Counts> found = cells.by(Cell::scenario);
        return names.scenarios().stream()
                .filter(found::containsKey)
                .map(code -> new ScenarioBar(code, found.get(code)))
                .toList();
    }

    private static List<GoalBar> goals(OpenEvaluation evaluation, String region) {
        return Goals.of(evaluation, region).counted(ResultRows.ALL).stream()
                .filter(GoalRow::some)
                .limit(MOST_GOALS)
                .map(GoalBar::new)
                .toList();
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
        if (over.equals("evaluations")) {
            List<String> ids = catalog.list(evaluation.reach()).stream()
                    .map(CatalogEntry::id)
                    .toList();
            return UriComponentsBuilder.fromPath("/e/{id}/wall")
                    .queryParam("over", over)
                    .queryParam("rotate", rotate)
                    .encode()
                    .buildAndExpand(ids.get((ids.indexOf(evaluation.id()) + 1) % ids.size()))
                    .toUriString();
        }
        List<String> regions =
                evaluation.tables().list("SELECT DISTINCT region FROM progress ORDER BY region", row -> row.text(0));
        String following = regions.isEmpty() ? region : regions.get((regions.indexOf(region) + 1) % regions.size());
        boolean whole = following.equals(evaluation.programme().rootRegion());
        return Filter.inRegion(whole ? "" : following)
                .link(evaluation.path() + "/wall", "rotate", String.valueOf(rotate));
    }
}
