package org.signalup.lake.internal;

import java.time.Instant;
import java.util.Map;

/**
 * One line of {@code log.jsonl}: what was done to the lake. Who did it is not recorded, nor what was forgotten.
 *
 * @param sequence number of the state it led to
 * @param what words, for example the batch
 * @param counts numbers, for example of rows
 */
public record LogEntry(long sequence, Instant at, String verb, Map<String, String> what, Map<String, Long> counts) {}
