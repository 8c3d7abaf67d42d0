package org.signalup.web.internal.map;

import org.signalup.web.internal.site.SqlWhere;

/** Lines of a tile: bin by bin at close zoom, joined stretches from afar. */
final class StretchLayer {
    private static final int MOST = 12_000;

    private StretchLayer() {}

    /** The level of {@code map_line} a zoom shows: its pieces are some pixels long. */
    static int level(int zoom) {
        if (zoom >= 12) {
            return 0;
        }
        if (zoom >= 9) {
            return 1;
        }
        return zoom >= 6 ? 2 : 3;
    }

    static TileLayer of(MapChoice choice, TileAddress tile) {
        TileLayer layer = new TileLayer("lines");
        SqlWhere where = new SqlWhere().and("level = ?", level(tile.z()));
        where.and(
                "max_x >= ? AND x < ? AND max_y >= ? AND y < ?", tile.west(), tile.east(), tile.north(), tile.south());
        choice.judged(choice.lines(where), choice.code());
        String failing = Slots.column(choice.filter().rat()).replace('v', 'f');
        String sql =
                "SELECT line_id, CAST(from_m AS INT), CAST(to_m AS INT), path, " + choice.code() + ", CAST((" + failing
                        + " >> " + choice.slots().number(choice.filter().operator()) + ") & 1 AS INT) FROM map_line"
                        + where.sql() + " LIMIT " + MOST;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> layer.line(
                                positions(row.text(3), tile),
                                "id",
                                row.text(0),
                                "from",
                                row.getInt(1),
                                "to",
                                row.getInt(2),
                                "c",
                                row.getInt(4),
                                "f",
                                row.getInt(5) == 0 ? null : 1),
                        where.values());
        return layer;
    }

    /** The steps of a path as positions in the tile. */
    private static int[] positions(String path, TileAddress tile) {
        String[] steps = path.split(" ");
        int[] positions = new int[steps.length];
        int x = 0;
        int y = 0;
        for (int i = 0; i < steps.length; i += 2) {
            x += Integer.parseInt(steps[i]);
            y += Integer.parseInt(steps[i + 1]);
            positions[i] = tile.tileX(x);
            positions[i + 1] = tile.tileY(y);
        }
        return positions;
    }
}
