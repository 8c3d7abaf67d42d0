package org.signalup.web.internal.line;

import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.domain.Text;
import org.signalup.standards.Standard.LineRule;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Operators;
import org.signalup.web.internal.site.PageFailure;

/** A line as the ledger has it; an unknown text is empty. */
public record LineHead(
        String id,
        String name,
        LineKind kind,
        String grade,
        List<String> divisionCodes,
        List<String> operators,
        double lengthM,
        String reportedDone,
        LineRule rule) {
    /** The line with this id, or 404. */
    public static LineHead of(OpenEvaluation evaluation, String id) {
        return evaluation
                .tables()
                .find(
                        """
                        SELECT line_id, name, kind, grade, division_codes, operators, length_m, reported_done FROM ledger_line
                        WHERE line_id = ?""",
                        row -> {
                            LineKind kind =
                                    Coded.find(LineKind.class, row.text(2)).orElseThrow();
                            String grade = row.findText(3).orElse("");
                            return new LineHead(
                                    row.text(0),
                                    row.findText(1)
                                            .filter(name -> !name.isEmpty())
                                            .orElse(id),
                                    kind,
                                    grade,
                                    Operators.of(row.text(4)),
                                    Operators.of(row.text(5), evaluation.reach()),
                                    row.getDouble(6),
                                    row.findText(7).orElse(""),
                                    evaluation.standard().lineRule(kind, grade));
                        },
                        id)
                .orElseThrow(() -> PageFailure.notFound(
                        Text.of("本批次的台账里没有这条线路：" + id, "The ledger of this evaluation has no such line: " + id)));
    }
}
