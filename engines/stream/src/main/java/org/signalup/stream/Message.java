package org.signalup.stream;

/**
 * A message as the broker keeps it; none of this changes afterwards.
 *
 * @param timestampMs when it was written; tells a topic apart from one of the same name that was made anew
 * @param value null for a message that only deletes
 */
// Nobody compares messages, and their bytes are read once.
@SuppressWarnings("ArrayRecordComponent")
record Message(int partition, long offset, long timestampMs, byte[] value) {}
