package org.signalup.domain;

import java.util.List;
import java.util.stream.Collectors;

/** An input was refused as a whole; carries every problem found, not just the first. The command line exits with 1. */
public class RefusedException extends RuntimeException {
    private final transient List<Problem> problems;

    public RefusedException(List<Problem> problems) {
        super(problems.stream().map(p -> p.line(Language.EN)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public RefusedException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
