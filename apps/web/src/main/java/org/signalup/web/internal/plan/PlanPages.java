package org.signalup.web.internal.plan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.signalup.domain.Language;
import org.signalup.domain.RatRow;
import org.signalup.domain.Text;
import org.signalup.people.Capability;
import org.signalup.web.internal.access.Needs;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SavedAs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 下一步测什么. */
@Controller
@Needs(Capability.RESULT_READ)
final class PlanPages {
    private static final int MOST_STOPS = 40;
    /** A tour is laid through so many places at most; more want a region first. */
    private static final int MOST_PLACES = PlanList.KEPT;

    private static final int PAGE = 50;

    /** What the reader asked for. */
    record Day(int stops, int day) {
        static Day of(int stops, int day) {
            if (stops < 2 || stops > MOST_STOPS || day < 1 || day > MOST_PLACES) {
                throw PageFailure.badRequest(Text.of(
                        "每天 2 至 " + MOST_STOPS + " 站，天数从 1 起", "2 to " + MOST_STOPS + " stops a day, days from 1"));
            }
            return new Day(stops, day);
        }

        /** Days until all of so many places have been visited. */
        int days(int places) {
            return (places + stops - 1) / stops;
        }

        /** The day asked for; one beyond the last is the last. */
        int within(int days) {
            return Math.max(1, Math.min(day, days));
        }
    }

    @GetMapping("/e/{evaluation}/plan")
    String plan(
            OpenEvaluation evaluation,
            Filter filter,
            @RequestParam(name = "stops", defaultValue = "12") int stops,
            @RequestParam(name = "day", defaultValue = "1") int day,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        Day asked = Day.of(stops, day);
        PlanList needs = new PlanList(evaluation, filter);
        Paging paging = Paging.of(page, PAGE, needs.countPlaces());
        model.addAttribute("nav", "plan");
        model.addAttribute("filter", filter);
        model.addAttribute("rats", RatRow.values());
        model.addAttribute("regions", regions(evaluation));
        model.addAttribute("stops", stops);
        model.addAttribute("paging", paging);
        model.addAttribute("places", needs.listPlaces(paging.size(), paging.offset()));
        model.addAttribute("lines", needs.listLines());
        model.addAttribute("tooMany", paging.rows() > MOST_PLACES);
        if (paging.rows() > 0 && paging.rows() <= MOST_PLACES) {
            tour(evaluation, filter, asked, model);
        }
        return "plan/plan";
    }

    private static void tour(OpenEvaluation evaluation, Filter filter, Day asked, Model model) {
        List<PlaceNeed> places = new PlanList(evaluation, filter).listPlaces(MOST_PLACES, 0);
        int days = asked.days(places.size());
        int day = asked.within(days);
        Tour tour = Tour.of(places, asked.stops, day);
        model.addAttribute("tour", tour);
        model.addAttribute("day", day);
        model.addAttribute("days", days);
        model.addAttribute("geojson", geoJson(tour));
        model.addAttribute("bounds", bounds(tour));
        model.addAttribute("tiles", filter.link(evaluation.path() + "/tiles/Z/X/Y.mvt"));
        model.addAttribute("about", filter.link(evaluation.path() + "/map/about"));
        String query = filter.link("", "none", "");
        String more = (query.isEmpty() ? "?" : query + "&") + "stops=" + asked.stops + "&day=" + day;
        model.addAttribute("files", evaluation.path() + "/plan/tour.");
        model.addAttribute("query", more);
    }

    @GetMapping("/e/{evaluation}/plan/tour.{format}")
    ResponseEntity<byte[]> file(
            OpenEvaluation evaluation,
            Filter filter,
            Language language,
            @PathVariable("format") String format,
            @RequestParam(name = "stops", defaultValue = "12") int stops,
            @RequestParam(name = "day", defaultValue = "1") int day) {
        Day asked = Day.of(stops, day);
        List<PlaceNeed> places = new PlanList(evaluation, filter).listPlaces(MOST_PLACES, 0);
        Tour tour = Tour.of(places, asked.stops, asked.within(asked.days(places.size())));
        TourFile file = new TourFile(
                tour, evaluation.id(), evaluation.summary().simulated(), evaluation.names()::operator, language);
        String text = switch (format) {
            case "gpx" -> file.gpx();
            case "kml" -> file.kml();
            case "csv" -> file.csv();
            default -> throw PageFailure.notFound(Text.of("只有 gpx、kml、csv", "There are gpx, kml and csv"));
        };
        String type = switch (format) {
            case "gpx" -> "application/gpx+xml";
            case "kml" -> "application/vnd.google-earth.kml+xml";
            default -> "text/csv;charset=UTF-8";
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, SavedAs.named(evaluation.id() + "-tour-" + day + "." + format))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Provinces, or cities when all places lie in one province, or the codes themselves when they are not GB/T 2260. */
    private static Map<String, Text> regions(OpenEvaluation evaluation) {
        List<String> codes =
                evaluation.tables().list("SELECT DISTINCT division_code FROM map_place ORDER BY 1", row -> row.text(0));
        boolean gb = codes.stream().allMatch(code -> code.matches("[0-9]{6,12}"));
        List<String> prefixes = gb ? cut(codes, 2) : codes;
        if (gb && prefixes.size() == 1) {
            prefixes = cut(codes, 4);
        }
        Map<String, Text> regions = new LinkedHashMap<>();
        prefixes.forEach(prefix ->
                regions.put(prefix, evaluation.names().region(gb ? (prefix + "0000").substring(0, 6) : prefix)));
        return regions;
    }

    private static List<String> cut(List<String> codes, int length) {
        return codes.stream().map(code -> code.substring(0, length)).distinct().toList();
    }

    /** For the map: the way and the numbered stops, GeoJSON. */
    private static String geoJson(Tour tour) {
        String way = tour.stops().stream().map(PlanPages::at).collect(Collectors.joining(","));
        StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        json.append(feature("LineString", "[" + way + "]", 0));
        tour.stops().forEach(stop -> json.append(',').append(feature("Point", at(stop), stop.number())));
        return json.append("]}").toString();
    }

    private static String at(Tour.Stop stop) {
        return "[" + stop.place().lon() + "," + stop.place().lat() + "]";
    }

    private static String feature(String type, String coordinates, int number) {
        return "{\"type\":\"Feature\",\"properties\":{\"number\":\"" + number + "\"},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String bounds(Tour tour) {
        double west = tour.stops().stream()
                .mapToDouble(stop -> stop.place().lon())
                .min()
                .orElseThrow();
        double east = tour.stops().stream()
                .mapToDouble(stop -> stop.place().lon())
                .max()
                .orElseThrow();
        double south = tour.stops().stream()
                .mapToDouble(stop -> stop.place().lat())
                .min()
                .orElseThrow();
        double north = tour.stops().stream()
                .mapToDouble(stop -> stop.place().lat())
                .max()
                .orElseThrow();
        return west + "," + south + "," + east + "," + north;
    }
}
