package org.signalup.web.internal.map;

import java.util.List;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Places or key points of a tile: one by one when there are few, else gathered by squares with the number of each verdict,
 * so that nothing is left out. A square of one is the thing itself.
 *
 * @param table {@code map_place} or {@code map_point}
 * @param id column of its ids
 * @param code SQL for the chosen verdict
 * @param stars SQL for the stars; {@code 0} without
 */
record SpotLayer(MapChoice choice, TileAddress tile, String table, String id, String code, String stars) {
    /** More in one tile would be a heap of signs, and a slow one. */
    private static final int MOST = 2000;

    /** A square is a sixteenth of a tile wide. */
    private static final int SQUARES_LOG2 = 4;

    /** Bits of a position on the grid. */
    private static final int GRID_LOG2 = 28;

    private record Spot(int x, int y, String id, int code, Integer stars, String name) {}

    /** Adds one by one, or by squares if that would be too many. */
    void addTo(TileLayer layer, SqlWhere where, boolean named) {
        String sql = "SELECT x, y, " + id + ", " + code + ", " + stars + ", "
                + (named ? "name" : "CAST(NULL AS VARCHAR)") + " FROM " + table + where.sql() + " LIMIT " + (MOST + 1);
        List<Spot> spots = choice.evaluation()
                .tables()
                .list(
                        sql,
                        row -> new Spot(
                                tile.tileX(row.getInt(0)),
                                tile.tileY(row.getInt(1)),
                                row.text(2),
                                row.getInt(3),
                                row.getInt(4) == 0 ? null : row.getInt(4),
                                row.text(5)),
                        where.values());
        if (spots.size() > MOST) {
            addSquaresTo(layer, where);
        } else {
            spots.forEach(spot ->
                    layer.point(spot.x, spot.y, "id", spot.id, "c", spot.code, "s", spot.stars, "name", spot.name));
        }
    }

    /** Adds the squares of the tile that hold something. */
    void addSquaresTo(TileLayer layer, SqlWhere where) {
        int bits = GRID_LOG2 - tile.z() - SQUARES_LOG2;
        String sql = "SELECT CAST(AVG(x) AS INT), CAST(AVG(y) AS INT), COUNT(*), "
                + sum("code >= 9") + sum("code BETWEEN 4 AND 5") + sum("code BETWEEN 6 AND 8")
                + "MAX(code), MAX(stars), MIN(id) FROM (SELECT x, y, " + id + " AS id, " + code + " AS code, " + stars
                + " AS stars FROM " + table + where.sql() + ") AS here GROUP BY x >> " + bits + ", y >> " + bits;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> {
                            int x = tile.tileX(row.getInt(0));
                            int y = tile.tileY(row.getInt(1));
                            if (row.getLong(2) == 1) {
                                Integer shown = row.getInt(7) == 0 ? null : row.getInt(7);
                                layer.point(x, y, "id", row.text(8), "c", row.getInt(6), "s", shown);
                            } else {
                                layer.point(
                                        x,
                                        y,
                                        "n",
                                        row.getLong(2),
                                        "pass",
                                        row.getLong(3),
                                        "retest",
                                        row.getLong(4),
                                        "fail",
                                        row.getLong(5));
                            }
                        },
                        where.values());
    }

    /** The codes of {@link org.signalup.evaluate.MapCode}: 4 and 5 suspected, 6 to 8 failing, from 9 passing. */
    private static String sum(String condition) {
        return "CAST(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END) AS BIGINT), ";
    }
}
