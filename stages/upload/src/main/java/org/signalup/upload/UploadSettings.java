package org.signalup.upload;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.signalup.domain.RefusedException;
import org.signalup.domain.WholeNumbers;

/**
 * What an installation can bear; the usual numbers stand in {@code upload.properties}.
 *
 * @param files of one upload
 * @param fileBytes of one file as it is sent
 * @param freeBytes that must stay free on the disk
 * @param points of the tracks a map shows
 * @param lanes how many uploads are worked on at once
 * @param smallBytes up to which an upload need not wait for large ones
 * @param arrival how files may come in
 */
public record UploadSettings(
        int files, long fileBytes, long freeBytes, int points, int lanes, long smallBytes, Arrival arrival) {
    public static final String PREFIX = "signalup.uploads.";
    private static final int MOST_DIGITS = 9;
    private static final long MB = 1L << 20;
    /** One for what is small, one for the rest. */
    private static final int FEWEST_LANES = 2;

    /**
     * How fast, and how many at the same time.
     *
     * @param slowestBytes in a second, on average over {@code window}
     * @param window of waiting for the sender
     * @param ofAddress uploads that may arrive at once from one address
     * @param ofPerson from one account or token
     * @param ofAll from everybody
     */
    public record Arrival(long slowestBytes, Duration window, int ofAddress, int ofPerson, int ofAll) {}

    /**
     * The usual numbers but for what is set.
     *
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static UploadSettings of(Function<String, Optional<String>> set) {
        WholeNumbers number = new WholeNumbers(UploadSettings.class, "upload.properties", PREFIX, MOST_DIGITS, set);
        Arrival arrival = new Arrival(
                number.get("slowest-bytes-a-second"),
                Duration.ofSeconds(number.get("slow-after-s")),
                number.get("address-at-once"),
                number.get("person-at-once"),
                number.get("all-at-once"));
        int cores = Runtime.getRuntime().availableProcessors();
        return new UploadSettings(
                number.get("files"),
                number.get("file-mb") * MB,
                number.get("free-mb") * MB,
                number.get("points"),
                Math.max(FEWEST_LANES, Math.min(cores, number.get("worked-on-at-once"))),
                number.get("small-mb") * MB,
                arrival);
    }
}
