package org.signalup.web.internal.map;

import org.signalup.evaluate.MapCode;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Places of a tile: one by one when there are few or the map is close, else gathered by squares with the number of each
 * verdict. A square of one is the place itself.
 */
final class PlaceLayer {
    /** An evaluation with fewer places shows each of them at every zoom. */
    private static final long FEW = 1500;

    /** From here on every place is shown. */
    private static final int CLOSE = 11;

    private static final int NAMES = 12;
    private static final int MOST = 4000;
    /** A square is a sixteenth of a tile wide. */
    private static final int SQUARES_LOG2 = 4;

    private PlaceLayer() {}

    static TileLayer of(MapChoice choice, TileAddress tile, long placesInAll) {
        TileLayer layer = new TileLayer("places");
        SqlWhere where = choice.places(new SqlWhere());
        tile.holds(where);
        choice.judged(where, choice.placeCode());
        if (tile.z() < CLOSE && placesInAll > FEW) {
            squares(layer, choice, tile, where);
        } else {
            single(layer, choice, tile, where);
        }
        return layer;
    }

    private static void single(TileLayer layer, MapChoice choice, TileAddress tile, SqlWhere where) {
        String name = tile.z() >= NAMES || tile.z() >= CLOSE ? "name" : "NULL";
        String sql = "SELECT x, y, place_id, " + choice.placeCode() + ", " + Slots.code("stars", choice.shift()) + ", "
                + name + " FROM map_place" + where.sql() + " LIMIT " + MOST;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> layer.point(
                                tile.tileX(row.getInt(0)),
                                tile.tileY(row.getInt(1)),
                                "id",
                                row.text(2),
                                "c",
                                row.getInt(3),
                                "s",
                                row.getInt(4) == 0 ? null : row.getInt(4),
                                "name",
                                row.text(5)),
                        where.values());
    }

    private static void squares(TileLayer layer, MapChoice choice, TileAddress tile, SqlWhere where) {
        int bits = 28 - tile.z() - SQUARES_LOG2;
        String sql = "SELECT CAST(AVG(x) AS INT), CAST(AVG(y) AS INT), COUNT(*), "
                + sum("code >= 9") + sum("code BETWEEN 4 AND 5") + sum("code BETWEEN 6 AND 8")
                + "MAX(code), MAX(stars), MIN(place_id) FROM (SELECT x, y, place_id, " + choice.placeCode()
                + " AS code, " + Slots.code("stars", choice.shift()) + " AS stars FROM map_place" + where.sql()
                + ") AS here GROUP BY x >> " + bits + ", y >> " + bits;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> {
                            int x = tile.tileX(row.getInt(0));
                            int y = tile.tileY(row.getInt(1));
                            if (row.getLong(2) == 1) {
                                Integer stars = row.getInt(7) == 0 ? null : row.getInt(7);
                                layer.point(x, y, "id", row.text(8), "c", row.getInt(6), "s", stars);
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

    /** The codes of {@link MapCode}: 4 and 5 suspected, 6 to 8 failing, from 9 passing. */
    private static String sum(String condition) {
        return "CAST(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END) AS BIGINT), ";
    }
}
