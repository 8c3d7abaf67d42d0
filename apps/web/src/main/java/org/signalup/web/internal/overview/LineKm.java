package org.signalup.web.internal.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.signalup.domain.Coded;
import org.signalup.domain.Evidence;
import org.signalup.domain.LineKind;
import org.signalup.domain.RatRow;
import org.signalup.domain.Verdict;
import org.signalup.engine.Row;
import org.signalup.standards.Standard.RatRule;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Counts;

/**
 * The sections of one kind of line, in kilometres.
 *
 * @param sections their lengths by verdict: a section counts whole
 * @param passedKm length of passing bins, wherever they are
 * @param judgedKm length of bins with a verdict
 */
public record LineKm(LineKind kind, Counts sections, double lengthKm, double passedKm, double judgedKm) {
    private static final double M_PER_KM = 1000;

    private static final String SQL = """
            SELECT l.kind, l.grade, s.rat, s.verdict, COALESCE(s.evidence, '') AS evidence,
              SUM(s.length_m) AS length_m, SUM(s.passed_m) AS passed_m, SUM(s.judged_m) AS judged_m
            FROM sections AS s JOIN ledger_line AS l ON s.line_id = l.line_id
              JOIN ledger_section AS c ON c.line_id = s.line_id AND c.section_id = s.section_id
            WHERE s.operator = ? AND substring(c.division_code, 1, ?) = ?
            GROUP BY l.kind, l.grade, s.rat, s.verdict, COALESCE(s.evidence, '')""";

    static List<LineKm> of(OpenEvaluation evaluation, String operator, RegionScope scope) {
        Map<LineKind, LineKm> kinds = new LinkedHashMap<>();
        evaluation
                .tables()
                .forEach(
                        SQL,
                        row -> add(evaluation, row, kinds),
                        operator,
                        scope.prefix().length(),
                        scope.prefix());
        List<LineKm> ordered = new ArrayList<>();
        for (LineKind kind : LineKind.values()) {
            if (kinds.containsKey(kind)) {
                ordered.add(kinds.get(kind));
            }
        }
        return ordered;
    }

    private static void add(OpenEvaluation evaluation, Row row, Map<LineKind, LineKm> kinds) {
        LineKind kind = LineKind.valueOf(row.text(0));
        RatRule rule = evaluation
                .standard()
                .lineRule(kind, row.text(1) == null ? "" : row.text(1))
                .ratRule();
        if (row.text(2).equals(decidingRow(rule).code())) {
            double km = row.getDouble(5) / M_PER_KM;
            Counts counts = Counts.of(
                    Coded.find(Verdict.class, row.text(3)).orElseThrow(),
                    Coded.find(Evidence.class, row.text(4)).orElse(Evidence.C),
                    km);
            kinds.merge(
                    kind,
                    new LineKm(kind, counts, km, row.getDouble(6) / M_PER_KM, row.getDouble(7) / M_PER_KM),
                    LineKm::plus);
        }
    }

    /** BOTH is decided by 4G and 5G together; 5G, the harder one, is shown. */
    private static RatRow decidingRow(RatRule rule) {
        return switch (rule) {
            case ANY -> RatRow.ANY;
            case FOUR_G -> RatRow.G4;
            case FIVE_G, BOTH -> RatRow.G5;
        };
    }

    private LineKm plus(LineKm other) {
        return new LineKm(
                kind,
                sections.plus(other.sections),
                lengthKm + other.lengthKm,
                passedKm + other.passedKm,
                judgedKm + other.judgedKm);
    }

    /** 里程覆盖率. */
    public OptionalDouble ratio() {
        return share(passedKm, judgedKm);
    }

    public OptionalDouble low() {
        return share(passedKm, lengthKm);
    }

    public OptionalDouble high() {
        return share(lengthKm - (judgedKm - passedKm), lengthKm);
    }

    private static OptionalDouble share(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, part / whole));
    }
}
