package org.signalup.web.internal.map;

import org.signalup.web.internal.site.SqlWhere;

/** Key points of a tile, at close zoom. */
final class PointLayer {
    static final int FROM_ZOOM = 13;
    private static final int NAMES = 15;

    private PointLayer() {}

    static TileLayer of(MapChoice choice, TileAddress tile) {
        TileLayer layer = new TileLayer("points");
        SqlWhere where = choice.points(new SqlWhere());
        tile.holds(where);
        choice.judged(where, choice.code());
        new SpotLayer(choice, tile, "map_point", "point_id", choice.code(), "0").addTo(layer, where, tile.z() >= NAMES);
        return layer;
    }
}
