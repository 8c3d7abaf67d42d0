package org.signalup.web.internal.map;

import org.signalup.domain.Text;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.site.PageFailure;
import org.signalup.web.internal.site.SqlWhere;

/** Zoom, column and row of a tile. */
record TileAddress(int z, int x, int y) {
    /** The closest zoom with tiles of its own: one unit of a tile is one unit of {@link MapGrid}. Closer is enlarged. */
    static final int CLOSEST = 16;

    /** @throws PageFailure 400 for what is no number, 404 for a tile that does not exist */
    static TileAddress of(String z, String x, String y) {
        TileAddress address = new TileAddress(number(z), number(x), number(y));
        if (address.z > CLOSEST || address.x >= 1 << address.z || address.y >= 1 << address.z) {
            throw PageFailure.notFound(Text.of("没有这块地图", "There is no such tile"));
        }
        return address;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw PageFailure.badRequest(Text.of("地图块的编号应为非负整数", "Numbers of a tile are whole and not negative"));
        }
        return Integer.parseInt(text);
    }

    int size() {
        return MapGrid.WORLD >> z;
    }

    int west() {
        return x * size();
    }

    int north() {
        return y * size();
    }

    /** East border, the first unit outside. */
    int east() {
        return west() + size();
    }

    int south() {
        return north() + size();
    }

    /** Units of {@link MapGrid} to units of this tile. */
    int tileX(int gridX) {
        return (gridX - west()) >> (CLOSEST - z);
    }

    int tileY(int gridY) {
        return (gridY - north()) >> (CLOSEST - z);
    }

    /** Adds: the position in columns x and y lies in this tile. */
    void holds(SqlWhere where) {
        where.and("x >= ? AND x < ? AND y >= ? AND y < ?", west(), east(), north(), south());
    }
}
