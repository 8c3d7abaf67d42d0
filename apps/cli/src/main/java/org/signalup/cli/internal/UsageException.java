package org.signalup.cli.internal;

import org.signalup.domain.Text;

/** The command was called wrongly, as opposed to an input that is wrong; exit code 2. */
public final class UsageException extends RuntimeException {
    private final transient Text text;

    public UsageException(Text text) {
        super(text.en());
        this.text = text;
    }

    Text text() {
        return text;
    }
}
