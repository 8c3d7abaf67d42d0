package org.signalup.web.internal.notice;

/** Something did not arrive. */
final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    Undeliverable(String why, boolean forGood) {
        super(why);
        this.forGood = forGood;
    }

    /** Whether trying again would not help. */
    boolean forGood() {
        return forGood;
    }
}
