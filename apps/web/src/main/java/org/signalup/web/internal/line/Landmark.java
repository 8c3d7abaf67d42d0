package org.signalup.web.internal.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.RatRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Measures;
import org.signalup.web.internal.site.SqlWhere;

/**
 * A key point of a line — station, tunnel, bridge, toll station — on its chainage; a point with a position only stands at
 * the nearest bin.
 */
public record Landmark(
        String id, String name, String kind, double fromM, double toM, Map<String, Measures> byOperator) {
    private static final String POSITIONS = """
            SELECT p.point_id, p.name, p.kind, COALESCE(p.chainage_from_m, n.at_m) AS from_m, COALESCE(p.chainage_to_m, n.at_m) AS to_m
            FROM ledger_point AS p LEFT JOIN (
              SELECT q.point_id, ARG_MIN((b.from_m + b.to_m) / 2, POWER((b.from_lon + b.to_lon) / 2 - q.lon, 2) * POWER(COS(RADIANS(q.lat)), 2)
                + POWER((b.from_lat + b.to_lat) / 2 - q.lat, 2)) AS at_m
              FROM ledger_point AS q JOIN ledger_bin AS b ON q.line_id = b.line_id
              WHERE q.line_id = ? AND b.line_id = ? AND q.chainage_from_m IS NULL AND q.lon IS NOT NULL GROUP BY q.point_id) AS n
              ON p.point_id = n.point_id
            WHERE p.line_id = ? AND COALESCE(p.chainage_from_m, n.at_m) IS NOT NULL ORDER BY from_m, p.point_id""";

    static List<Landmark> list(OpenEvaluation evaluation, String lineId, RatRow rat) {
        List<Landmark> found = evaluation
                .tables()
                .list(
                        POSITIONS,
                        row -> new Landmark(
                                row.text(0),
                                row.findText(1).filter(name -> !name.isEmpty()).orElse(row.text(0)),
                                row.text(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                new HashMap<>()),
                        lineId,
                        lineId,
                        lineId);
        Map<String, Landmark> byId = new HashMap<>();
        found.forEach(landmark -> byId.put(landmark.id(), landmark));
        SqlWhere where = new SqlWhere().among("point_id", byId.keySet()).and("rat = ?", rat.code());
        evaluation
                .tables()
                .forEach(
                        "SELECT point_id, operator, " + Measures.POINT + " FROM points" + where.sql(),
                        row -> byId.get(row.text(0)).byOperator().put(row.text(1), Measures.ofPoint(row, 2)),
                        where.values());
        return found;
    }
}
