package org.signalup.upload;

import java.time.Instant;

/**
 * One version of a mapping profile that an organisation made; it never changes.
 *
 * @param organisation id
 * @param profile id of the profile
 * @param shared whether other organisations see and use it
 */
public record SavedProfile(
        long organisation,
        String profile,
        int version,
        String name,
        String yaml,
        boolean shared,
        String madeBy,
        Instant madeAt) {}
