package org.signalup.privacy;

import java.time.LocalDate;

/**
 * What a purge took away of one thing.
 *
 * @param days it is kept
 * @param before what is older went: samples by the day they were measured, files by the day they came
 * @param removed rows or files
 */
public record Purged(Kept what, int days, LocalDate before, long removed) {}
