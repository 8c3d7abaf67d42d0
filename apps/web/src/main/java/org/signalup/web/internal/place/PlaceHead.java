package org.signalup.web.internal.place;

import java.util.List;
import java.util.OptionalInt;
import org.signalup.domain.Text;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Operators;
import org.signalup.web.internal.site.PageFailure;

/** A place as the ledger has it; an unknown text is empty. */
public record PlaceHead(
        String id,
        String name,
        String scenario,
        String category,
        String divisionCode,
        double lonDeg,
        double latDeg,
        String address,
        String owner,
        String department,
        OptionalInt targetYear,
        List<String> operators,
        String reportedDone) {
    /** The place with this id, or 404. */
    public static PlaceHead of(OpenEvaluation evaluation, String id) {
        return evaluation
                .tables()
                .find(
                        """
                        SELECT place_id, name, scenario, category, division_code, lon, lat, address, owner, department, target_year,
                          operators, reported_done FROM ledger_place WHERE place_id = ?""",
                        row -> new PlaceHead(
                                row.text(0),
                                row.findText(1).filter(name -> !name.isEmpty()).orElse(id),
                                row.text(2),
                                row.findText(3).orElse(""),
                                row.findText(4).orElse(""),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.findText(7).orElse(""),
                                row.findText(8).orElse(""),
                                row.findText(9).orElse(""),
                                row.findInt(10),
                                Operators.of(row.text(11), evaluation.reach()),
                                row.findText(12).orElse("")),
                        id)
                .orElseThrow(() -> PageFailure.notFound(
                        Text.of("本批次的台账里没有这个场所：" + id, "The ledger of this evaluation has no such place: " + id)));
    }

    public boolean obliged(String operator) {
        return operators.contains(operator);
    }
}
