package org.signalup.web.internal.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Coded;
import org.signalup.domain.Text;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.signalup.web.internal.site.Filter;
import org.signalup.web.internal.site.SqlWhere;

/**
 * Which places a list shows: the common filter, and what a number elsewhere stands for.
 *
 * @param target id of a programme target; its scenarios and categories
 * @param reported {@code yes}: reported done; {@code no}: not; else all
 * @param state {@code tested, untested, passed, unmet} (without a pass), {@code open}; else all
 * @param stars {@code 1}…{@code 5}, {@code none}; else all
 */
public record PlaceChoice(Filter filter, String target, String reported, String state, String stars, PlaceOrder order) {
    private static final String OPEN = "verdict IN ('TOO_FEW', 'UNDECIDED', 'NOT_MEASURED')";

    public static PlaceChoice of(Filter filter, Map<String, String> query) {
        return new PlaceChoice(
                filter,
                query.getOrDefault("target", ""),
                query.getOrDefault("reported", ""),
                query.getOrDefault("state", ""),
                query.getOrDefault("stars", ""),
                PlaceOrder.of(query.getOrDefault("sort", "")));
    }

    /** Conditions over {@code places AS p} and {@code ledger_place AS l}. */
    public SqlWhere where(OpenEvaluation evaluation) {
        SqlWhere where = new SqlWhere().and("p.operator = ?", filter.operator());
        Outcome outcome = outcome(evaluation);
        filter.verdict().map(Coded::code).ifPresent(code -> outcome.is(where, "verdict = ?", code));
        filter.evidence().map(Coded::code).ifPresent(code -> outcome.is(where, "evidence = ?", code));
        if (!filter.scenario().isEmpty()) {
            where.and("l.scenario = ?", filter.scenario());
        }
        evaluation.names().inRegion(where, "l.division_code", filter.region());
        where.holds(filter.query(), "l.name", "l.place_id", "l.address");
        find(evaluation).ifPresent(found -> of(where, found));
        reported(where, evaluation);
        state(where, outcome);
        return where;
    }

    /** The programme target the list is of. */
    Optional<ProgrammeTarget> find(OpenEvaluation evaluation) {
        return evaluation.target(target);
    }

    /** The state in words, when one is chosen. */
    public Optional<Text> stateWord() {
        return switch (state) {
            case "tested" -> Optional.of(Text.of("已测评", "tested"));
            case "untested" -> Optional.of(Text.of("未测试", "not measured"));
            case "passed" -> Optional.of(Text.of("达标", "pass"));
            case "unmet" -> Optional.of(Text.of("还没有达标", "not yet passing"));
            case "open" -> Optional.of(Text.of("未定", "open"));
            default -> Optional.empty();
        };
    }

    private static void of(SqlWhere where, ProgrammeTarget target) {
        if (!target.scenarios().isEmpty()) {
            where.in("l.scenario", List.copyOf(target.scenarios()));
        }
        if (!target.categories().isEmpty()) {
            where.in("l.category", List.copyOf(target.categories()));
        }
    }

    /** Reported done by the day that stands for today. */
    private void reported(SqlWhere where, OpenEvaluation evaluation) {
        String today = evaluation.today();
        switch (reported) {
            case "yes" -> where.and("COALESCE(l.reported_done, '9999-99') <= ?", today);
            case "no" -> where.and("COALESCE(l.reported_done, '9999-99') > ?", today);
            default -> {}
        }
    }

    private void state(SqlWhere where, Outcome outcome) {
        switch (state) {
            case "tested" -> outcome.is(where, "verdict <> 'NOT_MEASURED'");
            case "untested" -> outcome.is(where, "verdict = 'NOT_MEASURED'");
            case "passed" -> outcome.is(where, "verdict = 'PASS'");
            case "unmet" -> outcome.is(where, "verdict <> 'PASS'");
            case "open" -> outcome.is(where, OPEN);
            default -> {}
        }
        if (stars.equals("none")) {
            where.and("p.stars IS NULL");
        } else if (stars.matches("[1-5]")) {
            where.and("p.stars = ?", Integer.parseInt(stars));
        }
    }

    /** What the verdict of a place is in this list: its own, or that for a target which asks for rates or services too. */
    private interface Outcome {
        /** Adds a condition on {@code verdict} or {@code evidence}. */
        void is(SqlWhere where, String condition, Object... values);
    }

    private Outcome outcome(OpenEvaluation evaluation) {
        boolean more = find(evaluation)
                .map(found -> found.rule().asksForMoreThanCoverage())
                .orElse(false);
        if (!more || !evaluation.tables().has("goal_place")) {
            return (where, condition, values) -> where.and("p." + condition, values);
        }
        return (where, condition, values) -> {
            List<Object> bound = new ArrayList<>(List.of(target, filter.operator()));
            bound.addAll(List.of(values));
            where.and(
                    "p.place_id IN (SELECT g.place_id FROM goal_place AS g WHERE g.target = ? AND g.operator = ? AND g."
                            + condition + ")",
                    bound.toArray());
        };
    }
}
