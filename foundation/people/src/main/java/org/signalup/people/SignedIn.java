package org.signalup.people;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a session remembers of whoever signed in.
 *
 * @param passwordSetAt when the password was set that was then good; sessions end when it changes
 */
public record SignedIn(long account, Optional<OffsetDateTime> passwordSetAt) implements Identified {}
