package org.signalup.web.internal.api;

import java.util.List;
import org.signalup.domain.Problem;

/** A problem, or something odd, as it is told: in both languages. */
public record ToldProblem(String file, long row, String column, String value, String code, String zh, String en) {
    public static List<ToldProblem> all(List<Problem> problems) {
        return problems.stream().map(ToldProblem::of).toList();
    }

    private static ToldProblem of(Problem problem) {
        return new ToldProblem(
                problem.file(),
                problem.row(),
                problem.column(),
                problem.value(),
                problem.code(),
                problem.message().zh(),
                problem.message().en());
    }
}
