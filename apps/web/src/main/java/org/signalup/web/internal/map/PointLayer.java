package org.signalup.web.internal.map;

import org.signalup.web.internal.site.SqlWhere;

/** Key points of a tile, at close zoom. */
final class PointLayer {
    static final int FROM_ZOOM = 13;
    private static final int NAMES = 15;
    private static final int MOST = 4000;

    private PointLayer() {}

    static TileLayer of(MapChoice choice, TileAddress tile) {
        TileLayer layer = new TileLayer("points");
        SqlWhere where = choice.points(new SqlWhere());
        tile.holds(where);
        choice.judged(where, choice.code());
        String sql = "SELECT x, y, point_id, " + choice.code() + ", " + (tile.z() >= NAMES ? "name" : "NULL")
                + " FROM map_point" + where.sql() + " LIMIT " + MOST;
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
                                "name",
                                row.text(4)),
                        where.values());
        return layer;
    }
}
