package org.signalup.live.rmbt;

/** A client that is told no. */
public final class RmbtRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RmbtProblem problem;

    public RmbtRefused(RmbtProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public RmbtProblem problem() {
        return problem;
    }
}
