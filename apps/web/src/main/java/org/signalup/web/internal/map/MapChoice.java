package org.signalup.web.internal.map;

import java.util.List;
import org.signalup.evaluate.MapCode;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/** What a filter means for the map tables of an evaluation. */
record MapChoice(OpenEvaluation evaluation, Slots slots, Filter filter) {
    static MapChoice of(OpenEvaluation evaluation, Filter filter) {
        Slots slots = Slots.of(evaluation);
        slots.shift(filter.operator());
        return new MapChoice(evaluation, slots, filter);
    }

    int shift() {
        return slots.shift(filter.operator());
    }

    /** SQL for the code of the chosen operator over all networks: places are judged by the rule of the standard. */
    String placeCode() {
        return Slots.code("verdicts", shift());
    }

    /** SQL for the code of the chosen operator and network in a table of points or stretches. */
    String code() {
        return Slots.code(Slots.column(filter.rat()), shift());
    }

    /** Adds the chosen verdict and evidence. */
    SqlWhere judged(SqlWhere where, String code) {
        if (filter.verdict().isPresent() || filter.evidence().isPresent()) {
            List<Integer> wanted = MapCode.all().stream()
                    .filter(known ->
                            filter.verdict().isEmpty() || filter.verdict().get() == known.verdict())
                    .filter(known ->
                            filter.evidence().isEmpty() || filter.evidence().equals(known.evidence()))
                    .map(MapCode::number)
                    .toList();
            where.in(code, wanted);
        }
        return where;
    }

    /** Adds scenario, region and words for {@code map_place}. */
    SqlWhere places(SqlWhere where) {
        if (!filter.scenario().isEmpty()) {
            where.and("scenario = ?", filter.scenario());
        }
        evaluation.names().inRegion(where, "division_code", filter.region());
        return where.holds(filter.query(), "name", "place_id");
    }

    /** Adds the same for {@code map_point}. */
    SqlWhere points(SqlWhere where) {
        if (!filter.scenario().isEmpty()) {
            where.and("scenario = ?", filter.scenario());
        }
        evaluation.names().inRegion(where, "division_code", filter.region());
        return where.holds(filter.query(), "name", "point_id", "COALESCE(place_id, line_id)");
    }

    /** Adds the same for {@code map_line}. */
    SqlWhere lines(SqlWhere where) {
        if (!filter.scenario().isEmpty()) {
            where.and("CASE kind WHEN 'METRO' THEN 'METRO' ELSE 'TRANSPORT' END = ?", filter.scenario());
        }
        if (!filter.region().isEmpty()) {
            SqlWhere one = new SqlWhere();
            evaluation.names().inRegion(one, "code", filter.region());
            if (!one.sql().isEmpty()) {
                where.and(
                        "EXISTS (SELECT 1 FROM (SELECT UNNEST(STRING_SPLIT(division_codes, ';')) AS code) AS own"
                                + one.sql() + ")",
                        one.values());
            }
        }
        if (!filter.query().isEmpty()) {
            SqlWhere named = new SqlWhere().holds(filter.query(), "name", "line_id");
            where.and("line_id IN (SELECT line_id FROM ledger_line" + named.sql() + ")", named.values());
        }
        return where;
    }
}
