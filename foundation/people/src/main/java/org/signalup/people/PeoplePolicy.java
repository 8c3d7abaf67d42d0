package org.signalup.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;

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
    private static final String FILE = "people.properties";

    /**
     * The usual rules but for what is set.
     *
     * @param set the value of a setting such as {@code signalup.people.lock.after}
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static PeoplePolicy of(Function<String, Optional<String>> set) {
        Properties usual = usual();
        Function<String, Integer> number =
                name -> parse(name, set.apply(PREFIX + name).orElseGet(() -> usual.getProperty(name)));
        return new PeoplePolicy(
                number.apply("password.shortest"),
                number.apply("lock.after"),
                Duration.ofSeconds(number.apply("lock.first-seconds")),
                Duration.ofSeconds(number.apply("lock.longest-seconds")),
                Duration.ofHours(number.apply("lock.forgotten-after-hours")),
                Duration.ofHours(number.apply("code.first-hours")),
                Duration.ofHours(number.apply("code.invitation-hours")),
                Duration.ofHours(number.apply("code.reset-hours")),
                Duration.ofDays(number.apply("token.longest-days")),
                number.apply("delivery.attempts"),
                Duration.ofSeconds(number.apply("delivery.first-pause-seconds")),
                number.apply("attachment.largest-megabytes"));
    }

    private static Properties usual() {
        Properties properties = new Properties();
        try (InputStream in = PeoplePolicy.class.getResourceAsStream(FILE)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int parse(String name, String value) {
        if (!value.strip().matches("[1-9][0-9]{0,6}")) {
            throw new RefusedException(new Problem(
                    PREFIX + name,
                    0,
                    "",
                    value,
                    "SETTING_INVALID",
                    Text.of("应为不小于 1 的整数", "expected: a whole number of at least 1")));
        }
        return Integer.parseInt(value.strip());
    }
}
