package org.signalup.web.internal.place;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Text;
import org.signalup.standards.Standard;
import org.signalup.standards.Standard.CoverageRule;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.PageFailure;

/**
 * A key point as the ledger has it.
 *
 * @param exemptReason why it is left out; then it has no target number
 * @param rule what it is judged by
 */
public record PlacePoint(
        String id,
        String name,
        String kind,
        OptionalDouble radiusM,
        boolean indoor,
        OptionalInt floor,
        Optional<String> exemptReason,
        OptionalInt tid,
        CoverageRule rule) {
    /** Those of a list with this id, all for an empty one; 404 if there is none. */
    public static List<PlacePoint> chosen(List<PlacePoint> points, String id) {
        List<PlacePoint> chosen = points.stream()
                .filter(point -> id.isEmpty() || point.id().equals(id))
                .toList();
        if (chosen.isEmpty() && !id.isEmpty()) {
            throw PageFailure.notFound(Text.of("这个场所没有这个点位：" + id, "The place has no such point: " + id));
        }
        return chosen;
    }

    public static List<PlacePoint> list(OpenEvaluation evaluation, String placeId) {
        Standard standard = evaluation.standard();
        return evaluation
                .tables()
                .list(
                        """
                        SELECT point_id, name, kind, radius_m, indoor, floor, exempt_reason, tid, scenario FROM ledger_point
                        WHERE place_id = ? ORDER BY point_id""",
                        row -> new PlacePoint(
                                row.text(0),
                                row.findText(1).filter(name -> !name.isEmpty()).orElse(row.text(0)),
                                row.text(2),
                                row.findDouble(3),
                                !row.isNull(4) && row.getBoolean(4),
                                row.findInt(5),
                                row.findText(6).filter(reason -> !reason.isEmpty()),
                                row.findInt(7),
                                standard.pointRule(row.text(8), row.text(2))),
                        placeId);
    }
}
