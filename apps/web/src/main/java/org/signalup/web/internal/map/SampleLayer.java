package org.signalup.web.internal.map;

import org.signalup.domain.RatRow;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/** Coverage samples with a position, at the closest zoom; where they lie dense, every n-th. */
final class SampleLayer {
    private static final int MOST = 3000;

    private SampleLayer() {}

    static TileLayer of(MapChoice choice, TileAddress tile) {
        TileLayer layer = new TileLayer("samples");
        GeoPoint corner = MapGrid.position(tile.west(), tile.north());
        GeoPoint opposite = MapGrid.position(tile.east(), tile.south());
        SqlWhere where = new SqlWhere()
                .and("lon_e7 >= ? AND lon_e7 < ?", corner.lonE7(), opposite.lonE7())
                .and("lat_e7 > ? AND lat_e7 <= ?", opposite.latE7(), corner.latE7())
                .and("rsrp_mdbm IS NOT NULL OR rat IN (0, 2, 3)");
        Filter filter = choice.filter();
        if (!filter.operator().equals(Filter.ALL)) {
            where.and("operator = ?", filter.operator());
        }
        if (filter.rat() != RatRow.ANY) {
            where.and("rat = ?", filter.rat().number());
        }
        String sql = "SELECT lon_e7, lat_e7, file_no, row_no, rat, rsrp_mdbm FROM sample" + where.sql()
                + " ORDER BY row_no % 16, file_no, row_no LIMIT " + MOST;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> {
                            GeoPoint at = new GeoPoint(row.getInt(0) / 1e7, row.getInt(1) / 1e7);
                            layer.point(
                                    tile.tileX(MapGrid.x(at)),
                                    tile.tileY(MapGrid.y(at)),
                                    "id",
                                    row.getInt(2) + ":" + row.getLong(3),
                                    "rat",
                                    row.getInt(4),
                                    "rsrp",
                                    row.isNull(5) ? null : Math.round(row.getInt(5) / 1000f));
                        },
                        where.values());
        return layer;
    }
}
