package org.signalup.lake;

import java.time.LocalDate;

/**
 * Samples of a device that lie together.
 *
 * @param digest of the file they came in
 */
public record Holding(LocalDate date, String batch, String file, String digest, long rows) {}
