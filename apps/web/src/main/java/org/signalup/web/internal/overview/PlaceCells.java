package org.signalup.web.internal.overview;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Counts;

/** The places of a region counted once in every way the overview asks: few cells, so that all its tables agree. */
public final class PlaceCells {
    /**
     * @param child code of the region directly below
     * @param reported reported done by the day the evaluation speaks of
     */
    public record Cell(String scenario, String operator, String child, boolean reported, Counts counts) {}

    private static final String SQL = """
            SELECT scenario, operator, child, reported, verdict, evidence, COUNT(*) AS n FROM (
              SELECT l.scenario, p.operator, substring(l.division_code, 1, ?) AS child,
                CASE WHEN l.reported_done IS NOT NULL AND l.reported_done <= ? THEN 1 ELSE 0 END AS reported,
                p.verdict, COALESCE(p.evidence, '') AS evidence
              FROM places AS p JOIN ledger_place AS l ON p.place_id = l.place_id
              WHERE substring(l.division_code, 1, ?) = ?) AS c
            GROUP BY scenario, operator, child, reported, verdict, evidence""";

    private final List<Cell> cells;

    private PlaceCells(List<Cell> cells) {
        this.cells = cells;
    }

    private record Key(RegionScope scope) {}

    /** The places of a region of an evaluation, counted once. */
    public static PlaceCells of(OpenEvaluation evaluation, RegionScope scope) {
        return evaluation.keep(new Key(scope), () -> count(evaluation, scope));
    }

    private static PlaceCells count(OpenEvaluation evaluation, RegionScope scope) {
        return new PlaceCells(evaluation
                .tables()
                .list(
                        SQL,
                        PlaceCells::cell,
                        scope.childLength(),
                        evaluation.today(),
                        scope.prefix().length(),
                        scope.prefix()));
    }

    private static Cell cell(Row row) {
        return new Cell(
                row.text(0),
                row.text(1),
                row.text(2),
                row.getInt(3) == 1,
                Counts.of(
                        Coded.find(Verdict.class, row.text(4)).orElseThrow(),
                        Coded.find(Evidence.class, row.text(5)).orElse(Evidence.C),
                        row.getDouble(6)));
    }

    public PlaceCells where(Predicate<Cell> condition) {
        return new PlaceCells(cells.stream().filter(condition).toList());
    }

    public PlaceCells of(String operator) {
        return where(cell -> cell.operator().equals(operator));
    }

    public Counts total() {
        return cells.stream().map(Cell::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** Sums by one of a cell's words, in code order. */
    public Map<String, Counts> by(Function<Cell, String> word) {
        Map<String, Counts> sums = new TreeMap<>();
        cells.forEach(cell -> sums.merge(word.apply(cell), cell.counts(), Counts::plus));
        return sums;
    }

    /** Sums by region below, the most failing first. */
    Map<String, Counts> byChild() {
        Map<String, Counts> ordered = new LinkedHashMap<>();
        by(Cell::child).entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Counts> entry) ->
                                -entry.getValue().failed())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
