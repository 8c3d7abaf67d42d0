package org.signalup.web.internal.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Counts;

/** What is worst: where most places fail, and the longest stretch without service. */
public record Worst(Optional<Sum> scenario, Optional<Sum> region, Optional<Sum> operator, Optional<Gap> gap) {
    private static final String LONGEST = """
            SELECT s.line_id, l.name, MAX(s.longest_gap_m) AS gap_m FROM lines AS s JOIN ledger_line AS l ON s.line_id = l.line_id
            WHERE s.operator = ? AND s.rat = 'ANY' AND s.longest_gap_m > 0
              AND EXISTS (SELECT 1 FROM ledger_section AS c WHERE c.line_id = s.line_id AND substring(c.division_code, 1, ?) = ?)
            GROUP BY s.line_id, l.name ORDER BY gap_m DESC, s.line_id LIMIT 1""";

    /** A code with its counts. */
    public record Sum(String code, Counts counts) {}

    /** The longest failing stretch of a line. */
    public record Gap(String lineId, String name, double lengthM) {}

    static Worst of(OpenEvaluation evaluation, RegionScope scope, PlaceCells cells, String operator) {
        PlaceCells own = cells.of(operator);
        return new Worst(
                mostFailing(own.by(PlaceCells.Cell::scenario)),
                scope.childLength() == 0 ? Optional.empty() : mostFailing(own.byChild()),
                mostFailing(cells.where(cell -> evaluation.names().operators().contains(cell.operator()))
                        .by(PlaceCells.Cell::operator)),
                evaluation
                        .tables()
                        .find(
                                LONGEST,
                                row -> new Gap(row.text(0), row.text(1), row.getDouble(2)),
                                operator,
                                scope.prefix().length(),
                                scope.prefix()));
    }

    private static Optional<Sum> mostFailing(Map<String, Counts> sums) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue().failed() > 0)
                .map(entry -> new Sum(entry.getKey(), entry.getValue()))
                .max(Comparator.comparingDouble((Sum sum) -> sum.counts().failed())
                        .thenComparing(Sum::code, Comparator.reverseOrder()));
    }

    public boolean none() {
        return List.of(scenario, region, operator, gap).stream().allMatch(Optional::isEmpty);
    }
}
