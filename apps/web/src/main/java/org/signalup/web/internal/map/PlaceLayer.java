package org.signalup.web.internal.map;

import org.signalup.web.internal.site.SqlWhere;

/** Places of a tile, gathered by squares from afar. */
final class PlaceLayer {
    /** An evaluation with fewer places shows each of them at every zoom. */
    private static final long FEW = 1500;

    /** From here on every place is shown, with its name. */
    private static final int CLOSE = 11;

    private PlaceLayer() {}

    static TileLayer of(MapChoice choice, TileAddress tile, long placesInAll) {
        TileLayer layer = new TileLayer("places");
        SqlWhere where = choice.places(new SqlWhere());
        tile.holds(where);
        choice.judged(where, choice.placeCode());
        SpotLayer spots = new SpotLayer(
                choice, tile, "map_place", "place_id", choice.placeCode(), Slots.code("stars", choice.shift()));
        if (tile.z() < CLOSE && placesInAll > FEW) {
            spots.addSquaresTo(layer, where);
        } else {
            spots.addTo(layer, where, tile.z() >= CLOSE);
        }
        return layer;
    }
}
