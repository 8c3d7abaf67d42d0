package org.signalup.live;

import org.signalup.domain.Text;

/** Nothing more is taken just now: the disk or the way into the lake is behind. */
public final class InboxFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int retryAfterS;
    private final transient Text why;

    public InboxFull(int retryAfterS, Text why) {
        super(why.en());
        this.retryAfterS = retryAfterS;
        this.why = why;
    }

    /** When to try again. */
    public int retryAfterS() {
        return retryAfterS;
    }

    public Text why() {
        return why;
    }
}
