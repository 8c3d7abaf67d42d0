package org.signalup.web.internal.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.MapGrid;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.RowSamples;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Coverage samples, at the closest zoom: those with a position where they were taken, those with ids only around the key
 * point or bin they counted for. Of too many the first of each sixteenth of a file.
 */
final class SampleLayer {
    private static final int MOST = 3000;

    /** Samples around a target lie on a spiral so that none hides another: the angle of sunflower seeds. */
    private static final double SEED_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private static final double SEED_UNITS = 15;

    /** The first seeds lie outside the sign of the target. */
    private static final int SIGN_SEEDS = 10;

    private static final String COLUMNS = "s.file_no, s.row_no, s.rat, s.rsrp_mdbm";

    private final MapChoice choice;
    private final TileAddress tile;
    private final TileLayer layer = new TileLayer("samples");

    private SampleLayer(MapChoice choice, TileAddress tile) {
        this.choice = choice;
        this.tile = tile;
    }

    static TileLayer of(MapChoice choice, TileAddress tile) {
        SampleLayer samples = new SampleLayer(choice, tile);
        samples.whereTaken();
        if (anyWithoutPosition(choice.evaluation())) {
            samples.aroundTargets();
        }
        return samples.layer;
    }

    private record AnyWithoutPosition() {}

    private static boolean anyWithoutPosition(OpenEvaluation evaluation) {
        return evaluation.tables().has("match")
                && evaluation.keep(
                        new AnyWithoutPosition(),
                        () -> evaluation
                                        .tables()
                                        .number(
                                                "SELECT COUNT(*) FROM (SELECT 1 AS one FROM sample WHERE lon_e7 IS NULL LIMIT 1) AS probe")
                                > 0);
    }

    private void whereTaken() {
        GeoPoint corner = MapGrid.position(tile.west(), tile.north());
        GeoPoint opposite = MapGrid.position(tile.east(), tile.south());
        SqlWhere where = new SqlWhere()
                .and("s.lon_e7 >= ? AND s.lon_e7 < ?", corner.lonE7(), opposite.lonE7())
                .and("s.lat_e7 > ? AND s.lat_e7 <= ?", opposite.latE7(), corner.latE7())
                .and("s.rsrp_mdbm IS NOT NULL OR s.rat IN (0, 2, 3)");
        chosen(where);
        String sql = "SELECT s.lon_e7, s.lat_e7, " + COLUMNS + " FROM sample AS s" + where.sql()
                + " ORDER BY s.row_no % 16, s.file_no, s.row_no LIMIT " + MOST;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> {
                            GeoPoint at = new GeoPoint(row.getInt(0) / 1e7, row.getInt(1) / 1e7);
                            add(tile.tileX(MapGrid.x(at)), tile.tileY(MapGrid.y(at)), row, 2);
                        },
                        where.values());
    }

    /** The samples that count in the chosen row of the chosen operator. */
    private void chosen(SqlWhere where) {
        Filter filter = choice.filter();
        if (!filter.operator().equals(ResultRows.ALL)) {
            where.and("s.operator = ?", filter.operator());
        }
        where.and(RowSamples.sql(filter.rat(), "s"));
    }

    /** A target of the tile, with the samples shown around it so far. */
    private static final class Around {
        private final int x;
        private final int y;
        private int seeds = SIGN_SEEDS;

        Around(int x, int y) {
            this.x = x;
            this.y = y;
        }
    }

    private void aroundTargets() {
        Map<Integer, Around> targets = new LinkedHashMap<>();
        points(targets::put);
        bins(targets::put);
        if (targets.isEmpty()) {
            return;
        }
        SqlWhere counted = new SqlWhere().in("tid", targets.keySet());
        SqlWhere where = new SqlWhere().and("s.lon_e7 IS NULL");
        chosen(where);
        String sql = "SELECT m.tid, " + COLUMNS + " FROM (SELECT MIN(tid) AS tid, file_no, row_no FROM match"
                + counted.sql() + " GROUP BY file_no, row_no) AS m JOIN sample AS s ON m.file_no = s.file_no AND"
                + " m.row_no = s.row_no" + where.sql() + " ORDER BY s.row_no % 16, m.tid, s.file_no, s.row_no LIMIT "
                + MOST;
        choice.evaluation()
                .tables()
                .forEach(
                        sql,
                        row -> {
                            Around target = targets.get(row.getInt(0));
                            double radius = SEED_UNITS * Math.sqrt(target.seeds);
                            double angle = SEED_ANGLE * target.seeds++;
                            int x = (int) Math.round(target.x + radius * Math.cos(angle));
                            int y = (int) Math.round(target.y + radius * Math.sin(angle));
                            add(x, y, row, 1);
                        },
                        counted.values(where.values()));
    }

    private void points(BiConsumer<Integer, Around> found) {
        SqlWhere where = choice.points(new SqlWhere());
        tile.holds(where);
        Map<String, Around> byId = new LinkedHashMap<>();
        choice.evaluation()
                .tables()
                .forEach(
                        "SELECT point_id, x, y FROM map_point" + where.sql(),
                        row -> byId.put(row.text(0), around(row.getInt(1), row.getInt(2))),
                        where.values());
        SqlWhere named = new SqlWhere().in("point_id", byId.keySet()).and("tid IS NOT NULL");
        choice.evaluation()
                .tables()
                .forEach(
                        "SELECT tid, point_id FROM ledger_point" + named.sql(),
                        row -> found.accept(row.getInt(0), byId.get(row.text(1))),
                        named.values());
    }

    private void bins(BiConsumer<Integer, Around> found) {
        SqlWhere where = choice.lines(new SqlWhere().and("level = 0"));
        where.and("x >= ? AND x < ? AND y >= ? AND y < ?", tile.west(), tile.east(), tile.north(), tile.south());
        choice.evaluation()
                .tables()
                .forEach(
                        "SELECT b.tid, (l.x + l.max_x) // 2, (l.y + l.max_y) // 2 FROM (SELECT * FROM map_line"
                                + where.sql() + ") AS l JOIN ledger_bin AS b ON l.line_id = b.line_id AND l.from_m ="
                                + " b.from_m WHERE b.tid IS NOT NULL",
                        row -> found.accept(row.getInt(0), around(row.getInt(1), row.getInt(2))),
                        where.values());
    }

    private Around around(int gridX, int gridY) {
        return new Around(tile.tileX(gridX), tile.tileY(gridY));
    }

    private void add(int x, int y, Row row, int first) {
        Integer dbm = row.isNull(first + 3) ? null : Math.round(row.getInt(first + 3) / 1000f);
        String id = row.getInt(first) + ":" + row.getLong(first + 1);
        layer.point(x, y, "id", id, "rat", row.getInt(first + 2), "rsrp", dbm);
    }
}
