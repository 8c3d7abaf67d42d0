package org.signalup.web.internal.crowd;

import java.util.Comparator;
import java.util.List;
import org.signalup.domain.Coded;
import org.signalup.domain.Source;
import org.signalup.evaluate.ResultRows.CrowdRow;
import org.signalup.standards.CrowdRule;
import org.signalup.web.internal.catalog.OpenEvaluation;

/** The rows of {@code crowd_filters}, in the order rules are asked; none in evaluations made before there were any. */
final class CrowdRows {
    private CrowdRows() {}

    private record Rows() {}

    static List<CrowdRow> of(OpenEvaluation evaluation) {
        return evaluation.keep(new Rows(), () -> read(evaluation));
    }

    private static List<CrowdRow> read(OpenEvaluation evaluation) {
        if (!evaluation.tables().has("crowd_filters")) {
            return List.of();
        }
        return evaluation
                .tables()
                .list(
                        "SELECT rule, source, operator, looked_at, caught, device_days, targets, dl_tests, mean_dl_mbps,"
                                + " mean_dl_otherwise_mbps FROM crowd_filters",
                        row -> new CrowdRow(
                                CrowdRule.valueOf(row.text(0)),
                                Coded.find(Source.class, row.text(1)).orElseThrow(),
                                row.text(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.findDouble(8),
                                row.findDouble(9)))
                .stream()
                .sorted(Comparator.comparing(CrowdRow::rule)
                        .thenComparing(CrowdRow::source)
                        .thenComparing(CrowdRow::operator))
                .toList();
    }
}
