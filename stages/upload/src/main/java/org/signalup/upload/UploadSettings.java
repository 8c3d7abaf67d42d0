package org.signalup.upload;

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
 */
public record UploadSettings(int files, long fileBytes, long freeBytes, int points) {
    public static final String PREFIX = "signalup.uploads.";
    private static final int MOST_DIGITS = 9;
    private static final long MB = 1L << 20;

    /**
     * The usual numbers but for what is set.
     *
     * @throws RefusedException if it is no whole number of at least 1
     */
    public static UploadSettings of(Function<String, Optional<String>> set) {
        WholeNumbers number = new WholeNumbers(UploadSettings.class, "upload.properties", PREFIX, MOST_DIGITS, set);
        return new UploadSettings(
                number.get("files"), number.get("file-mb") * MB, number.get("free-mb") * MB, number.get("points"));
    }
}
