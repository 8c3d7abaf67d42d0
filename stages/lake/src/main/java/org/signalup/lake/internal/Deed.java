package org.signalup.lake.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What is done to a lake, for its log.
 *
 * @param changed dates of which samples went away, whose tallies go too
 * @param left what becomes of files that are no longer part of the lake
 */
record Deed(String verb, Map<String, String> what, Map<String, Long> counts, Set<LocalDate> changed, Leavings left) {
    /** What becomes of files that are no longer part of the lake. */
    enum Leavings {
        /** Their rows are elsewhere: those who read them may finish. */
        RETIRED,
        /** Nobody is to see their rows any more. */
        DELETED,
        /** The same, and what was retired before goes with them. */
        ALL_DELETED
    }
}
