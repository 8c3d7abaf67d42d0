package org.signalup.web.internal.site;

/** Counts of the same things twice: before and after a change. */
public record BeforeAfter(Counts before, Counts after) {
    public static final BeforeAfter NONE = new BeforeAfter(Counts.NONE, Counts.NONE);

    public BeforeAfter plus(BeforeAfter other) {
        return new BeforeAfter(before.plus(other.before), after.plus(other.after));
    }

    /** Passes gained; negative when lost. */
    public double gained() {
        return after.passed() - before.passed();
    }
}
