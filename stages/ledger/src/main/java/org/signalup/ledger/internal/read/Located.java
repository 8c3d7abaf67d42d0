package org.signalup.ledger.internal.read;

import org.signalup.geo.GeoPoint;
import org.signalup.ledger.OriginalPosition;

/** A position in WGS-84 with what the file said. */
public record Located(GeoPoint position, OriginalPosition original) {}
