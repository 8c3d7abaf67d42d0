package org.signalup.people;

/** Somebody else changed the same meanwhile; nothing was changed now. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(String what) {
        super(what + " was changed meanwhile");
    }
}
