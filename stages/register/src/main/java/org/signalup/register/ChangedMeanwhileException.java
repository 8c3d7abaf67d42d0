package org.signalup.register;

/** Somebody else changed an entry after it was looked at; nothing was overwritten. */
public final class ChangedMeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Entry current;

    public ChangedMeanwhileException(Entry current) {
        super(current.subject().table() + " " + current.id() + " is at version " + current.version());
        this.current = current;
    }

    /** As it stands now. */
    public Entry current() {
        return current;
    }
}
