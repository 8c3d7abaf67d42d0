package org.signalup.web.internal.map;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.MapCode;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SqlWhere;

/** The map as a list, the worst first: everything the map says without a map. */
final class MapList {
    private static final int PLACES = 30;
    private static final int LINES = 30;
    private static final int PLACE_ZOOM = 15;
    private static final int WORLD_ZOOM = 8;

    /** Suspected and failing first, then what is open, then what passes. */
    private static final String WORST_FIRST =
            "CASE WHEN code BETWEEN 6 AND 8 THEN 0 WHEN code BETWEEN 4 AND 5 THEN 1 WHEN code BETWEEN 2 AND 3 THEN 2"
                    + " WHEN code < 2 THEN 3 ELSE 4 END";

    /** Where the map should look. */
    record Spot(GeoPoint at, int zoom) {
        public double lon() {
            return Math.round(at.lonDeg() * 1e5) / 1e5;
        }

        public double lat() {
            return Math.round(at.latDeg() * 1e5) / 1e5;
        }
    }

    /** A place of the list; {@code passing} of {@code operators} pass. */
    record PlaceItem(
            String id,
            String name,
            String scenario,
            MapCode code,
            OptionalInt stars,
            long passing,
            int operators,
            Spot spot) {}

    /** A line of the list. */
    record LineItem(
            String id, String name, LineKind kind, MapCode code, OptionalDouble ratio, double lengthM, Spot spot) {}

    private record CountOf(Filter filter) {}

    private record LinesOf(Filter filter) {}

    private record BoundsOf(Filter filter) {}

    private final MapChoice choice;

    MapList(MapChoice choice) {
        this.choice = choice;
    }

    long countPlaces() {
        return choice.evaluation().keep(new CountOf(choice.filter()), () -> {
            SqlWhere where = placeWhere();
            return choice.evaluation().tables().number("SELECT COUNT(*) FROM map_place" + where.sql(), where.values());
        });
    }

    private SqlWhere placeWhere() {
        return choice.judged(choice.places(new SqlWhere()), choice.placeCode());
    }

    static Paging paging(int page, long rows) {
        return Paging.of(page, PLACES, rows);
    }

    List<PlaceItem> places(Paging paging) {
        SqlWhere where = placeWhere();
        String sql =
                "SELECT place_id, name, scenario, code, stars, verdicts, x, y FROM (SELECT place_id, name, scenario, "
                        + choice.placeCode() + " AS code, " + Slots.code("stars", choice.shift())
                        + " AS stars, verdicts, x, y FROM map_place" + where.sql() + ") AS here ORDER BY " + WORST_FIRST
                        + ", place_id LIMIT ? OFFSET ?";
        return choice.evaluation()
                .tables()
                .list(
                        sql,
                        row -> {
                            Map<String, MapCode> each = choice.slots().each(row.getLong(5));
                            return new PlaceItem(
                                    row.text(0),
                                    row.text(1),
                                    row.text(2),
                                    MapCode.all().get(row.getInt(3)),
                                    row.getInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(row.getInt(4)),
                                    each.values().stream()
                                            .filter(code -> code.verdict() == Verdict.PASS)
                                            .count(),
                                    each.size(),
                                    new Spot(MapGrid.position(row.getInt(6), row.getInt(7)), PLACE_ZOOM));
                        },
                        where.values(paging.size(), paging.offset()));
    }

    List<LineItem> lines() {
        return choice.evaluation().keep(new LinesOf(choice.filter()), this::readLines);
    }

    private List<LineItem> readLines() {
        SqlWhere where = choice.lines(new SqlWhere().and("level = 3"));
        SqlWhere judged = new SqlWhere().and("r.operator = ? AND r.rat = ?", operator(), rat().code());
        choice.judged(judged, "code");
        String sql =
                "SELECT r.line_id, l.name, l.kind, r.code, r.ratio, l.length_m, m.x, m.y, m.max_x, m.max_y FROM (SELECT"
                        + " *, " + MapCode.sql()
                        + " AS code FROM lines) AS r JOIN ledger_line AS l ON r.line_id = l.line_id JOIN"
                        + " (SELECT line_id, MIN(x) AS x, MIN(y) AS y, MAX(max_x) AS max_x, MAX(max_y) AS max_y FROM map_line"
                        + where.sql() + " GROUP BY line_id) AS m ON r.line_id = m.line_id" + judged.sql() + " ORDER BY "
                        + WORST_FIRST + ", r.line_id LIMIT " + LINES;
        Object[] values = where.values(judged.values());
        return choice.evaluation()
                .tables()
                .list(
                        sql,
                        row -> new LineItem(
                                row.text(0),
                                row.text(1),
                                Coded.find(LineKind.class, row.text(2)).orElse(LineKind.ROAD),
                                MapCode.all().get(row.getInt(3)),
                                row.isNull(4) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(4)),
                                row.getDouble(5),
                                spot(row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9))),
                        values);
    }

    private String operator() {
        return choice.filter().operator();
    }

    private RatRow rat() {
        return choice.filter().rat();
    }

    /** The middle of a box, as close as the box fits into some three tiles. */
    private static Spot spot(int west, int north, int east, int south) {
        int longest = Math.max(Math.max(east - west, south - north), 1);
        int zoom = WORLD_ZOOM - 7;
        while (zoom < PLACE_ZOOM && longest < MapGrid.WORLD >> zoom) {
            zoom++;
        }
        return new Spot(MapGrid.position((west + east) / 2, (north + south) / 2), zoom);
    }

    /** West, south, east, north of everything chosen, in degrees; empty when nothing is. */
    String bounds() {
        return choice.evaluation().keep(new BoundsOf(choice.filter()), this::readBounds);
    }

    private String readBounds() {
        SqlWhere places = placeWhere();
        SqlWhere lines = choice.lines(new SqlWhere().and("level = 3"));
        String sql =
                "SELECT MIN(x), MAX(y), MAX(max_x), MIN(top) FROM (SELECT x, y, x AS max_x, y AS top FROM map_place"
                        + places.sql() + " UNION ALL SELECT x, max_y, max_x, y FROM map_line" + lines.sql()
                        + ") AS boxes";
        return choice.evaluation()
                .tables()
                .find(
                        sql,
                        row -> row.isNull(0) ? "" : corners(row.getInt(0), row.getInt(1), row.getInt(2), row.getInt(3)),
                        places.values(lines.values()))
                .orElse("");
    }

    private static String corners(int west, int south, int east, int north) {
        GeoPoint lower = MapGrid.position(west, south);
        GeoPoint upper = MapGrid.position(east, north);
        return String.format(
                java.util.Locale.ROOT,
                "%.5f,%.5f,%.5f,%.5f",
                lower.lonDeg(),
                lower.latDeg(),
                upper.lonDeg(),
                upper.latDeg());
    }
}
