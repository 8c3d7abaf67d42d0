package org.signalup.evaluate.internal.write;

import static org.signalup.engine.Column.Type.BIGINT;
import static org.signalup.engine.Column.Type.INT;
import static org.signalup.engine.Column.Type.VARCHAR;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signalup.engine.Engine;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.MapCode;
import org.signalup.geo.MapGrid;

/**
 * What a map asks for, in the order a map asks for it: places, key points and stretches of lines with their position in
 * units of {@link MapGrid} and the verdicts of all operators packed as {@link MapCode}, sorted by strips of the map so that
 * a tile reads little. Made from the result and ledger tables that are already written.
 */
public final class MapTables {
    /** Width of a strip: a tile of zoom 12. */
    private static final String BY_STRIP = "x - x % 65536, y, ";

    /** A tile reads whole groups: small ones, for it wants some hundred rows. */
    private static final int GROUP_ROWS = 16_384;

    private static final List<String> READ =
            List.of("points", "places", "bins", "lines", "ledger_place", "ledger_point", "ledger_line", "ledger_bin");
    private static final Schema SLOT = Schema.of("map_slot")
            .with(VARCHAR, "operator")
            .with(INT, "shift")
            .with(BIGINT, "weight")
            .build();

    private final Engine engine;
    private final Path data;

    private MapTables(Engine engine, Path data) {
        this.engine = engine;
        this.data = data;
    }

    /** Writes {@code map_*.parquet} into the folder of the other tables. */
    public static void publish(Engine engine, Path data) {
        MapTables tables = new MapTables(engine, data);
        READ.forEach(name -> engine.attach("map_of_" + name, List.of(data.resolve(name + ".parquet"))));
        List<String> operators = tables.slots();
        tables.pack("places", "place_id", List.of("stars"));
        tables.pack("points", "point_id", List.of());
        tables.pack("bins", "line_id, bin", List.of());
        tables.places();
        tables.points();
        new MapStretches(engine, operators.size()).write("map_line_filled");
        tables.export("map_line", "SELECT * FROM map_line_filled ORDER BY level, " + BY_STRIP + "line_id, from_m");
        List.of("map_slot", "map_packed_places", "map_packed_points", "map_packed_bins", "map_line_filled")
                .forEach(engine::drop);
        READ.forEach(name -> engine.drop("map_of_" + name));
    }

    private void export(String name, String query) {
        engine.export(query, data.resolve(name + ".parquet"), GROUP_ROWS);
    }

    /** Gives every operator its bits; more operators than fit stay off the map. */
    private List<String> slots() {
        List<String> operators = new ArrayList<>(engine.list(
                "SELECT operator FROM map_of_places UNION SELECT operator FROM map_of_lines UNION SELECT DISTINCT"
                        + " operator FROM map_of_points ORDER BY 1",
                row -> row.text(0)));
        operators.sort((one, other) -> Boolean.compare(other.equals("ALL"), one.equals("ALL")));
        List<String> kept = operators.subList(0, Math.min(operators.size(), MapCode.MOST_OPERATORS));
        try (TableWriter out = engine.create(SLOT)) {
            for (int slot = 0; slot < kept.size(); slot++) {
                int shift = slot * MapCode.BITS;
                out.put(kept.get(slot)).put(shift).put(1L << shift).endRow();
            }
        }
        export("map_slot", "SELECT operator, shift FROM map_slot ORDER BY shift");
        return kept;
    }

    /** One row an object: v_any, v_4g, v_5g hold the codes of all operators; extra columns of small numbers likewise. */
    private void pack(String table, String key, List<String> extras) {
        boolean byRat = !table.equals("places");
        StringBuilder sql = new StringBuilder("SELECT " + key);
        if (byRat) {
            for (String rat : List.of("ANY", "4G", "5G")) {
                sql.append(sum("CASE WHEN rat = '" + rat + "' THEN code * weight ELSE 0 END"))
                        .append(" AS ")
                        .append(column(rat));
            }
        } else {
            sql.append(sum("code * weight")).append(" AS verdicts");
        }
        extras.forEach(
                extra -> sql.append(sum("COALESCE(" + extra + ", 0) * weight")).append(" AS " + extra));
        sql.append(" FROM (SELECT t.*, weight, " + MapCode.sql() + " AS code FROM map_of_" + table
                + " AS t JOIN map_slot AS s ON t.operator = s.operator) AS coded GROUP BY " + key);
        engine.materialise("map_packed_" + table, sql.toString());
    }

    private static String sum(String expression) {
        return ", CAST(SUM(" + expression + ") AS BIGINT)";
    }

    static String column(String rat) {
        return "v_" + rat.toLowerCase(java.util.Locale.ROOT);
    }

    private void places() {
        String positioned = "SELECT place_id, name, scenario, division_code, " + x("lon") + " AS x, " + y("lat")
                + " AS y FROM map_of_ledger_place";
        export(
                "map_place",
                "SELECT l.*, COALESCE(p.verdicts, 0) AS verdicts, COALESCE(p.stars, 0) AS stars FROM (" + positioned
                        + ") AS l LEFT JOIN map_packed_places AS p ON l.place_id = p.place_id ORDER BY " + BY_STRIP
                        + "l.place_id");
    }

    /** A point known by its chainage stands where the bin in its middle begins. */
    private void points() {
        String columns = "p.point_id, p.place_id, p.line_id, p.name, p.kind, p.scenario, ";
        String placed = "SELECT " + columns + "COALESCE(l.division_code, '') AS division_code, p.lon, p.lat"
                + " FROM map_of_ledger_point AS p LEFT JOIN map_of_ledger_place AS l ON p.place_id = l.place_id"
                + " WHERE p.lon IS NOT NULL";
        String along = "SELECT " + columns + "'' AS division_code, b.from_lon AS lon, b.from_lat AS lat"
                + " FROM map_of_ledger_point AS p JOIN map_of_ledger_bin AS b ON p.line_id = b.line_id"
                + " WHERE p.lon IS NULL AND (p.chainage_from_m + p.chainage_to_m) / 2 >= b.from_m"
                + " AND (p.chainage_from_m + p.chainage_to_m) / 2 < b.to_m";
        String positioned = "SELECT point_id, place_id, line_id, name, kind, scenario, division_code, " + x("lon")
                + " AS x, " + y("lat") + " AS y FROM (" + placed + " UNION ALL " + along + ") AS both_kinds";
        export(
                "map_point",
                "SELECT l.*, COALESCE(v.v_any, 0) AS v_any, COALESCE(v.v_4g, 0) AS v_4g, COALESCE(v.v_5g, 0) AS v_5g"
                        + " FROM (" + positioned + ") AS l LEFT JOIN map_packed_points AS v ON l.point_id = v.point_id"
                        + " ORDER BY " + BY_STRIP + "l.point_id");
    }

    /** {@link MapGrid#x} in SQL. */
    private static String x(String lon) {
        return "CAST(FLOOR((" + lon + " + 180) / 360 * " + MapGrid.WORLD + ") AS INT)";
    }

    /** {@link MapGrid#y} in SQL. */
    private static String y(String lat) {
        String radians =
                "RADIANS(LEAST(GREATEST(" + lat + ", -" + MapGrid.MOST_LAT_DEG + "), " + MapGrid.MOST_LAT_DEG + "))";
        return "CAST(FLOOR((1 - LN(TAN(" + radians + ") + 1 / COS(" + radians + ")) / PI()) / 2 * " + MapGrid.WORLD
                + ") AS INT)";
    }
}
