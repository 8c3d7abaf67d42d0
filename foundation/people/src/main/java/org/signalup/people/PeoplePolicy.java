package org.signalup.people;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.RefusedException;
import org.signalup.domain.WholeNumbers;

/**
 * Rules of signing in; the usual ones stand in {@code people.properties}.
 *
 * @param shortestPassword in characters
 * @param lockAfter failures in a row after which a login waits
 * @param firstLock how long it waits first; doubled with every further failure
 * @param longestLock and never longer than this
 * @param lockForgotten failures older than this do not count
 * @param firstCode how long the code of the first start can be used
 * @param invitation how long an invitation can be used
 * @param reset how long a code for a forgotten password can be used
 * @param longestToken how long a token may be made to last
 * @param deliveryAttempts how often mail or a webhook is tried before it is given up
 * @param deliveryPause before it is tried again; doubled each time
 * @param largestAttachmentMegabytes the largest file that may be attached to something
 */
public record PeoplePolicy(
        int shortestPassword,
        int lockAfter,
        Duration firstLock,
        Duration longestLock,
        Duration lockForgotten,
        Duration firstCode,
        Duration invitation,
        Duration reset,
        Duration longestToken,
        int deliveryAttempts,
        Duration deliveryPause,
        int largestAttachmentMegabytes) {
    public static final String PREFIX = "signalup.people.";
    private static final int MOST_DIGITS = 7;
    private static final String FILE = "people.properties";

    /**
     * The usual rules but for what is set.
     *
     * @param set the value of a setting such as {@code signalup.people.lock.after}
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static PeoplePolicy of(Function<String, Optional<String>> set) {
        WholeNumbers number = new WholeNumbers(PeoplePolicy.class, FILE, PREFIX, MOST_DIGITS, set);
        return new PeoplePolicy(
                number.get("password.shortest"),
                number.get("lock.after"),
                Duration.ofSeconds(number.get("lock.first-seconds")),
                Duration.ofSeconds(number.get("lock.longest-seconds")),
                Duration.ofHours(number.get("lock.forgotten-after-hours")),
                Duration.ofHours(number.get("code.first-hours")),
                Duration.ofHours(number.get("code.invitation-hours")),
                Duration.ofHours(number.get("code.reset-hours")),
                Duration.ofDays(number.get("token.longest-days")),
                number.get("delivery.attempts"),
                Duration.ofSeconds(number.get("delivery.first-pause-seconds")),
                number.get("attachment.largest-megabytes"));
    }
}
