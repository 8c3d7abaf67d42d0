package org.signalup.web.internal.access;

import org.springframework.security.core.AuthenticationException;

/** Too many tries: the login waits. */
final class MustWait extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    MustWait(long seconds) {
        super("wait " + seconds + " s");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
