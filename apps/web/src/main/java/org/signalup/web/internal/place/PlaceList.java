package org.signalup.web.internal.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.Reach;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultTables;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.result.Operators;
import org.signalup.web.internal.site.Paging;
import org.signalup.web.internal.site.SqlWhere;

/** One page of a list of places. */
public record PlaceList(Paging paging, List<Line> lines) {
    private static final String JOIN = " JOIN ledger_place AS l ON p.place_id = l.place_id";

    /** The verdict of one operator at a place. */
    public record Mark(String operator, boolean obliged, Verdict verdict, Optional<Evidence> evidence) {}

    /**
     * A place in the list; points, score and stars are those of the chosen operator.
     *
     * @param reportedDone day, or empty
     */
    public record Line(
            String id,
            String name,
            String scenario,
            String divisionCode,
            List<String> operators,
            String reportedDone,
            Verdict verdict,
            Optional<Evidence> evidence,
            int points,
            int pointsPassed,
            OptionalDouble score,
            OptionalInt stars,
            List<Mark> marks) {
        /** Obliged operators that pass: the n of n/m 家达标. */
        public long passing() {
            return marks.stream()
                    .filter(mark -> mark.obliged() && mark.verdict() == Verdict.PASS)
                    .count();
        }
    }

    private record Key(PlaceChoice choice, int page) {}

    static PlaceList of(OpenEvaluation evaluation, PlaceChoice choice, int page) {
        return evaluation.keep(new Key(choice, page), () -> read(evaluation, choice, page));
    }

    /** The ledger is joined to all places only where the choice needs it, else to those shown. */
    private static PlaceList read(OpenEvaluation evaluation, PlaceChoice choice, int page) {
        ResultTables tables = evaluation.tables();
        SqlWhere where = choice.where(evaluation);
        String filtered = " FROM places AS p" + (where.about("l") ? JOIN : "") + where.sql();
        Paging paging = Paging.of(page, tables.number("SELECT COUNT(*)" + filtered, where.values()));
        String order = " ORDER BY " + choice.order().sql();
        String chosen =
                " FROM places AS p" + (where.about("l") || choice.order().byLedger() ? JOIN : "") + where.sql();
        List<Line> bare = tables.list(
                "SELECT l.place_id, l.name, l.scenario, l.division_code, l.operators, l.reported_done, p.verdict,"
                        + " p.evidence, p.points, p.points_passed, p.score, p.stars FROM (SELECT p.*" + chosen + order
                        + " LIMIT ? OFFSET ?) AS p" + JOIN + order,
                row -> line(row, evaluation.reach()),
                where.values(paging.size(), paging.offset()));
        return new PlaceList(paging, marked(evaluation, bare));
    }

    private static Line line(Row row, Reach reach) {
        return new Line(
                row.text(0),
                row.findText(1).orElse(""),
                row.text(2),
                row.findText(3).orElse(""),
                Operators.of(row.text(4), reach),
                row.findText(5).orElse(""),
                Coded.find(Verdict.class, row.text(6)).orElseThrow(),
                row.findText(7).flatMap(code -> Coded.find(Evidence.class, code)),
                row.getInt(8),
                row.getInt(9),
                row.findDouble(10),
                row.findInt(11),
                new ArrayList<>());
    }

    /** Adds the verdicts of every operator. */
    private static List<Line> marked(OpenEvaluation evaluation, List<Line> lines) {
        Map<String, Line> byId = new HashMap<>();
        lines.forEach(line -> byId.put(line.id(), line));
        SqlWhere where = new SqlWhere().among("place_id", byId.keySet()).and("operator <> ?", ResultRows.ALL);
        evaluation
                .tables()
                .forEach(
                        "SELECT place_id, operator, verdict, evidence FROM places" + where.sql()
                                + " ORDER BY place_id, operator",
                        row -> {
                            Line line = byId.get(row.text(0));
                            line.marks()
                                    .add(new Mark(
                                            row.text(1),
                                            line.operators().contains(row.text(1)),
                                            Coded.find(Verdict.class, row.text(2))
                                                    .orElseThrow(),
                                            row.findText(3).flatMap(code -> Coded.find(Evidence.class, code))));
                        },
                        where.values());
        List<String> order = evaluation.names().operators();
        lines.forEach(line -> line.marks().sort(Comparator.comparing(mark -> order.indexOf(mark.operator()))));
        return lines;
    }
}
