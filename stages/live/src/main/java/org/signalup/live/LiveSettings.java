package org.signalup.live;

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
 * What an installation can bear; the usual numbers stand in {@code live.properties}.
 *
 * @param queuedBytes of messages waiting for the disk, beyond which no more are taken
 * @param backlogBytes on disk and not in the lake yet, beyond which no more are taken
 * @param freeBytes that must stay free on the disk
 * @param segmentBytes after which the next file is begun
 * @param drainEvery pause between two ways into the lake
 * @param retryAfter told to whom nothing was taken from
 * @param bodyBytes of one message as it is sent
 * @param contentBytes of one message unpacked
 * @param bodyWithin how long one message may take to arrive
 * @param bodies messages that may be arriving at one time
 */
public record LiveSettings(
        long queuedBytes,
        long backlogBytes,
        long freeBytes,
        long segmentBytes,
        Duration drainEvery,
        Duration retryAfter,
        long bodyBytes,
        long contentBytes,
        Duration bodyWithin,
        int bodies) {
    public static final String PREFIX = "signalup.live.";
    private static final String FILE = "live.properties";
    private static final long MB = 1L << 20;

    /**
     * The usual numbers but for what is set.
     *
     * @param set the value of a setting such as {@code signalup.live.backlog-mb}
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static LiveSettings of(Function<String, Optional<String>> set) {
        Properties usual = usual();
        Function<String, Integer> number =
                name -> parse(name, set.apply(PREFIX + name).orElseGet(() -> usual.getProperty(name)));
        return new LiveSettings(
                number.apply("queued-mb") * MB,
                number.apply("backlog-mb") * MB,
                number.apply("free-mb") * MB,
                number.apply("segment-mb") * MB,
                Duration.ofMillis(number.apply("drain-every-ms")),
                Duration.ofSeconds(number.apply("retry-after-seconds")),
                number.apply("body-mb") * MB,
                number.apply("content-mb") * MB,
                Duration.ofSeconds(number.apply("body-within-seconds")),
                number.apply("bodies"));
    }

    private static Properties usual() {
        Properties properties = new Properties();
        try (InputStream in = LiveSettings.class.getResourceAsStream(FILE)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int parse(String name, String value) {
        if (!value.strip().matches("[1-9][0-9]{0,8}")) {
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
