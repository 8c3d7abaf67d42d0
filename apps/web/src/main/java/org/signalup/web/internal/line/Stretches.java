package org.signalup.web.internal.line;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.SqlWhere;

/** Verdicts of a line and of its sections. */
public final class Stretches {
    private static final String LENGTHS =
            "operator, rat, length_m, judged_m, passed_m, retest_m, failed_m, ratio, ratio_low, ratio_high, longest_gap_m,"
                    + " verdict, evidence";

    private Stretches() {}

    /** A section with its place on the line and the verdicts of each operator. */
    public record Section(
            String id, String name, String divisionCode, double fromM, double toM, List<LineRow> verdicts) {}

    /** Every operator's row of these lines. */
    static List<LineRow> ofLines(OpenEvaluation evaluation, Collection<String> lineIds, RatRow rat) {
        SqlWhere where = new SqlWhere().in("line_id", lineIds).and("rat = ?", rat.code());
        return evaluation
                .tables()
                .list(
                        "SELECT line_id, '' AS section_id, " + LENGTHS + ", stars, stars_reason FROM lines"
                                + where.sql() + " ORDER BY line_id, operator",
                        Stretches::row,
                        where.values());
    }

    static List<Section> sections(OpenEvaluation evaluation, String lineId, RatRow rat) {
        List<LineRow> verdicts = evaluation
                .tables()
                .list(
                        "SELECT line_id, section_id, " + LENGTHS
                                + ", CAST(NULL AS INT) AS stars, '' AS stars_reason FROM sections WHERE line_id = ? AND rat = ? ORDER BY"
                                + " section_id, operator",
                        Stretches::row,
                        lineId,
                        rat.code());
        return evaluation
                .tables()
                .list(
                        "SELECT section_id, name, division_code, from_m, to_m FROM ledger_section WHERE line_id = ? ORDER BY"
                                + " from_m, section_id",
                        row -> {
                            String id = row.text(0);
                            return new Section(
                                    id,
                                    row.findText(1)
                                            .filter(name -> !name.isEmpty())
                                            .orElse(id),
                                    row.findText(2).orElse(""),
                                    row.getDouble(3),
                                    row.getDouble(4),
                                    verdicts.stream()
                                            .filter(verdict -> verdict.sectionId()
                                                    .filter(id::equals)
                                                    .isPresent())
                                            .toList());
                        },
                        lineId);
    }

    static LineRow row(Row row) {
        return new LineRow(
                row.text(0),
                Optional.of(row.text(1)).filter(id -> !id.isEmpty()),
                row.text(2),
                Coded.find(RatRow.class, row.text(3)).orElseThrow(),
                mm(row, 4),
                mm(row, 5),
                mm(row, 6),
                mm(row, 7),
                mm(row, 8),
                row.findDouble(9),
                row.findDouble(10),
                row.findDouble(11),
                mm(row, 12),
                Coded.find(Verdict.class, row.text(13)).orElseThrow(),
                row.findText(14).flatMap(code -> Coded.find(Evidence.class, code)),
                row.findInt(15),
                row.findText(16).orElse(""));
    }

    private static long mm(Row row, int column) {
        return row.isNull(column) ? 0 : Math.round(row.getDouble(column) * 1000);
    }
}
