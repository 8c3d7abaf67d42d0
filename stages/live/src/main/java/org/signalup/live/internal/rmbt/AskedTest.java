package org.signalup.live.internal.rmbt;

import java.time.Instant;
import java.util.UUID;
import org.signalup.live.Channel;

/**
 * A test that was asked for.
 *
 * @param device the client in samples
 * @param until its result is taken
 */
public record AskedTest(
        UUID testUuid, UUID openUuid, Channel kind, String device, Instant askedAt, Instant until, boolean received) {}
