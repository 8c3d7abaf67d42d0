package org.signalup.engine;

/** An engine could not do what was asked: out of disk or memory, or a query of ours that is wrong. Carries the statement. */
public final class EngineFailure extends RuntimeException {
    public EngineFailure(String statement, Exception cause) {
        super((cause.getMessage() == null ? cause : cause.getMessage()) + " — in: " + statement, cause);
    }

    /** What an engine said of a failure, in one line, without what it was asked. */
    public static String said(RuntimeException failure) {
        Throwable told = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }
}
