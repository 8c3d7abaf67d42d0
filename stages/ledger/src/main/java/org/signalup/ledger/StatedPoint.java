package org.signalup.ledger;

import java.util.Optional;

/** A key point as its row states it: one without a position of its own has none, and the original is kept. */
public record StatedPoint(KeyPoint point, Optional<OriginalPosition> original) {}
