package org.signalup.lake.internal;

import java.time.Duration;
import org.signalup.domain.RefusedException;

/**
 * Manifest and log of a lake: where they are written, and how one who writes gives way to another. One for each who writes;
 * readers may take a new one for every look.
 */
interface Book {
    /** The right to write, where only one can have it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    LakeFolder folder();

    /** Whether there is a manifest. */
    boolean begun();

    /** The manifest; what is published next replaces this one and no other. */
    String manifest();

    /**
     * Replaces the manifest that was read, as a whole.
     *
     * @throws OvertakenException if somebody else has replaced it meanwhile
     */
    void publish(String manifest);

    /** All of the log; its last line may have been broken off. */
    String log();

    /** Takes away a line that was broken off. */
    void cutLog(String whole);

    /** @param whole the log so far */
    void addToLog(String whole, String line);

    /**
     * Waits for one's turn, where the system keeps one.
     *
     * @throws RefusedException if it does not come within {@code patience}
     */
    Turn turn(Duration patience);

    /** What tells files of this writer from those of all others, at the end of their names; empty where one writes at a time. */
    String tail();

    /** How often the manifest was replaced when it was read; 0 where nobody counts. */
    long edition();

    /** Somebody else has changed the lake since it was read; nothing was changed. */
    final class OvertakenException extends RefusedException {
        OvertakenException(RefusedException refusal) {
            super(refusal.problems());
        }
    }
}
