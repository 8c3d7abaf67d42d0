package org.signalup.ledger;

/** Coordinates as the ledger gave them, with their system, for example {@code GCJ02}. */
public record OriginalPosition(double x, double y, String crs) {}
