package org.signalup.web.internal.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.LineKind;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Which lines a list shows.
 *
 * @param target id of a programme target; its kinds and grades
 * @param kind code of a line kind, or empty
 * @param reported {@code yes} or {@code no}, else all
 */
public record LineChoice(Filter filter, String target, String kind, String reported) {
    public static LineChoice of(Filter filter, Map<String, String> query) {
        return new LineChoice(
                filter,
                query.getOrDefault("target", ""),
                query.getOrDefault("kind", ""),
                query.getOrDefault("reported", ""));
    }

    /** Conditions over {@code lines AS v} and {@code ledger_line AS l}. */
    public SqlWhere where(OpenEvaluation evaluation) {
        SqlWhere where = new SqlWhere()
                .and("v.operator = ?", filter.operator())
                .and("v.rat = ?", filter.rat().code());
        filter.verdict().map(Coded::code).ifPresent(code -> where.and("v.verdict = ?", code));
        filter.evidence().map(Coded::code).ifPresent(code -> where.and("v.evidence = ?", code));
        where.holds(filter.query(), "l.name", "l.line_id");
        if (!filter.region().isEmpty()) {
            SqlWhere lies = new SqlWhere();
            evaluation.names().inRegion(lies, "s.division_code", filter.region());
            if (!lies.sql().isEmpty()) {
                where.and("l.line_id IN (SELECT s.line_id FROM ledger_section AS s" + lies.sql() + ")", lies.values());
            }
        }
        if (!kind.isEmpty()) {
            where.and("l.kind = ?", kind);
        }
        if (reported.equals("yes") || reported.equals("no")) {
            String today = evaluation.today();
            where.and("(COALESCE(l.reported_done, '9999-99') <= ?) = ?", today, reported.equals("yes"));
        }
        find(evaluation).ifPresent(found -> of(where, found));
        return where;
    }

    /** The programme target the list is of. */
    Optional<ProgrammeTarget> find(OpenEvaluation evaluation) {
        return evaluation.target(target);
    }

    private static void of(SqlWhere where, ProgrammeTarget target) {
        if (!target.lineKinds().isEmpty()) {
            where.in("l.kind", target.lineKinds().stream().map(LineKind::code).toList());
        }
        if (!target.grades().isEmpty()) {
            where.in("l.grade", List.copyOf(target.grades()));
        }
    }
}
