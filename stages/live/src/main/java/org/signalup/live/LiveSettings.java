package org.signalup.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.RefusedException;
import org.signalup.domain.WholeNumbers;

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
 * @param atWorkPerCore messages that may be worked on at one time
 * @param turnWithin how long one may wait for its turn
 * @param rehearsal how long the first messages are rehearsed before the doors open
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
        int bodies,
        int atWorkPerCore,
        Duration turnWithin,
        Duration rehearsal) {
    public static final String PREFIX = "signalup.live.";
    private static final int MOST_DIGITS = 9;
    private static final String FILE = "live.properties";
    private static final long MB = 1L << 20;

    /**
     * The usual numbers but for what is set.
     *
     * @param set the value of a setting such as {@code signalup.live.backlog-mb}
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static LiveSettings of(Function<String, Optional<String>> set) {
        WholeNumbers number = new WholeNumbers(LiveSettings.class, FILE, PREFIX, MOST_DIGITS, set);
        return new LiveSettings(
                number.get("queued-mb") * MB,
                number.get("backlog-mb") * MB,
                number.get("free-mb") * MB,
                number.get("segment-mb") * MB,
                Duration.ofMillis(number.get("drain-every-ms")),
                Duration.ofSeconds(number.get("retry-after-seconds")),
                number.get("body-mb") * MB,
                number.get("content-mb") * MB,
                Duration.ofSeconds(number.get("body-within-seconds")),
                number.get("bodies"),
                number.get("at-work-per-core"),
                Duration.ofMillis(number.get("turn-within-ms")),
                Duration.ofMillis(number.get("rehearsal-ms")));
    }
}
