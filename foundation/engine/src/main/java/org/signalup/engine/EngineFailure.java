package org.signalup.engine;

/** An engine could not do what was asked: out of disk or memory, or a query of ours that is wrong. Carries the statement. */
public final class EngineFailure extends RuntimeException {
    public EngineFailure(String statement, Exception cause) {
        super((cause.getMessage() == null ? cause : cause.getMessage()) + " — in: " + statement, cause);
    }
}
