package org.signalup.web.internal.overview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.web.internal.catalog.OpenEvaluation;

/** The targets of the programme in a region, in the programme's order, for every operator. */
public record Goals(List<GoalRow> rows) {
    private record Key(String region) {}

    /** The targets in a region, by its code in {@code progress}. */
    public static Goals of(OpenEvaluation evaluation, String region) {
        return evaluation.keep(new Key(region), () -> read(evaluation, region));
    }

    private static Goals read(OpenEvaluation evaluation, String region) {
        Map<String, ProgrammeTarget> targets = evaluation.programme().targets().stream()
                .collect(Collectors.toMap(ProgrammeTarget::id, Function.identity()));
        Map<String, Map<String, GoalRow>> found = new HashMap<>();
        evaluation
                .tables()
                .forEach(
                        "SELECT " + GoalRow.COLUMNS + " FROM progress WHERE region = ?",
                        row -> {
                            ProgrammeTarget target = targets.get(row.text(0));
                            if (target != null) {
                                found.computeIfAbsent(target.id(), id -> new HashMap<>())
                                        .put(row.text(1), GoalRow.of(target, row));
                            }
                        },
                        region);
        return new Goals(evaluation.programme().targets().stream()
                .flatMap(target -> found.getOrDefault(target.id(), Map.of()).values().stream())
                .toList());
    }

    public boolean none() {
        return rows.isEmpty();
    }

    /** Counted targets of an operator that have something listed or a goal. */
    public List<GoalRow> counted(String operator) {
        return rows.stream()
                .filter(row -> !row.rate() && row.operator().equals(operator))
                .toList();
    }

    public List<GoalRow> rates(String operator) {
        return rows.stream()
                .filter(row -> row.rate() && row.operator().equals(operator))
                .toList();
    }

    /** The row of one target for another operator. */
    public GoalRow of(GoalRow other, String operator) {
        return rows.stream()
                .filter(row -> row.target().id().equals(other.target().id())
                        && row.operator().equals(operator))
                .findFirst()
                .orElse(other);
    }
}
